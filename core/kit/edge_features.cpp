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
  tag_left, tag_right, tags, tags_left, tags_right, cut, begins, ends, role, at_line, columns
};
using Eight = std::uint64_t[AroundEight::width];

struct Template {
  std::uint32_t number;
  Column a, b = nothing, c = nothing;
};

constexpr Template around[AroundEight::templates] = {
    {0, before_1},      {1, before_2},         {2, before_3},           {3, behind_1},         {4, behind_2},
    {5, behind_3},      {6, across_2},         {7, across_left},        {8, across_right},     {9, left, cut},
    {10, right, cut},   {11, left_2, left},    {12, right, right_2},    {13, left, right},     {14, tags, cut},
    {15, tags_left, tag_right}, {16, tag_left, tags_right}, {17, left, tag_right}, {18, tag_left, right}, {19, begins, ends},
    {24, role, at_line}, {40, verb},
};
enum : std::size_t { of_marks = 19, of_role, of_verb }; // places in `around`; what comes before them does not know of marks

constexpr std::uint32_t told_marks = 0x7FFF;
constexpr std::uint32_t line_marks = mark_line | mark_item;

// Of each bit of marks, for templates that say nothing else.
using MarkIds = std::array<Feature, 32>;
constexpr MarkIds mark_ids(std::uint32_t number) {
  MarkIds ids{};
  for (std::size_t bit = 0; bit < ids.size(); ++bit) ids[bit] = feature(number, bit);
  return ids;
}
constexpr MarkIds begin_ids[] = {mark_ids(edge_base(Side::begin) + 20), mark_ids(edge_base(Side::end) + 20)};
constexpr MarkIds end_ids[] = {mark_ids(edge_base(Side::begin) + 21), mark_ids(edge_base(Side::end) + 21)};

std::uint64_t role_before(const Index& index, std::uint32_t position) {
  return static_cast<std::uint64_t>(index.role_at(position ? position - 1 : 0));
}

void fill_characters(const Index& index, std::uint32_t first, Eight* at) {
  char32_t c[AroundEight::width + 5]; // from three before the first position
  for (std::size_t i = 0; i < std::size(c); ++i) c[i] = index.folded(std::int64_t{first} - 3 + static_cast<std::int64_t>(i));
  for (std::size_t i = 0; i < AroundEight::width; ++i) {
    at[before_1][i] = pack(c[i + 2]);
    at[before_2][i] = pack(c[i + 1], c[i + 2]);
    at[before_3][i] = pack(c[i], c[i + 1], c[i + 2]);
    at[behind_1][i] = pack(c[i + 3]);
    at[behind_2][i] = pack(c[i + 3], c[i + 4]);
    at[behind_3][i] = pack(c[i + 3], c[i + 4], c[i + 5]);
    at[across_2][i] = pack(c[i + 2], c[i + 3]);
    at[across_left][i] = pack(c[i + 1], c[i + 2], c[i + 3]);
    at[across_right][i] = pack(c[i + 2], c[i + 3], c[i + 4]);
  }
}

void fill_words(const Index& index, std::uint32_t first, Eight* at) {
  const auto word = [&](std::size_t i) { return index.word_at(std::int64_t{first} + static_cast<std::int64_t>(i) - 1); };
  std::uint32_t before = word(0);
  for (std::size_t i = 0; i < AroundEight::width; ++i) {
    const std::uint32_t next = word(i + 1);
    const std::uint32_t before_2 = before != none && before > 0 ? before - 1 : none;
    const std::uint32_t next_2 = next != none && next + 1 < index.words().size() ? next + 1 : none;
    at[left][i] = index.word_hash(before);
    at[right][i] = index.word_hash(next);
    at[left_2][i] = index.word_hash(before_2);
    at[right_2][i] = index.word_hash(next_2);
    const std::uint64_t left_tag = index.word_tag(before), right_tag = index.word_tag(next);
    at[tag_left][i] = left_tag;
    at[tag_right][i] = right_tag;
    at[tags][i] = left_tag << 8 | right_tag;
    at[tags_left][i] = std::uint64_t{index.word_tag(before_2)} << 8 | left_tag;
    at[tags_right][i] = right_tag << 8 | index.word_tag(next_2);
    at[cut][i] = before != none && before == next ? 1 : 0; // the position cuts a word
    before = next;
  }
}

