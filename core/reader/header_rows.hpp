// Ledgers spread the header of a table over two or three rows: a group of columns above, what each of them holds or its
// unit below. The layers know one header for a column.
#pragma once

#include "core/reader/text_builder.hpp"

namespace zonekg {

// Makes one row of those that begin at `first`: 总投资 above 计划(万元) becomes 总投资计划(万元), at the place of the lower
// cell. Rows are closed lines without empty cells at the end. Left as they are when it is not sure that a row is a header.
void join_header_rows(TableRows& rows, std::size_t first);

} // namespace zonekg
