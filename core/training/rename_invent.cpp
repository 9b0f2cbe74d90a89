#include "core/training/rename_invent.hpp"

#include <algorithm>
#include <iterator>

#include "core/kit/features.hpp"
#include "core/text/places.hpp"

namespace zonekg {
namespace {

struct Weighted {
  char32_t character;
  std::uint32_t count;
};

#include "core/training/rename_lists.inc"

template <std::size_t Size> char32_t drawn(const Weighted (&table)[Size], Draw& draw) {
  std::uint64_t total = 0;
  for (const Weighted& w : table) total += w.count;
  std::uint64_t at = draw.below(total);
  for (const Weighted& w : table) {
    if (at < w.count) return w.character;
    at -= w.count;
  }
  return table[0].character;
}

std::u32string_view any_place(Draw& draw) { return known_places()[draw.below(known_places().size())]; }

// As long as asked for; by rejection, for the list has places of every length from two to four.
std::u32string listed_place(std::size_t size, Draw& draw) {
  for (;;)
    if (const auto place = any_place(draw); place.size() == size) return std::u32string(place);
}

std::u32string made_place(std::size_t size, Draw& draw) {
  std::u32string name(1, any_place(draw).front());
  while (name.size() + 1 < size) name += any_place(draw)[1];
  return name += any_place(draw).back();
}

std::u32string made_brand(std::size_t size, Draw& draw) {
  std::u32string name(1, drawn(brand_first, draw));
  while (name.size() + 1 < size) name += drawn(brand_middle, draw);
  return name += size < 3 ? drawn(brand_last, draw) : drawn(brand_ending, draw);
}

std::u32string other_letters(std::u32string_view part, Draw& draw) {
  constexpr std::u32string_view vowels = U"aeiou", consonants = U"bcdfghklmnprstvwz";
  std::u32string result;
  for (const char32_t c : part) {
    const bool vowel = vowels.find(c) != std::u32string_view::npos;
    if (c < U'a' || c > U'z')
      result += c;
    else
      result += vowel ? vowels[draw.below(vowels.size())] : consonants[draw.below(consonants.size())];
  }
  return result;
}

bool is_province(std::u32string_view part) {
  return std::find(std::begin(provinces), std::end(provinces), part) != std::end(provinces);
}

std::u32string other_province(std::size_t size, Draw& draw) {
  for (;;)
    if (const auto name = provinces[draw.below(std::size(provinces))]; name.size() == size) return std::u32string(name);
}

std::u32string one(std::u32string_view part, PartKind kind, Draw& draw) {
  if (part.front() < 0x80) return other_letters(part, draw);
  if (kind == PartKind::brand) return made_brand(part.size(), draw);
  if (is_province(part)) return other_province(part.size(), draw);
  const bool listed = kind == PartKind::place && part.size() >= 2 && part.size() <= 4;
  return listed ? listed_place(part.size(), draw) : made_place(part.size(), draw);
}

} // namespace

std::uint64_t Draw::below(std::uint64_t count) {
  state_ += 0x9e3779b97f4a7c15ULL;
  return kit::mix(state_) % count;
}

std::u32string invent(std::u32string_view part, PartKind kind, Draw& draw,
                      const std::function<bool(std::u32string_view)>& taken) {
  constexpr int tries = 200;
  for (int i = 0; i < tries; ++i)
    if (std::u32string name = one(part, kind, draw); !taken(name)) return name;
  return std::u32string(part);
}

} // namespace zonekg