void fill_marks(const Index& index, std::uint32_t first, Eight* at) {
  for (std::uint32_t i = 0; i < AroundEight::width; ++i) {
    const std::uint32_t position = std::min(first + i, index.size());
    at[begins][i] = index.begins()[position] & told_marks;
    at[ends][i] = index.ends()[position] & told_marks;
    at[role][i] = role_before(index, position);
    at[at_line][i] = index.begins()[position] & line_marks;
  }
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
  const std::uint64_t place = item.row == 0 ? 0 : item.row + 1 == list.item_count ? 2 : 1;
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

void AroundEight::hash(const Index& index, std::uint32_t first) {
  Eight at[columns];
  std::fill(std::begin(at[nothing]), std::end(at[nothing]), 0);
  fill_characters(index, first, at);
  fill_words(index, first, at);
  fill_marks(index, first, at);
  for (const Side side : {Side::begin, Side::end}) {
    for (std::uint32_t i = 0; i < width; ++i) {
      const std::uint32_t position = std::min(first + i, index.size());
      at[verb][i] = index.word_hash(side == Side::begin ? index.verb_before(position) : index.verb_after(position));
    }
    for (std::size_t t = 0; t < templates; ++t)
      feature_each(edge_base(side) + around[t].number, at[around[t].a], at[around[t].b], at[around[t].c], width, ids_[static_cast<std::size_t>(side)][t]);
  }
}

const Features& EdgeIds::list_ids(std::uint32_t position, Side side) {
  ListIds& known = lists_[static_cast<std::size_t>(side)];
  const std::uint32_t row = index_.item_at(std::int64_t{position} - (side == Side::begin ? 0 : 1));
  bool edge = false;
  if (row != none) {
    const Range range = index_.range(index_.items()[row].span);
    edge = side == Side::begin ? range.begin == position : range.end == position;
  }
  if (known.ids.empty() || known.row != row || known.edge != edge) {
    known.row = row;
    known.edge = edge;
    known.ids.clear();
    list_context(index_, row, edge, edge_base(side), known.ids);
  }
  return known.ids;
}

void EdgeIds::append(std::uint32_t position, Side side, EdgeMarks marks, Features& out) {
  if (position / AroundEight::width != block_) {
    block_ = position / AroundEight::width;
    around_.hash(index_, block_ * AroundEight::width);
  }
  const std::uint32_t k = position % AroundEight::width;
  const auto s = static_cast<std::size_t>(side);
  const bool as_indexed = marks.begins == index_.begins()[position] && marks.ends == index_.ends()[position];
  const std::size_t first = out.size();
  out.resize(first + of_marks);
  for (std::size_t t = 0; t < of_marks; ++t) out[first + t] = around_.id(side, t, k);
  out.push_back(as_indexed ? around_.id(side, of_marks, k) : feature(edge_base(side) + 19, marks.begins & told_marks, marks.ends & told_marks));
  each_bit(marks.begins, [&](std::size_t bit) { out.push_back(begin_ids[s][bit]); });
  each_bit(marks.ends, [&](std::size_t bit) { out.push_back(end_ids[s][bit]); });
  out.push_back(as_indexed ? around_.id(side, of_role, k) : feature(edge_base(side) + 24, role_before(index_, position), marks.begins & line_marks));
  const Features& list = list_ids(position, side);
  out.insert(out.end(), list.begin(), list.end());
  out.push_back(around_.id(side, of_verb, k));
}

InnerIds::InnerIds(const Index& index) {
  pairs.reserve(index.size());
  words.reserve(index.words().size());
  for (std::uint32_t i = 0; i < index.size(); ++i) pairs.push_back(feature(inner_base, pack(index.folded(i), index.folded(std::int64_t{i} + 1))));
  for (std::uint32_t word = 0; word < index.words().size(); ++word) words.push_back(feature(inner_base + 1, index.word_hash(word)));
}

std::span<const Feature> EdgeIds::of(std::uint32_t position, Side side) {
  Place& place = places_[static_cast<std::size_t>(side)][position];
  if (place.round != round_) {
    if (ids_.size() >= most) {
      ids_.clear();
      ++round_;
    }
    const std::size_t first = ids_.size();
    append(position, side, {index_.begins()[position], index_.ends()[position]}, ids_);
    place.first = static_cast<std::uint32_t>(first);
    place.count = static_cast<std::uint8_t>(ids_.size() - first);
    place.round = round_ & 0xFFFFFF;
  }
  return {ids_.data() + place.first, place.count};
}

} // namespace zonekg::kit
