// Words of firm names that tell how rare a brand is: trades, and the short names of listed firms.
#pragma once

#include <string_view>

namespace zonekg {

// A brand known all over the country: with a place before it, it is a daughter (荆门新宙邦), not the firm itself.
bool is_listed_firm(std::u32string_view name);

// Length in code points of the words of trade that `core` ends in, as many as there are, but for `kept` code points at
// the start: 新能源科技 of 富临新能源科技. 0 when none.
std::size_t trailing_trades(std::u32string_view core, std::size_t kept);

// Nothing but words of trade. False for the empty text.
bool is_trades(std::u32string_view text);

} // namespace zonekg
