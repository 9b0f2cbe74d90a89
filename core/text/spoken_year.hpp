// The year that an undated text speaks from, by the years it names.
#pragma once

#include <string_view>

namespace zonekg {

// The year of 今年 and 上半年. An issue number (〔2023〕第2期) or a heading of plans for the year after (2024年工作打算) tell it;
// else it is the latest year named that is no goal (到2025年, 2025年底前). 0 when no year is named. Linear in the text's size.
int spoken_year(std::string_view text);

} // namespace zonekg
