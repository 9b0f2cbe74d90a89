// How a figure is meant, from what is said of the figures around it: a plan lists targets, and what lies ahead is no result
// (stacked generalisation: Wolpert, Neural Networks 1992).
#pragma once

#include <vector>

#include "core/kit/relations.hpp"
#include "plugins/indicators/figure.hpp"

namespace zonekg {

// Puts the scores of the joint model in place of those that the figures have, and in training its features. `figures` stand in
// text order. False, and nothing is changed, when there is no such model and none to be taught yet.
bool weigh_jointly(std::vector<IndicatorFigure>& figures, const kit::Relater& relater);

} // namespace zonekg
