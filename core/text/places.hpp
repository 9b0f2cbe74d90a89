// Provinces, prefectures and counties, and where they stand at the head of a name: 遂宁盛新锂业, 四川射洪经济开发区.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace zonekg {

// Names without class word (射洪), autonomous ones in full as well; sorted.
std::span<const std::u32string_view> known_places();
bool is_known_place(std::u32string_view text);

// Length in code points of the place (class word included: 射洪市) that `text` starts with; 0 when none.
std::size_t leading_place(std::u32string_view text);

// Nothing but places, one after the other: 四川省遂宁市.
bool is_places(std::u32string_view text);

// Every place without its own class word: 四川省射洪市 → 四川射洪. Words that are no places stay.
std::u32string bare_places(std::u32string_view text);

} // namespace zonekg
