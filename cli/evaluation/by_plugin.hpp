// Findings counted by the plugins that made them.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "cli/evaluation/figures.hpp"

namespace zonekg {

struct PluginTally {
  Tally tally; // wrong and right: with its evidence; missed: everything else that is annotated and it could find
  std::size_t alone = 0; // right, and no other plugin found it
};

// The claims (`mention:company`, …) that each plugin declares, by plugin id.
using Claims = std::map<std::string, std::vector<std::string>>;

// By plugin id and kind (entity_kinds, statement_kinds).
class PluginTallies {
 public:
  explicit PluginTallies(Claims claims) : claims_(std::move(claims)) {}
  void add(const Findings& findings);
  [[nodiscard]] const std::map<std::pair<std::string, std::string>, PluginTally>& rows() const { return rows_; }

 private:
  Claims claims_;
  std::map<std::pair<std::string, std::string>, PluginTally> rows_;
};

} // namespace zonekg
