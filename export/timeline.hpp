// When things are so: the life of nodes, edges and states, for formats and pictures with a time axis.
#pragma once

#include <string>
#include <vector>

#include "graph/graph.hpp"

namespace zonekg {

// Days as yyyymmdd, both ends included; 0: open.
struct Lifetime {
  int start = 0, end = 0;
};

struct TimedState {
  std::string value;
  int start = 0, end = 0;
};

std::string day_text(int day); // 20231231 → 2023-12-31

// When the documents that are the evidence were told: the earliest period's start, else publication; 0 unknown.
int first_told(const std::vector<Evidence>& evidence, const GraphHeader& header);

// A node with a history lives from its first dated state on, a figure during its period, everything else from the first
// document that names it on.
Lifetime lifetime_of(const Node& node, const GraphHeader& header);
Lifetime lifetime_of(const Edge& edge, const GraphHeader& header);

// The actual states by time: each lasts to the day before the next begins. A state without a period of its own begins
// when its document was told; undated ones are left out, and of several on one day the last counts.
std::vector<TimedState> timed_states(const History& history, const GraphHeader& header);

} // namespace zonekg
