// Reads annotated passages with the plugins and scores each.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/evaluation/by_plugin.hpp"
#include "cli/evaluation/calibration.hpp"
#include "cli/evaluation/findings.hpp"
#include "cli/evaluation/record.hpp"
#include "cli/plugin_options.hpp"

namespace zonekg::cli {

struct EvalOptions {
  std::vector<std::string> gold, only;
  PluginOptions plugins;
  std::string weights, folds;           // folders; `folds` as `zonekg train` writes it
  std::optional<std::uint32_t> renamed; // seed of the invented names; none: the passages as they are
  std::string baseline;
  std::vector<std::string> minimum; // `entities=0.9`
  unsigned jobs = 0;                // 0: one per core
  bool errors = false, by_plugin = false, calibration = false, json = false, quiet = false;
};

struct EvaluatedPassage {
  std::string name;  // of the file, without ending; a number behind it when an earlier one is called so
  Findings findings; // with sentences when errors are asked for
};

struct Evaluation {
  std::vector<EvaluatedPassage> passages; // by folder as given, then by path
  Claims claims;                          // of the plugins
  Calibration calibration;                // empty unless asked for
};

// Throws InputError. Prints diagnostics.
Evaluation evaluate(const EvalOptions& options);

// What is shown of an evaluation.
struct EvalReport {
  const EvalOptions& options;
  const Evaluation& evaluation;
  Figures figures;
  PluginTallies by_plugin; // empty unless asked for
  std::vector<PassageRecord> records;
  const Changes* changes; // null without a baseline
};

void print_text(const EvalReport& report);
void print_json(const EvalReport& report);

} // namespace zonekg::cli
