// A project through time: what was said of it when, and what became of what was promised.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.hpp"

namespace zonekg {

enum class TargetOutcome : std::uint8_t {
  open,    // no report after it was due
  kept,    // reached by then
  late,    // reached after it was due
  missed,  // a report after it was due tells less than was promised
  dropped, // given up
  silent   // reports on its zone went on without a word of it
};
std::string_view text_of(TargetOutcome outcome);

struct Step {
  std::string status, modality;
  int begin = 0, end = 0; // months: year * 12 + month - 1; of the words, else of the earliest document
  bool dated = false;     // the words give the period
  int told = 0;           // the month of the first report that says so; 0 when none is dated
  const HistoryEntry* entry = nullptr;
};

struct Target {
  Step promised;
  TargetOutcome outcome = TargetOutcome::open;
  Step came; // of kept, late, dropped, missed: what the outcome rests on; else without entry
};

// What there was to read, in months.
struct Reports {
  int last_of_it = 0;   // the last report that speaks of the project
  int last_of_zone = 0; // the last one of its zones
};

struct LifeCycle {
  std::vector<Step> steps;       // oldest first
  std::vector<Step> went_back;   // actual states that come before one reached earlier: completed, then started
  std::vector<Target> targets;
  std::vector<std::uint32_t> documents; // that speak of it, oldest first
  Reports reports;
};

// Of each node: the month of the last document that names one of its zones; 0 when there is none.
std::vector<int> last_zone_reports(const Graph& graph);

// `node`: any; those without states have an empty one. `last_reports`: last_zone_reports of the graph.
LifeCycle life_cycle(const Graph& graph, std::uint32_t node, const std::vector<int>& last_reports);
LifeCycle life_cycle(const Graph& graph, std::uint32_t node); // of one node alone: looks at its own zones only

// What became of a promise, by all `steps` of its project (oldest first).
Target judge(const Step& promised, const std::vector<Step>& steps, const Reports& reports);

// How far a state is: planned 0 … in_production 8; -1 for halted and unknown ones.
int stage_of(std::string_view status);

// Months as text: 2023-09.
std::string month_text(int month);
// The document's time in months: what it is about, else when it was published. 0 when undated.
int month_of(const DocumentHeader& document);

} // namespace zonekg
