// Feature templates of spans.h. Numbers of templates are part of the weight files: add new ones, never reuse.
#include <algorithm>

#include "core/kit/spans.hpp"

namespace zonekg::kit {
namespace {

std::uint64_t pack(char32_t a, char32_t b = 0, char32_t c = 0) {
  return std::uint64_t{a} << 42 | std::uint64_t{b} << 21 | std::uint64_t{c};
}

std::uint32_t bucket(std::uint32_t n) { return n < 9 ? n : n < 12 ? 9 : n < 16 ? 10 : n < 22 ? 11 : 12; }

constexpr std::uint32_t begin_base = 100, end_base = 200, inner_base = 300;

} // namespace

void SpanFeatures::context(std::uint32_t position, std::uint32_t base, Features& out) const {
  const auto& r = reading_;
  const std::int64_t p = position;
  const auto c = [&](std::int64_t k) { return r.folded(p + k); };
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
  const std::uint32_t left = r.word_at(p - 1), right = r.word_at(p);
  const std::uint32_t left2 = left != none && left > 0 ? left - 1 : none;
  const std::uint32_t right2 = right != none && right + 1 < r.words().size() ? right + 1 : none;
  const std::uint64_t same = left != none && left == right ? 1 : 0; // the position cuts a word
  add(9, r.word_hash(left), same);
  add(10, r.word_hash(right), same);
  add(11, r.word_hash(left2), r.word_hash(left));
  add(12, r.word_hash(right), r.word_hash(right2));
  add(13, r.word_hash(left), r.word_hash(right));
  const std::uint64_t tags = std::uint64_t{r.word_tag(left)} << 8 | r.word_tag(right);
  add(14, tags, same);
  add(15, std::uint64_t{r.word_tag(left2)} << 8 | r.word_tag(left), r.word_tag(right));
  add(16, r.word_tag(left), std::uint64_t{r.word_tag(right)} << 8 | r.word_tag(right2));
  add(17, r.word_hash(left), r.word_tag(right));
  add(18, r.word_tag(left), r.word_hash(right));
  add(19, r.begins(position) & 0x7FFF, r.ends(position) & 0x7FFF);
  each_bit(r.begins(position), [&](std::size_t bit) { add(20, bit); });
  each_bit(r.ends(position), [&](std::size_t bit) { add(21, bit); });
  each_bit(r.class_begins(position), [&](std::size_t bit) { add(22, r.lexicon().hash(bit)); });
  each_bit(r.class_ends(position), [&](std::size_t bit) { add(23, r.lexicon().hash(bit)); });
  add(24, static_cast<std::uint64_t>(r.role_at(position ? position - 1 : 0)), r.begins(position) & (mark_line | mark_item));
}

void SpanFeatures::list_context(std::uint32_t position, bool begin, std::uint32_t base, Features& out) const {
  const std::uint32_t row = reading_.item_at(std::int64_t{position} - (begin ? 0 : 1));
  if (row == none) {
    out.push_back(feature(base + 30));
    return;
  }
  const zkg_item& item = reading_.items()[row];
  const zkg_enumeration& list = reading_.enumerations()[item.enumeration];
  const Range range = reading_.range(item.span);
  const bool edge = begin ? range.begin == position : range.end == position;
  const auto kind = static_cast<std::uint64_t>(list.kind) << 1 | (edge ? 1U : 0U);
  const std::uint64_t place = item.row == 0 ? 0 : item.row + 1 == list.item_count ? 2 : 1;
  const std::uint64_t head = reading_.head_hash(item.enumeration);
  const bool counted = list.claimed > 0;
  out.push_back(feature(base + 31, kind, place));
  out.push_back(feature(base + 32, kind, head));
  out.push_back(feature(base + 33, kind, counted, place));
  out.push_back(feature(base + 34, kind, reading_.header_hash(row)));
  if (list.kind == ZKG_ENUM_TABLE) out.push_back(feature(base + 35, kind, item.column));
  const Range whole = reading_.range(list.span);
  const std::uint32_t before = verb_before_[whole.begin], after = verb_after_[whole.end];
  out.push_back(feature(base + 36, kind, reading_.word_hash(before)));
  out.push_back(feature(base + 37, kind, reading_.word_hash(after)));
  if (!edge) return;
  each_bit(reading_.classes_before_list(item.enumeration), [&](std::size_t bit) { out.push_back(feature(base + 41, reading_.lexicon().hash(bit))); });
  each_bit(reading_.classes_after_list(item.enumeration), [&](std::size_t bit) { out.push_back(feature(base + 42, reading_.lexicon().hash(bit))); });
}

void SpanFeatures::begin_features(std::uint32_t position, Features& out) const {
  context(position, begin_base, out);
  list_context(position, true, begin_base, out);
  out.push_back(feature(begin_base + 40, reading_.word_hash(verb_before_[position])));
}

void SpanFeatures::end_features(std::uint32_t position, Features& out) const {
  context(position, end_base, out);
  list_context(position, false, end_base, out);
  out.push_back(feature(end_base + 40, reading_.word_hash(verb_after_[position])));
}

void SpanFeatures::character_features(std::uint32_t position, bool last, Features& out) const {
  if (!last) out.push_back(feature(inner_base, pack(reading_.folded(position), reading_.folded(std::int64_t{position} + 1))));
}

void SpanFeatures::word_feature(std::uint32_t position, Features& out) const {
  const std::uint32_t word = reading_.word_at(position);
  if (word != none) out.push_back(feature(inner_base + 1, reading_.word_hash(word)));
}

void SpanFeatures::all_features(Range range, Features& out) const {
  begin_features(range.begin, out);
  end_features(range.end, out);
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    character_features(i, i + 1 == range.end, out);
    if (i == range.begin || reading_.begins_word(i)) word_feature(i, out);
  }
  inner_features(range, out);
}

