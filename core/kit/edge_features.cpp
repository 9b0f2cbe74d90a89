// Numbers of templates are part of the weight files: add new ones, never reuse.
#include "core/kit/edge_features.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "core/kit/lexicon.hpp"

namespace zonekg::kit {
namespace {

std::uint64_t pack(char32_t a, char32_t b = 0, char32_t c = 0) {
  return std::uint64_t{a} << 42 | std::uint64_t{b} << 21 | std::uint64_t{c};
}

// What templates are made of, for each position.
enum Column : std::uint8_t {
  nothing, before_1, before_2, before_3, behind_1, behind_2, behind_3, across_2, across_left, across_right, // characters
  left, right, left_2, right_2, verb, // words
  tag_left, tag_right, tags_left, tags_right, cut, columns
};
using Eight = std::uint64_t[EightEdges::width];

struct Template {
  std::uint32_t number;
  Column a, b = nothing;
};

constexpr Template around[EightEdges::templates] = {
    {0, before_1},      {1, before_2},         {2, before_3},           {3, behind_1},         {4, behind_2},
    {5, behind_3},      {6, across_2},         {7, across_left},        {8, across_right},     {9, left, cut},
    {10, right, cut},   {11, left_2, left},    {12, right, right_2},    {13, left, right},     {15, tags_left, tag_right},
    {16, tag_left, tags_right}, {17, left, tag_right}, {18, tag_left, right}, {40, verb},
};
// Where the rest stands in the order of features: learning depends on it.
enum : std::size_t { before_context = 14, before_marks = 18 };

constexpr std::uint32_t told_marks = 0x7FFF;
constexpr std::uint32_t line_marks = mark_line | mark_item;

std::uint64_t role_before(const Index& index, std::uint32_t position) {
  return static_cast<std::uint64_t>(index.role_at(position ? position - 1 : 0));
}

void fill_characters(const Index& index, std::uint32_t position, std::size_t i, Eight* at) {
  char32_t c[6]; // from three before the position
  for (std::size_t k = 0; k < std::size(c); ++k) c[k] = index.folded(std::int64_t{position} - 3 + static_cast<std::int64_t>(k));
  at[before_1][i] = pack(c[2]);
  at[before_2][i] = pack(c[1], c[2]);
  at[before_3][i] = pack(c[0], c[1], c[2]);
  at[behind_1][i] = pack(c[3]);
  at[behind_2][i] = pack(c[3], c[4]);
  at[behind_3][i] = pack(c[3], c[4], c[5]);
  at[across_2][i] = pack(c[2], c[3]);
  at[across_left][i] = pack(c[1], c[2], c[3]);
  at[across_right][i] = pack(c[2], c[3], c[4]);
}

// Rows of the words on both sides of a position.
struct Beside {
  std::uint32_t before, next;
  [[nodiscard]] bool cut() const { return before != none && before == next; } // the position cuts a word
};
Beside words_beside(const Index& index, std::uint32_t position) { return {index.word_at(std::int64_t{position} - 1), index.word_at(position)}; }

void fill_words(const Index& index, std::uint32_t position, std::size_t i, Eight* at) {
  const auto [before, next] = words_beside(index, position);
  const std::uint32_t before_2 = before != none && before > 0 ? before - 1 : none;
  const std::uint32_t next_2 = next != none && next + 1 < index.words().size() ? next + 1 : none;
  at[left][i] = index.word_hash(before);
  at[right][i] = index.word_hash(next);
  at[left_2][i] = index.word_hash(before_2);
  at[right_2][i] = index.word_hash(next_2);
  const std::uint64_t left_tag = index.word_tag(before), right_tag = index.word_tag(next);
  at[tag_left][i] = left_tag;
  at[tag_right][i] = right_tag;
  at[tags_left][i] = std::uint64_t{index.word_tag(before_2)} << 8 | left_tag;
  at[tags_right][i] = right_tag << 8 | index.word_tag(next_2);
  at[cut][i] = words_beside(index, position).cut() ? 1 : 0;
}

// What tags and marks say, joined in one number. Tags are below 16, or 99.
struct Context {
  std::uint64_t left_tag, right_tag, cut, role;
  EdgeMarks marks;
  [[nodiscard]] std::uint64_t key() const {
    return std::uint64_t{marks.begins} << 40 | std::uint64_t{marks.ends} << 20 | role << 16 | left_tag << 9 | right_tag << 2 | cut;
  }
};

Context context_at(const Index& index, std::uint32_t position, EdgeMarks marks) {
  const Beside words = words_beside(index, position);
  return {index.word_tag(words.before), index.word_tag(words.next), words.cut(), role_before(index, position), marks};
}

void context_features(const Context& context, Side side, Features& out) {
  const std::uint32_t base = edge_base(side);
  const EdgeMarks marks = context.marks;
  out.push_back(feature(base + 14, context.left_tag << 8 | context.right_tag, context.cut));
  out.push_back(feature(base + 19, marks.begins & told_marks, marks.ends & told_marks));
  each_bit(marks.begins, [&](std::size_t bit) { out.push_back(feature(base + 20, bit)); });
  each_bit(marks.ends, [&](std::size_t bit) { out.push_back(feature(base + 21, bit)); });
  out.push_back(feature(base + 24, context.role, marks.begins & line_marks));
}

std::uint64_t place_in_list(const zkg_item& item, const zkg_enumeration& list) {
  return item.row == 0 ? 0 : item.row + 1 == list.item_count ? 2 : 1;
}

// Of a position in the item of that row, or at its edge.
void list_context(const Index& index, std::uint32_t row, bool edge, std::uint32_t base, Features& out) {
  const auto add = [&](std::uint32_t kind, std::uint64_t a = 0, std::uint64_t b = 0, std::uint64_t c = 0) {
    out.push_back(feature(base + kind, a, b, c));
  };
  if (row == none) return add(30);
  const zkg_item& item = index.items()[row];
  const zkg_enumeration& list = index.enumerations()[item.enumeration];
  const auto kind = static_cast<std::uint64_t>(list.kind) << 1 | (edge ? 1U : 0U);
  const std::uint64_t place = place_in_list(item, list);
  add(31, kind, place);
  add(32, kind, index.head_hash(item.enumeration));
  add(33, kind, list.claimed > 0, place);
  add(34, kind, index.header_hash(row));
  if (list.kind == ZKG_ENUM_TABLE) add(35, kind, item.column);
  const Range whole = index.range(list.span);
  add(36, kind, index.word_hash(index.verb_before(whole.begin)));
  add(37, kind, index.word_hash(index.verb_after(whole.end)));
}

} // namespace

void EightEdges::hash(const Index& index, const std::uint32_t (&positions)[width]) {
  Eight at[columns];
  std::fill(std::begin(at[nothing]), std::end(at[nothing]), 0);
  for (std::size_t i = 0; i < width; ++i) {
    fill_characters(index, positions[i], i, at);
    fill_words(index, positions[i], i, at);
  }
  for (const Side side : {Side::begin, Side::end}) {
    for (std::size_t i = 0; i < width; ++i)
      at[verb][i] = index.word_hash(side == Side::begin ? index.verb_before(positions[i]) : index.verb_after(positions[i]));
    for (std::size_t t = 0; t < templates; ++t)
      feature_each(edge_base(side) + around[t].number, at[around[t].a], at[around[t].b], at[nothing], width, ids[static_cast<std::size_t>(side)][t]);
  }
}

std::uint32_t EdgeIds::list_of(std::uint32_t position, Side side) {
  const auto s = static_cast<std::size_t>(side);
  const std::uint32_t row = index_.item_at(std::int64_t{position} - (side == Side::begin ? 0 : 1));
  ListPlace place;
  bool edge = false;
  if (row != none) {
    const zkg_item& item = index_.items()[row];
    const Range range = index_.range(item.span);
    edge = side == Side::begin ? range.begin == position : range.end == position;
    place = {item.enumeration, item.column, place_in_list(item, index_.enumerations()[item.enumeration]), index_.header_hash(row)};
  }
  KnownList& known = known_lists_[s][edge];
  if (known.number == none || known.place != place)
    known = {place, lists_[s].add([&](Features& out) { list_context(index_, row, edge, edge_base(side), out); })};
  return known.number;
}

std::uint32_t EdgeIds::context_of(std::uint32_t position, EdgeMarks marks) {
  const Context context = context_at(index_, position, marks);
  const auto [known, is_new] = known_contexts_.try_emplace(context.key(), contexts_[0].size());
  if (is_new)
    for (const Side side : {Side::begin, Side::end})
      contexts_[static_cast<std::size_t>(side)].add([&](Features& out) { context_features(context, side, out); });
  return known->second;
}

void EdgeIds::hash_from(std::uint32_t position) {
  constexpr std::ptrdiff_t ahead = 64; // where others have asked about most positions, those left are few
  std::uint32_t positions[EightEdges::width];
  std::size_t count = 0;
  positions[count++] = position;
  auto next = std::upper_bound(expected_.begin(), expected_.end(), position);
  const auto last = expected_.end() - next > ahead ? next + ahead : expected_.end();
  for (; next != last && count < EightEdges::width; ++next)
    if (!is_kept(places_[*next])) positions[count++] = *next;
  std::fill(positions + count, std::end(positions), positions[count - 1]);
  ++hashed_;
  if (hashed_ % most / in_block >= blocks_.size()) blocks_.push_back(std::make_unique_for_overwrite<EightEdges[]>(in_block));
  eight(hashed_).hash(index_, positions);
  for (std::uint32_t k = 0; k < count; ++k) {
    Place& place = places_[positions[k]];
    place.row = hashed_ * EightEdges::width + k;
    if (place.context != none) continue;
    place.context = context_of(positions[k], {index_.begins()[positions[k]], index_.ends()[positions[k]]});
    for (const Side side : {Side::begin, Side::end}) place.lists[static_cast<std::size_t>(side)] = list_of(positions[k], side);
  }
}

EdgeIds::Edge EdgeIds::of(std::uint32_t position, EdgeMarks marks) {
  if (!is_kept(places_[position])) hash_from(position);
  const Place& place = places_[position];
  const bool as_indexed = marks.begins == index_.begins()[position] && marks.ends == index_.ends()[position];
  const EightEdges& all = eight(place.row / EightEdges::width);
  const std::size_t k = place.row % EightEdges::width;
  return {{&all.ids[0][0][k], &all.ids[1][0][k]}, as_indexed ? place.context : context_of(position, marks), {place.lists[0], place.lists[1]}};
}

void EdgeIds::append(std::uint32_t position, Side side, EdgeMarks marks, Features& out) {
  const auto s = static_cast<std::size_t>(side);
  const Edge edge = of(position, marks);
  const std::span<const Feature> context = contexts(side)[edge.context], list = lists(side)[edge.lists[s]];
  const auto add_around = [&](std::size_t first, std::size_t last) {
    for (std::size_t t = first; t < last; ++t) out.push_back(edge.around[s][t * EightEdges::width]);
  };
  add_around(0, before_context);
  out.push_back(context.front());
  add_around(before_context, before_marks);
  out.insert(out.end(), context.begin() + 1, context.end());
  out.insert(out.end(), list.begin(), list.end());
  add_around(before_marks, EightEdges::templates);
}

InnerIds::InnerIds(const Index& index) {
  pairs.reserve(index.size());
  words.reserve(index.words().size());
  for (std::uint32_t i = 0; i < index.size(); ++i) pairs.push_back(feature(inner_base, pack(index.folded(i), index.folded(std::int64_t{i} + 1))));
  for (std::uint32_t word = 0; word < index.words().size(); ++word) words.push_back(feature(inner_base + 1, index.word_hash(word)));
}

} // namespace zonekg::kit
