#include "core/kit/edge_sums.hpp"

#include <algorithm>
#include <iterator>

namespace zonekg::kit {

EdgeSums::EdgeSums(const Reading& reading, const SpanFeatures& features, const Model& model, const std::vector<Range>& spans)
    : reading_(reading), index_(reading.index()), ids_(reading.groundwork().inner()), features_(features), model_(model),
      begin_(reading.size() + 1, 0), end_(reading.size() + 1, 0) {
  add_edges(spans);
  for (std::size_t i = 0; i < spans.size();) { // stretches of the text that spans lie in
    Range stretch = spans[i];
    for (; i < spans.size() && spans[i].begin <= stretch.end; ++i) stretch.end = std::max(stretch.end, spans[i].end);
    add_characters(stretch);
  }
}

namespace {

// Sums of the features of characters and words, of many edges one after the other: the processor asks for the weights of the
// next ones while it waits for those of the first.
class AroundSums {
 public:
  explicit AroundSums(const Model& model) : model_(model) {}
  void add(std::int32_t& target, const Feature* around) {
    asked_[count_++] = {&target, around};
    if (count_ == std::size(asked_)) settle();
  }
  void settle() {
    for (std::size_t i = 0; i < count_; ++i)
      *asked_[i].target += model_.sum_apart<EightEdges::templates, EightEdges::width>(asked_[i].around);
    count_ = 0;
  }

 private:
  struct Asked {
    std::int32_t* target;
    const Feature* around;
  };
  const Model& model_;
  Asked asked_[64];
  std::size_t count_ = 0;
};

} // namespace

void EdgeSums::add_edges(const std::vector<Range>& spans) {
  enum : std::uint8_t { first = 1, last = 2 };
  std::vector<std::uint8_t> wanted(index_.size() + 1, 0);
  for (const Range& range : spans) {
    wanted[range.begin] |= first;
    wanted[range.end] |= last;
  }
  std::vector<std::uint32_t> positions;
  positions.reserve(wanted.size());
  for (std::uint32_t i = 0; i < wanted.size(); ++i)
    if (wanted[i]) positions.push_back(i);
  EdgeIds& edges = reading_.groundwork().edges();
  edges.expect(positions);
  SetSums contexts[] = {{edges.contexts(Side::begin), model_}, {edges.contexts(Side::end), model_}};
  SetSums lists[] = {{edges.lists(Side::begin), model_}, {edges.lists(Side::end), model_}};
  AroundSums around(model_);
  for (const std::uint32_t i : positions) {
    const EdgeIds::Edge edge = edges.of(i, reading_.marks(i));
    if (wanted[i] & first) {
      begin_[i] = contexts[0].of(edge.context) + lists[0].of(edge.lists[0]) + own_words(i, Side::begin);
      around.add(begin_[i], edge.around[0]);
    }
    if (wanted[i] & last) {
      end_[i] = contexts[1].of(edge.context) + lists[1].of(edge.lists[1]) + own_words(i, Side::end);
      around.add(end_[i], edge.around[1]);
    }
  }
  around.settle();
}

// The plugin's own words, and the word that a span begins in the middle of, which is not among those that are counted.
std::int32_t EdgeSums::own_words(std::uint32_t position, Side side) {
  std::int32_t sum = 0;
  features_.own_classes(position, side, [&](Feature id) { sum += model_.weight(id); });
  if (side == Side::end || index_.begins_word(position)) return sum;
  const std::uint32_t word = index_.word_at(position);
  return word == none ? sum : sum + model_.weight(ids_.words[word]);
}

// Sums over all characters and words before a position: the span's own are a difference of two.
void EdgeSums::add_characters(Range stretch) {
  std::int32_t before = 0;
  for (std::uint32_t i = stretch.begin; i < stretch.end; ++i) {
    begin_[i] -= before;
    const std::uint32_t word = index_.word_at(i);
    if (word != none && index_.begins_word(i)) before += model_.weight(ids_.words[word]);
    end_[i + 1] += before;
    before += model_.weight(ids_.pairs[i]);
  }
}

} // namespace zonekg::kit
