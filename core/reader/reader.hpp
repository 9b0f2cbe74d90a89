// From the bytes of a file to source text. The format is told by the content, not by the name's ending.
#pragma once

#include <string_view>

#include "core/model/document.hpp"

namespace zonekg {

// Never fails: what cannot be read well comes with diagnostics. `name` is for their `where`.
SourceText read_source(std::string_view bytes, std::string_view name);

// Whether a file that begins so is read as it stands, as plain text: all of its bytes are text then.
inline constexpr std::size_t telling_bytes = 65536;
bool is_plain_text(std::string_view begin);

} // namespace zonekg
