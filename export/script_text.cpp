#include "export/script_text.hpp"

#include <algorithm>

namespace zonekg {
namespace {

constexpr std::string_view separator = "\xE2\x80"; // how U+2028 and U+2029 begin in UTF-8

std::string_view escape_of(char c) {
  switch (c) {
  case '<':
    return "\\u003c";
  case '>':
    return "\\u003e";
  case '&':
    return "\\u0026";
  default:
    return {};
  }
}

} // namespace

ScriptText::~ScriptText() { out_ << separator.substr(0, static_cast<std::size_t>(held_)); }

void ScriptText::put_separator(char c) {
  const bool is_separator = held_ == 2 && (c == '\xA8' || c == '\xA9');
  if (is_separator)
    out_ << (c == '\xA8' ? "\\u2028" : "\\u2029");
  else
    out_ << separator.substr(0, static_cast<std::size_t>(held_));
  held_ = 0;
  if (!is_separator) put(c);
}

void ScriptText::put(char c) {
  if (c == separator[static_cast<std::size_t>(held_ % 2)] && held_ < 2) {
    ++held_;
    return;
  }
  if (held_ > 0) return put_separator(c);
  if (const std::string_view escape = escape_of(c); !escape.empty())
    out_ << escape;
  else
    out_.put(c);
}

ScriptText::int_type ScriptText::overflow(int_type c) {
  if (!traits_type::eq_int_type(c, traits_type::eof())) put(traits_type::to_char_type(c));
  return out_ ? traits_type::not_eof(c) : traits_type::eof();
}

std::streamsize ScriptText::xsputn(const char* text, std::streamsize size) {
  const std::string_view all(text, static_cast<std::size_t>(size));
  for (std::size_t begin = 0; begin < all.size();) {
    const std::size_t end = held_ > 0 ? begin : std::min(all.find_first_of("<>&\xE2", begin), all.size());
    out_ << all.substr(begin, end - begin);
    if (end < all.size()) put(all[end]);
    begin = end + 1;
  }
  return out_ ? size : 0;
}

} // namespace zonekg
