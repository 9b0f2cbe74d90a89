// Do the figures of the reports fit each other? Nothing is corrected: both statements, the arithmetic and a verdict.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.hpp"

namespace zonekg {

enum class AuditVerdict : std::uint8_t {
  fits,
  rounding,     // differs by no more than the printed digits and a percentage point explain
  restated,     // a later report gives another value for the same period
  unclear,      // does not fit, and what is known leaves it open why: comparable prices, another basis, another subject
  contradiction
};
std::string_view text_of(AuditVerdict verdict);

// What a finding rests on: a figure of the graph and its words.
struct AuditStatement {
  std::uint32_t node = 0;
  Evidence evidence;
};

struct AuditFinding {
  std::string rule; // growth, part-of-whole, target, twice, magnitude, progress, count, sum, share
  AuditVerdict verdict = AuditVerdict::unclear;
  std::uint32_t subject = 0; // zone or project
  std::string figure;        // the metric, or what was counted
  std::vector<AuditStatement> statements;
  std::string arithmetic; // 201.2亿元 / 186.4亿元 − 1 = 7.9 %, said 10 %
};

// All findings: contradictions first, then unclear, restated, rounding and fits; inside by subject, rule and figure.
std::vector<AuditFinding> audit(const Graph& graph);

} // namespace zonekg
