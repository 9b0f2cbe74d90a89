// Web pages.
#pragma once

#include <string_view>

#include "core/model/document.hpp"

namespace zonekg {

bool is_html(std::string_view bytes); // by its beginning, in any encoding that keeps ASCII

// The main text without menus, headers, footers, scripts and hidden parts; headings, lists (numbered ones with their
// numbers) and tables kept; date, publisher and 索引号 of government pages as attributes.
void read_html(std::string_view bytes, SourceText& source);

} // namespace zonekg
