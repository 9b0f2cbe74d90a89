#include "export/xml_text.hpp"

#include "core/text/utf8.hpp"
#include "graph/code_points.hpp"

namespace zonekg {
namespace {

std::string_view escape_of(char c) {
  switch (c) {
  case '&':
    return "&amp;";
  case '<':
    return "&lt;";
  case '>':
    return "&gt;"; // also ends a CDATA section: ]]>
  case '"':
    return "&quot;";
  case '\r':
    return "&#13;"; // a parser would turn the others into spaces or line feeds
  case '\n':
    return "&#10;";
  case '\t':
    return "&#9;";
  default:
    return {};
  }
}

} // namespace

std::string escape_xml(std::string_view text) {
  std::string result;
  for (const char32_t c : to_code_points(text)) {
    if (!is_xml_character(c)) {
      result += "\uFFFD";
    } else if (const auto escape = c < 0x80 ? escape_of(static_cast<char>(c)) : std::string_view(); !escape.empty()) {
      result += escape;
    } else {
      append_code_point(result, c);
    }
  }
  return result;
}

} // namespace zonekg
