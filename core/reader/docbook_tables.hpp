// Tables of DocBook, as `antiword -x db` writes them: in its plain text the words of a cell are broken over several lines.
#pragma once

#include <string_view>
#include <vector>

#include "core/reader/text_builder.hpp"

namespace zonekg {

// The tables in their order; none when the bytes are no such XML. The document type is not looked at.
std::vector<TableRows> read_docbook_tables(std::string_view xml);

} // namespace zonekg
