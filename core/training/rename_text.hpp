// A passage as two rows of code points: as it stands, and as names are compared (name_key), with the way back.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/utf8.hpp"

namespace zonekg {

inline std::u32string decode(std::string_view text) {
  std::u32string result;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    result.push_back(c.value);
    at += c.size;
  }
  return result;
}

inline std::string encode(std::u32string_view text) {
  std::string result;
  for (const char32_t c : text) append_code_point(result, c);
  return result;
}

struct KeyText {
  std::u32string key;                // of the whole text
  std::vector<std::uint32_t> source; // for each of its code points, the code point of the text it comes from

  // Each of these code points of the key is alone the key of its source: ㎡ is not.
  [[nodiscard]] bool is_single(std::size_t at, std::size_t size) const;
};

KeyText key_text(std::u32string_view text);

// The text whose key is `changed`, which differs from `key.key` in single code points only: wide and capital letters
// stay wide and capital.
std::u32string with_changes(std::u32string_view text, const KeyText& key, std::u32string_view changed);

} // namespace zonekg
