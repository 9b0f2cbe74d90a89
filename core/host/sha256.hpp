#pragma once

#include <string>
#include <string_view>

namespace zonekg {

// Lower-case hex digits of the SHA-256 of the bytes.
std::string sha256_hex(std::string_view bytes);

} // namespace zonekg
