// Words of a text for a line of output.
#pragma once

#include <string>
#include <string_view>

namespace zonekg {

// Runs of white space as one space, none at the ends.
std::string one_line(std::string_view text);

} // namespace zonekg
