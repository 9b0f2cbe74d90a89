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

void append_xml(std::string& out, std::string_view text) {
  if (find_invalid_utf8(text)) return append_xml(out, clean_utf8(text));
  std::size_t begin = 0;
  const auto replace = [&](std::size_t at, std::size_t size, std::string_view by) {
    out.append(text, begin, at - begin).append(by);
    begin = at + size;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte > '>' && byte != 0xEF) continue; // nothing above needs care but the lead byte of U+FFFE
    if (byte < 0x80) {
      if (const auto escape = escape_of(text[i]); !escape.empty()) replace(i, 1, escape);
      else if (byte < 0x20) replace(i, 1, "\uFFFD");
    } else if (byte == 0xEF && text[i + 1] == '\xBF' && static_cast<unsigned char>(text[i + 2]) >= 0xBE) {
      replace(i, 3, "\uFFFD"); // U+FFFE and U+FFFF: characters to Unicode, none to XML
    }
  }
  out.append(text, begin);
}

std::string escape_xml(std::string_view text) {
  std::string result;
  append_xml(result, text);
  return result;
}

} // namespace zonekg
