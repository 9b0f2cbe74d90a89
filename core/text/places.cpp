#include "core/text/places.hpp"

#include <algorithm>
#include <iterator>

namespace zonekg {
namespace {

constexpr std::u32string_view places[] = {
#include "core/text/places.inc"
};
constexpr std::u32string_view class_words[] = {U"自治区", U"自治州", U"自治县", U"省", U"市",
                                               U"县",     U"区",     U"州",     U"盟", U"旗"};

// Those that begin with the first two characters of the text.
std::span<const std::u32string_view> places_like(std::u32string_view text) {
  const auto before = [](std::u32string_view a, std::u32string_view b) { return a.substr(0, 2) < b.substr(0, 2); };
  const auto [begin, end] = std::equal_range(std::begin(places), std::end(places), text, before);
  return {begin, end};
}

} // namespace

std::span<const std::u32string_view> known_places() { return places; }

bool is_known_place(std::u32string_view text) { return std::binary_search(std::begin(places), std::end(places), text); }

std::size_t leading_place(std::u32string_view text) {
  std::size_t size = 0;
  for (const std::u32string_view place : places_like(text))
    if (text.starts_with(place)) size = std::max(size, place.size());
  if (size == 0) return 0;
  for (const std::u32string_view word : class_words)
    if (text.substr(size).starts_with(word)) return size + word.size();
  return size;
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
