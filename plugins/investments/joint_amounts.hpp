// Whose an amount is, from what is said of all of them: a subject has one total, figures in a row are of one project, and what a
// nearer name says less well another says better (stacked generalisation: Wolpert, Neural Networks 1992).
#pragma once

#include <vector>

#include "core/kit/relations.hpp"
#include "plugins/investments/amounts.hpp"

namespace zonekg {

// Puts the scores of the joint model in place of those that the choices have, and in training its features. `amounts`
// stand in text order. False, and nothing is changed, when there is no such model and none to be taught.
bool weigh_jointly(std::vector<Amount>& amounts, const kit::Relater& relater);

} // namespace zonekg
