// Figures as text, the same in every locale.
#pragma once

#include <string>

namespace zonekg {

// The shortest text that reads back as `value`, without exponent where people would write none. `value` is finite.
std::string number_text(double value);

} // namespace zonekg
