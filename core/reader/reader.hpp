// From the bytes of a file to source text. The format is told by the content, not by the name's ending.
#pragma once

#include <string_view>

#include "core/model/document.hpp"

namespace zonekg {

// Never fails: what cannot be read well comes with diagnostics. `name` is for their `where`.
SourceText read_source(std::string_view bytes, std::string_view name);

} // namespace zonekg
