#include "cli/evaluation/record.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>

namespace zonekg {
namespace {

// What stands in `a` and not in `b`, as often as it does so more often.
std::vector<std::string> without(std::vector<std::string> a, std::vector<std::string> b) {
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  std::vector<std::string> rest;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(rest));
  return rest;
}

void add(std::vector<PassageChange>& changes, const std::string& passage, PassageChangeKind kind,
         const std::vector<std::string>& things) {
  for (const std::string& what : things) changes.push_back({passage, kind, what});
}

} // namespace

std::string_view change_word(PassageChangeKind kind) {
  constexpr std::array<std::string_view, 4> words = {"found", "no longer wrong", "missed", "wrong"};
  return words[static_cast<std::size_t>(kind)];
}

PassageRecord record_of(const std::string& name, const Findings& findings) {
  PassageRecord record{name, count(findings), {}, {}};
  for (const Finding& finding : findings.things)
    if (finding.outcome != Outcome::right)
      (finding.outcome == Outcome::missed ? record.missed : record.wrong).push_back(finding.kind + " " + finding.what);
  return record;
}

Changes changes_since(const std::vector<PassageRecord>& before, const std::vector<PassageRecord>& now) {
  std::map<std::string_view, const PassageRecord*> known;
  for (const PassageRecord& record : before) known.emplace(record.name, &record);
  Changes changes;
  for (const PassageRecord& record : now) {
    const auto found = known.find(record.name);
    if (found == known.end()) continue;
    const PassageRecord& old = *found->second;
    changes.before += old.figures;
    changes.now += record.figures;
    add(changes.better, record.name, PassageChangeKind::found, without(old.missed, record.missed));
    add(changes.better, record.name, PassageChangeKind::no_longer_wrong, without(old.wrong, record.wrong));
    add(changes.worse, record.name, PassageChangeKind::missed, without(record.missed, old.missed));
    add(changes.worse, record.name, PassageChangeKind::wrong, without(record.wrong, old.wrong));
  }
  return changes;
}

} // namespace zonekg
