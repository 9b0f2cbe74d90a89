// Spreadsheets: XLSX workbooks and tables of separated values.
#pragma once

#include <string_view>

#include "core/model/document.hpp"
#include "core/reader/archive.hpp"

namespace zonekg {

// Sheet by sheet, as tables. Values as they are shown: dates, percentages; of formulas the stored results. Throws
// UnpackError.
void read_xlsx(const ZipArchive& archive, SourceText& source);

// Comma, semicolon or tab separated values with quotes (RFC 4180): the separator of most lines, 0 when the text has no
// such shape.
char find_separator(std::string_view text);
void read_csv(std::string_view text, char separator, SourceText& source);

} // namespace zonekg
