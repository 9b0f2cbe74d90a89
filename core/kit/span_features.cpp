// Feature templates of spans.h. Numbers of templates are part of the weight files: add new ones, never reuse.
#include <algorithm>
#include <iterator>

#include "core/kit/pairs.hpp"
#include "core/kit/score_steps.hpp"
#include "core/kit/spans.hpp"

namespace zonekg::kit {
namespace {

std::uint64_t pack(char32_t a, char32_t b = 0, char32_t c = 0) {
  return std::uint64_t{a} << 42 | std::uint64_t{b} << 21 | std::uint64_t{c};
}

std::uint32_t bucket(std::uint32_t n) { return n < 9 ? n : n < 12 ? 9 : n < 16 ? 10 : n < 22 ? 11 : 12; }

} // namespace

SpanFeatures::SpanFeatures(const Reading& reading, const SpanOptions& options) : reading_(reading), index_(reading.index()), options_(options) {
  constexpr std::uint32_t kinds[] = {22, 23, 41, 42};
  for (std::size_t bit = 0; bit < reading.lexicon().names().size(); ++bit) {
    ClassIds& ids = class_ids_.emplace_back();
    for (const Side side : {Side::begin, Side::end})
      for (std::size_t k = 0; k < std::size(kinds); ++k)
        ids.ids[static_cast<std::size_t>(side)][k] = feature(edge_base(side) + kinds[k], reading.lexicon().hash(bit));
  }
  if (options.rivals) find_rivals();
}

void SpanFeatures::edge_features(std::uint32_t position, Side side, Features& out) const {
  reading_.groundwork().edges().append(position, side, reading_.marks(position), out);
  own_classes(position, side, [&](Feature id) { out.push_back(id); });
}

void SpanFeatures::all_features(Range range, bool repeated, Features& out) const {
  const InnerIds& ids = reading_.groundwork().inner();
  edge_features(range.begin, Side::begin, out);
  edge_features(range.end, Side::end, out);
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (i + 1 < range.end) out.push_back(ids.pairs[i]);
    const std::uint32_t word = index_.word_at(i);
    if (word != none && (i == range.begin || index_.begins_word(i))) out.push_back(ids.words[word]);
  }
  FeatureBatch inner(out);
  inner_features(range, repeated, inner);
  inner.flush();
}

void SpanFeatures::composition(Range range, FeatureBatch& out) const {
  const auto& r = reading_;
  const auto add = [&](std::uint32_t kind, std::uint64_t a = 0, std::uint64_t b = 0, std::uint64_t c = 0) {
    out.add(inner_base + kind, a, b, c);
  };
  const Index::Counts &from = index_.counts(range.begin), &to = index_.counts(range.end);
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
  r.each_class(inside, [&](std::uint64_t h) { add(11, h); });
  const Classes whole = r.class_begins(range.begin) & r.class_ends(range.end);
  r.each_class(whole, [&](std::uint64_t h) { add(12, h, bucket(range.size())); });
  r.each_class(r.class_ends(range.end), [&](std::uint64_t h) { add(13, h, bucket(range.size()), unknown > 0); });
}

void SpanFeatures::likeness(Range range, FeatureBatch& out) const {
  constexpr std::uint32_t longest_brand = 8; // what the likeness model is meant for
  if (!options_.likeness || range.size() > longest_brand) return;
  const float likeness = reading_.groundwork().likeness().score(*options_.likeness, range.begin, range.end);
  const auto level = static_cast<std::uint64_t>(std::clamp(static_cast<int>(likeness * 4) + 8, 0, 16));
  out.add(inner_base + 14, level);
  out.add(inner_base + 15, level, bucket(range.size()));
  out.add(inner_base + 16, level, index_.item_at(range.begin) != none);
}

