#include "core/training/rename_text.hpp"

#include "core/training/gold.hpp"

namespace zonekg {
namespace {

// `before` is the key of the code point; the same change to the code point itself.
char32_t changed_as(char32_t code_point, char32_t before, char32_t changed) {
  if (code_point == before) return changed;
  const bool letters = before >= U'a' && before <= U'z' && changed >= U'a' && changed <= U'z';
  for (const char32_t first : {U'A', U'Ａ', U'ａ'})
    if (letters && code_point == first + (before - U'a')) return first + (changed - U'a');
  return code_point;
}

} // namespace

KeyText key_text(std::u32string_view text) {
  KeyText result;
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    // Most of a report is Chinese characters, which are their own key.
    const std::u32string key = text[i] >= 0x4E00 && text[i] <= 0x9FFF ? std::u32string(1, text[i])
                                                                      : decode(name_key(encode(text.substr(i, 1))));
    result.key += key;
    result.source.insert(result.source.end(), key.size(), i);
  }
  return result;
}

bool KeyText::is_single(std::size_t at, std::size_t size) const {
  for (std::size_t i = at; i < at + size; ++i)
    if ((i > 0 && source[i - 1] == source[i]) || (i + 1 < source.size() && source[i + 1] == source[i])) return false;
  return true;
}

std::u32string with_changes(std::u32string_view text, const KeyText& key, std::u32string_view changed) {
  std::u32string result(text);
  for (std::size_t i = 0; i < changed.size(); ++i)
    if (changed[i] != key.key[i]) result[key.source[i]] = changed_as(text[key.source[i]], key.key[i], changed[i]);
  return result;
}

} // namespace zonekg