void SpanFeatures::composition(Range range, Features& out) const {
  const auto& r = reading_;
  const auto add = [&](std::uint32_t kind, std::uint64_t a = 0, std::uint64_t b = 0, std::uint64_t c = 0) {
    out.push_back(feature(inner_base + kind, a, b, c));
  };
  const Counts &from = counts_[range.begin], &to = counts_[range.end];
  const std::uint32_t redacted = to.redacted - from.redacted, unknown = to.unknown - from.unknown;
  const std::uint32_t words = to.words - from.words + (r.begins_word(range.begin) ? 0 : 1);
  const std::uint32_t first = r.word_at(range.begin), last = r.word_at(std::int64_t{range.end} - 1);
  std::uint64_t shape = 0;
  if (first != none && last != none)
    for (std::uint32_t word = first; word <= last && word < first + 8; ++word) shape = shape * 16 + r.word_tag(word) + 1;
  add(2, shape, words > 8);
  add(3, bucket(range.size()));
  add(4, std::min(words, 8U), std::min(unknown, 4U));
  add(5, to.digits > from.digits, to.latin > from.latin, redacted > 0);
  add(6, r.word_hash(first), r.word_hash(last));
  add(7, r.text_hash(range));
  add(8, pack(r.folded(range.begin), r.folded(std::int64_t{range.end} - 1)), bucket(range.size()));
  add(9, r.word_tag(first), r.word_tag(last), words == 1);
  if (redacted) add(10, bucket(redacted), bucket(range.size()));
  Classes inside = 0;
  for (std::uint32_t i = range.begin + 1; i < range.end; ++i) inside |= r.class_ends(i);
  each_bit(inside, [&](std::size_t bit) { add(11, r.lexicon().hash(bit)); });
  const Classes whole = r.class_begins(range.begin) & r.class_ends(range.end);
  each_bit(whole, [&](std::size_t bit) { add(12, r.lexicon().hash(bit), bucket(range.size())); });
  each_bit(r.class_ends(range.end), [&](std::size_t bit) { add(13, r.lexicon().hash(bit), bucket(range.size()), unknown > 0); });
  constexpr std::uint32_t longest_brand = 8; // what the likeness model is meant for
  if (likeness_ && range.size() <= longest_brand) {
    const float likeness = likeness_->score(range.begin, range.end);
    const auto level = static_cast<std::uint64_t>(std::clamp(static_cast<int>(likeness * 4) + 8, 0, 16));
    add(14, level);
    add(15, level, bucket(range.size()));
    add(16, level, r.item_at(range.begin) != none);
  }
}

void SpanFeatures::surroundings(Range range, Features& out) const {
  const auto& r = reading_;
  const auto add = [&](std::uint32_t kind, std::uint64_t a = 0, std::uint64_t b = 0, std::uint64_t c = 0) {
    out.push_back(feature(inner_base + kind, a, b, c));
  };
  const char32_t before = r.folded(std::int64_t{range.begin} - 1), after = r.folded(range.end);
  add(30, pack(before, after));
  add(31, pack(before, after), bucket(range.size()));
  add(32, r.word_hash(r.word_at(std::int64_t{range.begin} - 1)), r.word_hash(r.word_at(range.end)));
  const bool repeated = repeated_.hold(r.text_hash(range));
  add(33, repeated, bucket(range.size()));
  const std::uint32_t row = r.item_at(range.begin);
  if (row != none) {
    const zkg_item& item = r.items()[row];
    const zkg_enumeration& list = r.enumerations()[item.enumeration];
    const Range whole = r.range(item.span);
    const std::uint64_t fit = (whole.begin == range.begin ? 1U : 0U) | (whole.end == range.end ? 2U : 0U);
    add(34, fit, static_cast<std::uint64_t>(list.kind), list.claimed > 0);
    add(35, fit, r.head_hash(item.enumeration));
    add(36, fit, r.word_hash(r.word_at(range.end)));
    add(37, fit, bucket(range.size()), static_cast<std::uint64_t>(list.kind));
    if (fit & 1U) rest_of_item({range.end, whole.end}, out);
  }
  std::uint32_t begin_types = r.begins(range.begin), end_types = r.ends(range.end), inside = 0;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    inside |= r.begins(i) & ~(mark_first_mention - 1);
  }
  begin_types &= ~(mark_first_mention - 1);
  end_types &= ~(mark_first_mention - 1);
  if (begin_types || end_types || inside) {
    add(38, begin_types, end_types);
    add(39, begin_types & end_types);
    add(40, inside);
  }
  add(41, r.word_hash(verb_before_[range.begin]), r.word_hash(verb_after_[range.end]));
  add(42, static_cast<std::uint64_t>(r.role_at(range.begin)), row != none);
}

// What an item says of the name that it begins with: 总投资5亿元, 已投产.
void SpanFeatures::rest_of_item(Range rest, Features& out) const {
  constexpr std::uint32_t reach = 40;
  const std::uint32_t end = std::min(rest.end, rest.begin + reach);
  Classes classes = 0;
  bool quantity = false;
  for (std::uint32_t i = rest.begin; i < end; ++i) {
    classes |= reading_.class_ends(i + 1);
    quantity = quantity || (reading_.begins(i) & mark_quantity);
  }
  each_bit(classes, [&](std::size_t bit) { out.push_back(feature(inner_base + 43, reading_.lexicon().hash(bit))); });
  out.push_back(feature(inner_base + 44, quantity, rest.begin == rest.end));
}

void SpanFeatures::inner_features(Range range, Features& out) const {
  composition(range, out);
  surroundings(range, out);
  if (extra_) extra_(reading_, range, out);
}

} // namespace zonekg::kit
