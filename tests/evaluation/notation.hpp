// Annotations, graphs and findings as short lines of words, so that tests can be tables.
#pragma once

#include <string>

#include "cli/evaluation/findings.hpp"
#include "core/training/gold.hpp"
#include "graph/graph.hpp"

namespace zonekg::test {

// Statements are separated by `; `, words by spaces. `optional` may stand at the end of each; `-` is an absent field.
//   reporting NAME · TYPE NAME[=OTHER…] [resident|outside] · status PROJECT STATUS MODALITY
//   investment SUBJECT KIND AMOUNT[..MAX] CURRENCY · indicator METRIC VALUE UNIT YOY PERIOD MODALITY · relation HEAD
//   TYPE TAIL
GoldPassage gold_of(const std::string& notation);

// TYPE ID NAME[=ALIAS…] [implicit] · status ID STATUS MODALITY · investment ID KIND AMOUNT[..MAX] CURRENCY
//   indicator ID METRIC VALUE UNIT YOY PERIOD MODALITY · edge ID TYPE ID
// Confidence is 0.9; evidence comes from the plugin `p`, or from those that `by PLUGIN[=PLUGIN…]` at the end names.
Graph graph_of(const std::string& notation);

// `= ` right, `- ` missed, `+ ` wrong, then the shares: `= company 华星; + zone 东区; resident 1/2`.
std::string shown(const Findings& findings);

} // namespace zonekg::test
