// Where to cut: the bias with which candidates of at least 0.5 give the best F1 on passages that a model has not seen.
#pragma once

#include <vector>

#include "core/kit/learn.hpp"

namespace zonekg {

struct Unseen {
  const kit::Example* example;
  const kit::Model* model; // learned without the example's passage
};

// What to add to the bias of the models. What no candidate gives counts as missed at every bias: the more there is of it, the
// less a wrong one costs beside a right one. Each passage counts as often as its weight says.
float best_shift(const std::vector<Unseen>& examples);

} // namespace zonekg
