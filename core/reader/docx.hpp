// Word documents (OOXML).
#pragma once

#include <string_view>

#include "core/model/document.hpp"
#include "core/reader/archive.hpp"

namespace zonekg {

// Paragraphs with their automatic numbers, tables with merged cells filled, text boxes behind the paragraph that holds
// them, notes at the end. Deleted and hidden text, headers, footers and tables of contents are left out. Throws UnpackError.
void read_docx(const ZipArchive& archive, SourceText& source);

} // namespace zonekg
