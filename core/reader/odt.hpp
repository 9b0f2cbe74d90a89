// OpenDocument: texts and spreadsheets.
#pragma once

#include <string_view>

#include "core/model/document.hpp"
#include "core/reader/archive.hpp"

namespace zonekg {

// Headings, paragraphs, lists and tables; deleted text and comments are left out. Throws UnpackError.
void read_odf(const ZipArchive& archive, SourceText& source);

} // namespace zonekg
