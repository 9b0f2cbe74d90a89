#include "cli/evaluation/figures.hpp"

#include <algorithm>

namespace zonekg {
namespace {

std::optional<double> ratio(std::size_t part, std::size_t whole) {
  if (whole == 0) return std::nullopt;
  return static_cast<double>(part) / static_cast<double>(whole);
}

} // namespace

std::optional<double> Tally::precision() const { return ratio(right, right + wrong); }
std::optional<double> Tally::recall() const { return ratio(right, right + missed); }
std::optional<double> Tally::f1() const { return ratio(2 * right, 2 * right + wrong + missed); }

Tally& Tally::operator+=(const Tally& other) {
  right += other.right;
  wrong += other.wrong;
  missed += other.missed;
  return *this;
}

std::optional<double> accuracy(const Share& share) { return ratio(share.right, share.of); }

std::vector<std::string_view> tally_kinds() {
  std::vector<std::string_view> kinds(entity_kinds.begin(), entity_kinds.end());
  kinds.push_back(all_entities);
  kinds.insert(kinds.end(), statement_kinds.begin(), statement_kinds.end());
  return kinds;
}

std::vector<std::string_view> own_kinds(const Figures& figures) {
  const std::vector<std::string_view> known = tally_kinds();
  std::vector<std::string_view> own;
  for (const auto& [kind, tally] : figures.tallies)
    if (std::find(known.begin(), known.end(), kind) == known.end()) own.push_back(kind);
  return own;
}

Figures::Figures() {
  for (const std::string_view kind : tally_kinds()) tallies.emplace(kind, Tally());
  for (const std::string_view kind : share_kinds) shares.emplace(kind, Share());
}

Figures& Figures::operator+=(const Figures& other) {
  passages += other.passages;
  for (const auto& [kind, tally] : other.tallies) tallies[kind] += tally;
  for (const auto& [kind, share] : other.shares) {
    shares[kind].right += share.right;
    shares[kind].of += share.of;
  }
  return *this;
}

Figures count(const Findings& findings) {
  Figures figures;
  figures.passages = 1;
  for (const Finding& finding : findings.things) {
    Tally& tally = figures.tallies[finding.kind];
    ++(finding.outcome == Outcome::right   ? tally.right
       : finding.outcome == Outcome::wrong ? tally.wrong
                                           : tally.missed);
  }
  for (const std::string_view kind : entity_kinds)
    figures.tallies.find(all_entities)->second += figures.tallies.find(kind)->second;
  for (const auto& [kind, share] : findings.shares) figures.shares[kind] = share;
  return figures;
}

} // namespace zonekg
