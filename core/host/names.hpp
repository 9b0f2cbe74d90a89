// From words of a text to the surface form of a name.
#pragma once

#include <string>
#include <string_view>

namespace zonekg {

// White space at both ends and between two wide characters removed, other runs of it one space: a line broken inside
// a name leaves the name whole. `words`: valid UTF-8.
std::string close_white_space(std::string_view words);

bool has_words(std::string_view text); // anything but white space

} // namespace zonekg
