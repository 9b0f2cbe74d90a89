#include "core/host/names.hpp"

#include "core/text/utf8.hpp"

namespace zonekg {
namespace {

bool is_white_space(char32_t c) {
  return c == U' ' || (c >= U'\t' && c <= U'\r') || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x3000;
}

// Chinese characters and their punctuation: written without spaces between them.
bool is_wide(char32_t c) { return c >= 0x2E80; }

} // namespace

std::string close_white_space(std::string_view words) {
  std::string name;
  char32_t last = 0;
  bool pending = false;
  for (std::size_t i = 0; i < words.size();) {
    const CodePoint point = code_point_at(words, i);
    if (is_white_space(point.value)) {
      pending = last != 0;
    } else {
      if (pending && !(is_wide(last) && is_wide(point.value))) name += ' ';
      name += words.substr(i, point.size);
      last = point.value;
      pending = false;
    }
    i += point.size;
  }
  return name;
}

bool has_words(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = code_point_at(text, i);
    if (!is_white_space(point.value)) return true;
    i += point.size;
  }
  return false;
}

} // namespace zonekg
