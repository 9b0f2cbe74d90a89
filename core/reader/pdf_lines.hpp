// The printed page undone: where the words of a PDF stand becomes paragraphs and tables again.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/reader/text_builder.hpp"

namespace zonekg {

// `xhtml`: as `pdftotext -bbox` writes it, a box for each word. Page numbers and running headers go, lines of one
// paragraph join, columns become cells. Returns why it was not read to its end, or nothing.
std::optional<std::string> join_pages(std::string_view xhtml, TextBuilder& out);

} // namespace zonekg
