// Reads annotated passages with the plugins and scores each.
#pragma once

#include <string>
#include <vector>

#include "evaluation/findings.hpp"

namespace zonekg::cli {

struct EvalOptions {
  std::vector<std::string> gold, plugin_folders, only;
  std::string weights, folds; // folders; `folds` as `zonekg train` writes it
  std::string baseline;
  unsigned jobs = 0; // 0: one per core
  bool errors = false, by_plugin = false, json = false, quiet = false;
};

struct EvaluatedPassage {
  std::string name; // of the file, without ending
  Findings findings;
};

// By folder as given, then by path. Throws InputError. Prints diagnostics.
std::vector<EvaluatedPassage> evaluate(const EvalOptions& options);

} // namespace zonekg::cli
