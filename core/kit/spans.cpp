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
      : reading_(reading), features_(features), begin_(reading.size() + 1, 0), end_(reading.size() + 1, 0) {
    std::vector<std::uint8_t> wanted(reading.size() + 1, 0);
    for (const Range& range : spans) {
      wanted[range.begin] |= first;
      wanted[range.end] |= last;
    }
    add_edges(model, wanted);
    add_characters(model);
  }

  [[nodiscard]] std::int32_t of(Range range) const { return begin_[range.begin] + end_[range.end]; }

 private:
  enum : std::uint8_t { first = 1, last = 2 };

  void add_edges(const Model& model, const std::vector<std::uint8_t>& wanted) {
    SumQueue queue(model);
    for (std::uint32_t i = 0; i < wanted.size(); ++i) {
      if (wanted[i] & first)
        queue.add(begin_[i], [&](Features& f) {
          features_.begin_features(i, f);
          if (!reading_.begins_word(i)) features_.word_feature(i, f); // else it is among the words of the text
        });
      if (wanted[i] & last) queue.add(end_[i], [&](Features& f) { features_.end_features(i, f); });
    }
    queue.flush();
  }

  // Sums over all characters and words before a position: the span's own are a difference of two.
  void add_characters(const Model& model) {
    std::vector<std::int32_t> characters(reading_.size(), 0), words(reading_.size(), 0);
    SumQueue queue(model);
    for (std::uint32_t i = 0; i < reading_.size(); ++i) {
      queue.add(characters[i], [&](Features& f) { features_.character_features(i, false, f); });
      if (reading_.begins_word(i)) queue.add(words[i], [&](Features& f) { features_.word_feature(i, f); });
    }
    queue.flush();
    std::int32_t before = 0;
    for (std::uint32_t i = 0; i < reading_.size(); ++i) {
      begin_[i] -= before;
      before += characters[i] + words[i];
      end_[i + 1] += before - characters[i];
    }
  }

  const Reading& reading_;
  const SpanFeatures& features_;
  std::vector<std::int32_t> begin_, end_;
};

std::vector<float> looked_at_again(const Reading& reading, const Model& model, FirstLook first) {
  first.items = list_items(reading.enumerations(), reading.items(), [&](zkg_span s) {
    const Range range = reading.range(s);
    return std::pair(range.begin, range.end);
  });
  for (const LatticeSpan& span : first.spans) first.texts.push_back(reading.text_hash({span.begin, span.end}));
  const std::vector<Features> features = second_look(first);
  for (std::size_t i = 0; i < features.size(); ++i) first.spans[i].score += model.score(features[i]);
  return marginals_of_text(first.spans);
}

} // namespace

std::vector<CandidateSpan> score_spans(const Reading& reading, const std::vector<Range>& spans, const SpanFeatures& features,
                                       const Model& model, const Model* second) {
  const EdgeSums edges(reading, features, model, spans);
  std::vector<std::int32_t> sums;
  sums.reserve(spans.size());
  for (const Range& range : spans) sums.push_back(edges.of(range));
  SumQueue queue(model);
  for (std::size_t i = 0; i < spans.size(); ++i)
    if (model.score_of(sums[i]) >= hopeless) queue.add(sums[i], [&](Features& f) { features.inner_features(spans[i], f); });
  queue.flush();
  std::vector<LatticeSpan> lattice;
  lattice.reserve(spans.size());
  for (std::size_t i = 0; i < spans.size(); ++i) lattice.push_back({spans[i].begin, spans[i].end, model.score_of(sums[i])});
  auto probabilities = marginals_of_text(lattice);
  if (second) probabilities = looked_at_again(reading, *second, {std::move(lattice), std::move(probabilities), {}, {}});
  std::vector<CandidateSpan> result;
  result.reserve(spans.size());
  for (std::size_t i = 0; i < spans.size(); ++i) result.push_back({spans[i], probabilities[i]});
  return result;
}

RepeatedTexts::RepeatedTexts(const Reading& reading, const std::vector<Range>& spans) {
  if (spans.empty()) return;
  slots_.resize(spans.size() + spans.size() / 2 + 1, 0);
  for (const Range& range : spans) {
    const std::uint64_t key = key_of(reading.text_hash(range));
    std::uint64_t& slot = slots_[find(key)];
    slot = slot == 0 ? key & ~again : key;
  }
}

std::size_t RepeatedTexts::find(std::uint64_t key) const {
  auto at = static_cast<std::size_t>((key >> 32) * slots_.size() >> 32);
  while (slots_[at] != 0 && (slots_[at] | again) != key) at = at + 1 == slots_.size() ? 0 : at + 1;
  return at;
}

SpanFeatures::SpanFeatures(const Reading& reading, const SpanOptions& options, const std::vector<Range>& spans,
                           ExtraFeatures extra)
    : reading_(reading), options_(options), extra_(std::move(extra)), repeated_(reading, spans), counts_(reading.size() + 1),
      verb_before_(reading.size() + 1, none), verb_after_(reading.size() + 1, none) {
  if (options.likeness) {
    std::vector<NameLikeness::Unit> units;
    units.reserve(reading.size());
    for (std::uint32_t i = 0; i < reading.size(); ++i) units.push_back(name_unit(reading.text({i, i + 1})));
    likeness_.emplace(*options.likeness, std::move(units));
  }
  Counts counts;
  std::uint32_t verb = none;
  for (std::uint32_t i = 0; i < reading.size(); ++i) {
    const char32_t c = reading.folded(i);
    const bool begins = reading.begins_word(i);
    const std::uint32_t word = reading.word_at(i), tag = reading.word_tag(word);
    counts.digits += c == U'0';
    counts.latin += c >= U'a' && c <= U'z';
    counts.redacted += is_redaction(reading.at(i));
    counts.unknown += begins && tag == ZKG_TAG_UNKNOWN;
    counts.words += begins;
    counts_[i + 1] = counts;
    if (breaks_name(c)) verb = none;
    else if (tag == ZKG_TAG_VERB) verb = word;
    verb_before_[i + 1] = verb;
  }
  verb = none;
  for (std::uint32_t i = reading.size(); i-- > 0;) {
    const std::uint32_t word = reading.word_at(i);
    if (breaks_name(reading.at(i))) verb = none;
    else if (reading.word_tag(word) == ZKG_TAG_VERB) verb = word;
    verb_after_[i] = verb;
  }
}

} // namespace zonekg::kit
