// A lattice of candidate spans of one type, scored by a semi-Markov conditional random field
// (Sarawagi and Cohen, "Semi-Markov conditional random fields for information extraction", NIPS 2004):
// a reading is a set of spans that do not overlap; its weight is the product of exp(score) of its spans.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace zonekg::kit {

struct LatticeSpan {
  std::uint32_t begin, end; // any positions, begin < end
  float score;
};

// Which spans and gaps a reading may use; for training on partly known answers.
enum class Label : std::uint8_t {
  negative, // no right reading has it
  required, // every right reading has it
  free,     // may be there or not
};

// The probability of each span over all readings, in the order given. O(spans log spans).
// `labels` (empty, or one for each span): only readings that agree with them.
std::vector<float> marginals(const std::vector<LatticeSpan>& spans, const std::vector<Label>& labels = {});

// The same for many spans of a text, sorted by begin, in linear time: each stretch that no span crosses the edges of is a
// lattice of its own, and weights are multiplied as they are, without logarithms, as long as they fit.
std::vector<float> marginals_of_text(const std::vector<LatticeSpan>& spans);
// Again, after scores have changed, of the stretches that hold a span of at least that probability.
void settle_again(const std::vector<LatticeSpan>& spans, float least, std::vector<float>& probabilities);

// The same for things of which at most one is right: their scores become probabilities.
void settle_choice(std::span<float> scores);

} // namespace zonekg::kit
