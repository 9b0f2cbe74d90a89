// Plain text.
#pragma once

#include <string_view>

#include "core/model/document.hpp"

namespace zonekg {

// Line ends become `\n`; NUL characters go, with a diagnostic.
SourceText read_txt(std::string_view bytes, std::string_view name);

} // namespace zonekg
