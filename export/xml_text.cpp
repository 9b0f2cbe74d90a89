#include "export/xml_text.hpp"

#include <cstdint>
#include <cstring>

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

// Eight bytes at a time: Anderson, Bit Twiddling Hacks, "Determine if a word has a zero byte".
constexpr std::uint64_t each = 0x0101010101010101, high_bits = 0x8080808080808080;
constexpr std::uint64_t has_below(std::uint64_t bytes, unsigned char limit) { return (bytes - each * limit) & ~bytes & high_bits; }
constexpr std::uint64_t has(std::uint64_t bytes, unsigned char byte) { return has_below(bytes ^ each * byte, 1); }

constexpr bool needs_care(std::uint64_t bytes) {
  static_assert(('<' | 2) == '>' && ('"' | 4) == '&');
  return (has_below(bytes, 0x20) | has(bytes | each * 2, '>') | has(bytes | each * 4, '&') | has(bytes, 0xEF)) != 0;
}

// Nothing in it needs care.
bool is_plain(std::string_view text) {
  bool care = false;
  std::uint64_t all = 0, bytes = 0;
  const auto look = [&] {
    care |= needs_care(bytes);
    all |= bytes;
  };
  std::size_t i = 0;
  for (; i + sizeof bytes <= text.size(); i += sizeof bytes) {
    std::memcpy(&bytes, text.data() + i, sizeof bytes);
    look();
  }
  bytes = each * ' ';
  std::memcpy(&bytes, text.data() + i, text.size() - i);
  look();
  return !care && ((all & high_bits) == 0 || !find_invalid_utf8(text));
}

} // namespace

void append_xml(std::string& out, std::string_view text) {
  if (is_plain(text)) {
    out.append(text);
    return;
  }
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

void escape_xml_from(std::string& out, std::size_t begin) {
  if (is_plain(std::string_view(out).substr(begin))) return;
  const std::string text = out.substr(begin);
  out.resize(begin);
  append_xml(out, text);
}

std::string escape_xml(std::string_view text) {
  std::string result;
  append_xml(result, text);
  return result;
}

} // namespace zonekg
