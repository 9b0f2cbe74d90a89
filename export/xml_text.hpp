// What XML 1.0 can hold: GraphML and GEXF are XML, and so are the pictures that Graphviz makes of DOT.
#pragma once

#include <string>
#include <string_view>

namespace zonekg {

// Most control characters, U+FFFE and U+FFFF cannot be written in any way: writers put U+FFFD.
inline bool is_xml_character(char32_t c) {
  return c == U'\t' || c == U'\n' || c == U'\r' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF);
}

// For element content and quoted attribute values; also right in HTML.
std::string escape_xml(std::string_view text);
void append_xml(std::string& out, std::string_view text); // the same behind `out`
void escape_xml_from(std::string& out, std::size_t begin); // what stands in `out` from there on

} // namespace zonekg
