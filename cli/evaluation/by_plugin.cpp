#include "cli/evaluation/by_plugin.hpp"

#include <algorithm>
#include <set>

namespace zonekg {

void PluginTallies::add(const Findings& findings) {
  for (const Finding& finding : findings.things) {
    std::set<std::string> finders;
    for (const Evidence& evidence : finding.evidence) finders.insert(evidence.plugin.str());
    for (const std::string& plugin : finders) {
      PluginTally& row = rows_[{plugin, finding.kind}];
      ++(finding.outcome == Outcome::right ? row.tally.right : row.tally.wrong);
      row.alone += finding.outcome == Outcome::right && finders.size() == 1;
    }
    if (finding.outcome == Outcome::wrong) continue;
    for (const auto& [plugin, claims] : claims_)
      if (!finders.contains(plugin) && std::find(claims.begin(), claims.end(), finding.claim) != claims.end())
        ++rows_[{plugin, finding.kind}].tally.missed;
  }
}

} // namespace zonekg
