// Bytes as one word of printable text, and small.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace zonekg {

std::string pack_text(std::string_view bytes); // compressed, in base 64
std::optional<std::string> unpack_text(std::string_view text);

} // namespace zonekg
