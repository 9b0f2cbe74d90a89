// Small fixed word lists, asked whether a word stands at a place of a text.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace zonekg {

// Sorted at compile time. Every word starts with a Chinese character; a filter of first characters turns most places
// away with one look.
template <std::size_t N>
class WordSet {
 public:
  constexpr explicit WordSet(std::array<std::string_view, N> list) : words_(list) {
    std::sort(words_.begin(), words_.end());
    for (const std::string_view w : words_) first_characters_[slot(w) / 64] |= std::uint64_t{1} << slot(w) % 64;
  }

  // Bytes of the longest word that starts at `at`; 0 when none does.
  [[nodiscard]] std::size_t match(std::string_view text, std::size_t at) const {
    text.remove_prefix(at);
    if (text.size() < 3 || static_cast<unsigned char>(text[0]) < 0xE0) return 0;
    if ((first_characters_[slot(text) / 64] >> slot(text) % 64 & 1) == 0) return 0;
    const std::string_view first = text.substr(0, 3);
    std::size_t longest = 0;
    for (auto w = std::lower_bound(words_.begin(), words_.end(), first); w != words_.end() && w->starts_with(first); ++w)
      if (w->size() > longest && text.starts_with(*w)) longest = w->size();
    return longest;
  }

  // Whether one of the words stands anywhere in the text.
  [[nodiscard]] bool occurs_in(std::string_view text) const {
    for (std::size_t at = 0; at < text.size(); ++at)
      if (match(text, at) > 0) return true;
    return false;
  }

  // Whether the text ends with one of the words.
  [[nodiscard]] bool ends(std::string_view text) const {
    return std::any_of(words_.begin(), words_.end(), [&](std::string_view w) { return text.ends_with(w); });
  }

 private:
  // The low bits of the first character's code point.
  static constexpr std::size_t slot(std::string_view text) {
    return (static_cast<unsigned char>(text[1]) & 0x3Fu) << 6 | (static_cast<unsigned char>(text[2]) & 0x3Fu);
  }

  std::array<std::string_view, N> words_;
  std::array<std::uint64_t, 64> first_characters_{};
};

template <std::size_t N>
constexpr WordSet<N> word_set(const std::string_view (&list)[N]) {
  return WordSet<N>(std::to_array(list));
}

} // namespace zonekg
