// Numbers of templates are part of the weight files: add new ones, never reuse.
#include "core/kit/edge_features.hpp"

#include "core/kit/lexicon.hpp"

namespace zonekg::kit {
namespace {

std::uint64_t pack(char32_t a, char32_t b = 0, char32_t c = 0) {
  return std::uint64_t{a} << 42 | std::uint64_t{b} << 21 | std::uint64_t{c};
}

void context(const Index& index, std::uint32_t position, EdgeMarks marks, std::uint32_t base, Features& out) {
  const std::int64_t p = position;
  const auto c = [&](std::int64_t k) { return index.folded(p + k); };
  const auto add = [&](std::uint32_t kind, std::uint64_t a, std::uint64_t b = 0, std::uint64_t d = 0) {
    out.push_back(feature(base + kind, a, b, d));
  };
  add(0, pack(c(-1)));
  add(1, pack(c(-2), c(-1)));
  add(2, pack(c(-3), c(-2), c(-1)));
  add(3, pack(c(0)));
  add(4, pack(c(0), c(1)));
  add(5, pack(c(0), c(1), c(2)));
  add(6, pack(c(-1), c(0)));
  add(7, pack(c(-2), c(-1), c(0)));
  add(8, pack(c(-1), c(0), c(1)));
  const std::uint32_t left = index.word_at(p - 1), right = index.word_at(p);
  const std::uint32_t left2 = left != none && left > 0 ? left - 1 : none;
  const std::uint32_t right2 = right != none && right + 1 < index.words().size() ? right + 1 : none;
  const std::uint64_t same = left != none && left == right ? 1 : 0; // the position cuts a word
  add(9, index.word_hash(left), same);
  add(10, index.word_hash(right), same);
  add(11, index.word_hash(left2), index.word_hash(left));
  add(12, index.word_hash(right), index.word_hash(right2));
  add(13, index.word_hash(left), index.word_hash(right));
  const std::uint64_t tags = std::uint64_t{index.word_tag(left)} << 8 | index.word_tag(right);
  add(14, tags, same);
  add(15, std::uint64_t{index.word_tag(left2)} << 8 | index.word_tag(left), index.word_tag(right));
  add(16, index.word_tag(left), std::uint64_t{index.word_tag(right)} << 8 | index.word_tag(right2));
  add(17, index.word_hash(left), index.word_tag(right));
  add(18, index.word_tag(left), index.word_hash(right));
  add(19, marks.begins & 0x7FFF, marks.ends & 0x7FFF);
  each_bit(marks.begins, [&](std::size_t bit) { add(20, bit); });
  each_bit(marks.ends, [&](std::size_t bit) { add(21, bit); });
  add(24, static_cast<std::uint64_t>(index.role_at(position ? position - 1 : 0)), marks.begins & (mark_line | mark_item));
}

void list_context(const Index& index, std::uint32_t position, Side side, std::uint32_t base, Features& out) {
  const std::uint32_t row = index.item_at(std::int64_t{position} - (side == Side::begin ? 0 : 1));
  const auto add = [&](std::uint32_t kind, std::uint64_t a = 0, std::uint64_t b = 0, std::uint64_t c = 0) {
    out.push_back(feature(base + kind, a, b, c));
  };
  if (row == none) return add(30);
  const zkg_item& item = index.items()[row];
  const zkg_enumeration& list = index.enumerations()[item.enumeration];
  const Range range = index.range(item.span);
  const bool edge = side == Side::begin ? range.begin == position : range.end == position;
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

void edge_features(const Index& index, std::uint32_t position, Side side, EdgeMarks marks, Features& out) {
  const std::uint32_t base = edge_base(side);
  context(index, position, marks, base, out);
  list_context(index, position, side, base, out);
  const std::uint32_t verb = side == Side::begin ? index.verb_before(position) : index.verb_after(position);
  out.push_back(feature(base + 40, index.word_hash(verb)));
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
    edge_features(index_, position, side, {index_.begins()[position], index_.ends()[position]}, ids_);
    place.first = static_cast<std::uint32_t>(first);
    place.count = static_cast<std::uint8_t>(ids_.size() - first);
    place.round = round_ & 0xFFFFFF;
  }
  return {ids_.data() + place.first, place.count};
}

} // namespace zonekg::kit
