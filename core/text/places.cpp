#include "core/text/places.hpp"

#include <algorithm>
#include <iterator>

namespace zonekg {
namespace {

constexpr std::u32string_view places[] = {
#include "core/text/places.inc"
};
constexpr std::size_t longest_place = 12;
constexpr std::u32string_view class_words[] = {U"自治区", U"自治州", U"自治县", U"省", U"市",
                                               U"县",     U"区",     U"州",     U"盟", U"旗"};

} // namespace

std::span<const std::u32string_view> known_places() { return places; }

bool is_known_place(std::u32string_view text) { return std::binary_search(std::begin(places), std::end(places), text); }

std::size_t leading_place(std::u32string_view text) {
  for (std::size_t size = std::min(longest_place, text.size()); size >= 2; --size) {
    if (!is_known_place(text.substr(0, size))) continue;
    for (const std::u32string_view word : class_words)
      if (text.substr(size).starts_with(word)) return size + word.size();
    return size;
  }
  return 0;
}

std::u32string bare_places(std::u32string_view text) {
  std::u32string result;
  while (!text.empty()) {
    const std::size_t size = std::max<std::size_t>(leading_place(text), 1);
    std::u32string_view place = text.substr(0, size);
    if (size > 2 && std::u32string_view(U"省市县区").find(place.back()) != place.npos) place.remove_suffix(1);
    result += place;
    text.remove_prefix(size);
  }
  return result;
}

bool is_places(std::u32string_view text) {
  if (text.empty()) return false;
  while (!text.empty()) {
    const std::size_t size = leading_place(text);
    if (size == 0) return false;
    text.remove_prefix(size);
  }
  return true;
}

} // namespace zonekg
