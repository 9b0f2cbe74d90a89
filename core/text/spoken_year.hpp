// The year that an undated text speaks from, by the years it names.
#pragma once

#include <string_view>

namespace zonekg {

// The year of 今年 and 上半年. An issue number (〔2023〕第2期) tells it, or the title (2022年首批项目开工), or a heading of plans for the
// year after (2024年工作打算); else it is the latest year of which something is told: no goal (到2025年, 预计2024年5月), and a year in
// which something is to be ready (2025年交付) only where there is no other. 0 when no year is named. Linear in the text's size.
int spoken_year(std::string_view text, std::string_view title = {});

} // namespace zonekg
