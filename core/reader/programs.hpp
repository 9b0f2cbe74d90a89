// Formats that programs of the system read for us: PDF (pdftotext), old Word files (antiword, else catdoc).
#pragma once

#include <string_view>

#include "core/model/document.hpp"

namespace zonekg {

bool is_pdf(std::string_view bytes);
bool is_ole(std::string_view bytes); // .doc, .xls, .ppt, .wps, and encrypted OOXML

// What is wrong with the file or missing on the system goes to `source.diagnostics`.
void read_pdf(std::string_view bytes, SourceText& source);
void read_doc(std::string_view bytes, SourceText& source);

} // namespace zonekg
