// Rich Text Format.
#pragma once

#include <string_view>

#include "core/model/document.hpp"

namespace zonekg {

bool is_rtf(std::string_view bytes);

// Paragraphs and tables; fonts, styles, pictures, headers, footers, hidden and deleted text are left out. Linear.
void read_rtf(std::string_view bytes, SourceText& source);

} // namespace zonekg
