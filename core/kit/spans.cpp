#include "core/kit/spans.hpp"

#include <algorithm>

#include "core/kit/lattice.hpp"
#include "core/kit/second_look.hpp"

namespace zonekg::kit {
namespace {

// A span whose edges and characters score below this is not looked at further: what its inside could add does not lift it
// to a candidate (entities F1 on unseen passages 0.747 without this, 0.746 with it; a fifth of the time saved).
constexpr float hopeless = -6;

// What spans get from their edges and characters: for a span, before(begin) + behind(end), each the sum of weights that
// depend on one position alone.
class EdgeSums {
 public:
  EdgeSums(const Reading& reading, const SpanFeatures& features, const Model& model, const std::vector<Range>& spans)
      : index_(reading.index()), ids_(reading.groundwork().inner()), features_(features), model_(model), begin_(reading.size() + 1, 0),
        end_(reading.size() + 1, 0) {
    add_edges(spans);
    for (std::size_t i = 0; i < spans.size();) { // stretches of the text that spans lie in
      Range stretch = spans[i];
      for (; i < spans.size() && spans[i].begin <= stretch.end; ++i) stretch.end = std::max(stretch.end, spans[i].end);
      add_characters(stretch);
    }
  }

  [[nodiscard]] std::int32_t of(Range range) const { return begin_[range.begin] + end_[range.end]; }

 private:
  enum : std::uint8_t { first = 1, last = 2 };

  void add_edges(const std::vector<Range>& spans) {
    std::vector<std::uint8_t> wanted(index_.size() + 1, 0);
    for (const Range& range : spans) {
      wanted[range.begin] |= first;
      wanted[range.end] |= last;
    }
    SumQueue queue(model_);
    for (std::uint32_t i = 0; i < wanted.size(); ++i) {
      if (wanted[i] & first) queue.add(begin_[i], [&](Features& f) { add_begin(i, f); });
      if (wanted[i] & last) queue.add(end_[i], [&](Features& f) { features_.edge_features(i, Side::end, f); });
    }
    queue.flush();
  }

  void add_begin(std::uint32_t position, Features& out) const {
    features_.edge_features(position, Side::begin, out);
    const std::uint32_t word = index_.word_at(position);
    const bool counted = index_.begins_word(position); // among the words of the text
    if (!counted && word != none) out.push_back(ids_.words[word]);
  }

  // Sums over all characters and words before a position: the span's own are a difference of two.
  void add_characters(Range stretch) {
    std::int32_t before = 0;
    for (std::uint32_t i = stretch.begin; i < stretch.end; ++i) {
      begin_[i] -= before;
      const std::uint32_t word = index_.word_at(i);
      if (word != none && index_.begins_word(i)) before += model_.weight(ids_.words[word]);
      end_[i + 1] += before;
      before += model_.weight(ids_.pairs[i]);
    }
  }

  const Index& index_;
  const InnerIds& ids_;
  const SpanFeatures& features_;
  const Model& model_;
  std::vector<std::int32_t> begin_, end_;
};

std::vector<float> looked_at_again(const Reading& reading, const Model& model, FirstLook first) {
  first.items = list_items(reading.enumerations(), reading.items(), [&](zkg_span s) {
    const Range range = reading.range(s);
    return std::pair(range.begin, range.end);
  });
  first.texts.reserve(first.spans.size());
  for (const LatticeSpan& span : first.spans) first.texts.push_back(reading.text_hash({span.begin, span.end}));
  const SecondLook look(first);
  const float of_nothing = model.score({});
  Features features;
  for (std::size_t i = 0; i < first.spans.size(); ++i) {
    features.clear();
    look.append(i, features);
    first.spans[i].score += features.empty() ? of_nothing : model.score(features);
  }
  settle_again(first.spans, worth_second_look, first.probabilities); // where nothing is likely, nothing becomes so
  return std::move(first.probabilities);
}

} // namespace

std::vector<float> score_spans(const Reading& reading, const std::vector<Range>& spans, const SpanFeatures& features, const Model& model,
                               const Model* second) {
  if (spans.empty()) return {};
  const EdgeSums edges(reading, features, model, spans);
  std::vector<std::int32_t> sums;
  std::vector<Range> hopeful;
  sums.reserve(spans.size());
  for (const Range& range : spans) {
    sums.push_back(edges.of(range));
    if (model.score_of(sums.back()) >= hopeless) hopeful.push_back(range);
  }
  const RepeatedTexts repeated(reading, spans, hopeful);
  SumQueue queue(model);
  for (std::size_t i = 0; i < spans.size(); ++i)
    if (model.score_of(sums[i]) >= hopeless)
      queue.add(sums[i], [&](Features& f) { features.inner_features(spans[i], repeated.hold(reading.text_hash(spans[i])), f); });
  queue.flush();
  std::vector<LatticeSpan> lattice;
  lattice.reserve(spans.size());
  for (std::size_t i = 0; i < spans.size(); ++i) lattice.push_back({spans[i].begin, spans[i].end, model.score_of(sums[i])});
  std::vector<float> probabilities = marginals_of_text(lattice);
  return second ? looked_at_again(reading, *second, {std::move(lattice), std::move(probabilities), {}, {}}) : probabilities;
}

RepeatedTexts::RepeatedTexts(const Reading& reading, const std::vector<Range>& spans, const std::vector<Range>& asked)
    : slots_(asked.size() + asked.size() / 2 + 1) {
  if (asked.empty()) return;
  constexpr std::size_t kinds = std::size_t{1} << 16;
  const auto beginning = [&pairs = reading.groundwork().inner().pairs](Range range) { return pairs[range.begin] % kinds; };
  std::vector<bool> begun(kinds, false); // most spans begin with other characters than any that is asked for
  for (const Range& range : asked) {
    const std::uint64_t key = key_of(reading.text_hash(range));
    slots_[find(key)].key = key;
    begun[beginning(range)] = true;
  }
  for (const Range& range : spans) {
    if (!begun[beginning(range)]) continue;
    if (Slot& slot = slots_[find(key_of(reading.text_hash(range)))]; slot.key != 0) ++slot.count;
  }
}

std::size_t RepeatedTexts::find(std::uint64_t key) const {
  auto at = static_cast<std::size_t>((key >> 32) * slots_.size() >> 32);
  while (slots_[at].key != 0 && slots_[at].key != key) at = at + 1 == slots_.size() ? 0 : at + 1;
  return at;
}

} // namespace zonekg::kit