void SpanFeatures::surroundings(Range range, bool repeated, FeatureBatch& out) const {
  const auto& r = reading_;
  const auto add = [&](std::uint32_t kind, std::uint64_t a = 0, std::uint64_t b = 0, std::uint64_t c = 0) {
    out.add(inner_base + kind, a, b, c);
  };
  const char32_t before = r.folded(std::int64_t{range.begin} - 1), after = r.folded(range.end);
  add(30, pack(before, after));
  add(31, pack(before, after), bucket(range.size()));
  add(32, r.word_hash(r.word_at(std::int64_t{range.begin} - 1)), r.word_hash(r.word_at(range.end)));
  add(33, repeated, bucket(range.size()));
  const std::uint32_t row = r.item_at(range.begin);
  if (row != none) in_item(range, row, out);
  among_mentions(range, out);
  among_rivals(range, out);
  add(41, r.word_hash(index_.verb_before(range.begin)), r.word_hash(index_.verb_after(range.end)));
  add(42, static_cast<std::uint64_t>(r.role_at(range.begin)), row != none);
}

void SpanFeatures::in_item(Range range, std::uint32_t row, FeatureBatch& out) const {
  const auto& r = index_;
  const auto add = [&](std::uint32_t kind, std::uint64_t a, std::uint64_t b, std::uint64_t c = 0) { out.add(inner_base + kind, a, b, c); };
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

void SpanFeatures::among_mentions(Range range, FeatureBatch& out) const {
  constexpr std::uint32_t mentions = ~(mark_first_mention - 1);
  const std::uint32_t begin_types = reading_.begins(range.begin) & mentions, end_types = reading_.ends(range.end) & mentions;
  std::uint32_t inside = 0;
  for (std::uint32_t i = range.begin; i < range.end; ++i) inside |= reading_.begins(i) & mentions;
  if (!begin_types && !end_types && !inside) return;
  out.add(inner_base + 38, begin_types, end_types);
  out.add(inner_base + 39, begin_types & end_types);
  out.add(inner_base + 40, inside);
}

void SpanFeatures::find_rivals() {
  for (const zkg_mention& mention : reading_.mentions()) {
    const std::uint32_t mark = mention_mark(view(mention.type));
    if (empty(mention.span) || !mark) continue;
    const std::uint64_t text = reading_.text_hash(reading_.range(mention.span));
    float& surest = rivals_.try_emplace({text, mark}, 0.0F).first->second;
    surest = std::max(surest, static_cast<float>(mention.confidence));
  }
}

// What the same words are taken for by others, here or elsewhere in the document, and what is told of them here.
void SpanFeatures::among_rivals(Range range, FeatureBatch& out) const {
  const auto& r = reading_;
  const std::uint64_t text = r.text_hash(range);
  auto rival = rivals_.lower_bound({text, 0});
  if (rival == rivals_.end() || rival->first.first != text) return;
  const std::uint32_t here = r.begins(range.begin) & r.ends(range.end);
  const Range clause = clause_around(r, range);
  for (; rival != rivals_.end() && rival->first.first == text; ++rival) {
    const std::uint32_t type = rival->first.second;
    const auto add = [&](std::uint32_t kind, std::uint64_t a, std::uint64_t b = 0) { out.add(inner_base + kind, type, a, b); };
    add(45, share_step(rival->second, 10), (here & type) != 0);
    r.each_class(r.classes_in({range.end, clause.end}), [&](std::uint64_t h) { add(46, h); });
    r.each_class(r.classes_in({clause.begin, range.begin}), [&](std::uint64_t h) { add(47, h); });
    add(48, r.word_hash(r.word_at(range.end)));
    add(49, r.word_hash(r.word_at(std::int64_t{range.begin} - 1)));
    add(50, r.word_hash(r.word_at(std::int64_t{range.end} - 1)));
  }
}

// What an item says of the name that it begins with: 总投资5亿元, 已投产.
void SpanFeatures::rest_of_item(Range rest, FeatureBatch& out) const {
  constexpr std::uint32_t reach = 40;
  const std::uint32_t end = std::min(rest.end, rest.begin + reach);
  Classes classes = 0;
  bool quantity = false;
  for (std::uint32_t i = rest.begin; i < end; ++i) {
    classes |= reading_.class_ends(i + 1);
    quantity = quantity || (reading_.begins(i) & mark_quantity);
  }
  reading_.each_class(classes, [&](std::uint64_t h) { out.add(inner_base + 43, h); });
  out.add(inner_base + 44, quantity, rest.begin == rest.end);
}

void SpanFeatures::inner_features(Range range, bool repeated, FeatureBatch& out) const {
  composition(range, out);
  likeness(range, out);
  surroundings(range, repeated, out);
}

} // namespace zonekg::kit
