// What XML 1.0 can hold: GraphML is XML, and so are the pictures that Graphviz makes of DOT.
#pragma once

namespace zonekg {

// Most control characters, U+FFFE and U+FFFF cannot be written in any way: writers put U+FFFD.
inline bool is_xml_character(char32_t c) {
  return c == U'\t' || c == U'\n' || c == U'\r' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF);
}

} // namespace zonekg
