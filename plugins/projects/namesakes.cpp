#include "plugins/projects/namesakes.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace zonekg {
namespace {

using kit::End;
using kit::Range;

constexpr double confidence = 0.97;

class FirmNames {
 public:
  FirmNames(const kit::Reading& reading, const std::vector<End>& companies) : reading_(reading) {
    for (const End& company : companies) {
      firms_[reading.text_hash(company.range)].push_back(company);
      lengths_.insert(company.range.size());
    }
  }

  // Firms named inside the range, the longest name at each place, each by the mention nearest before.
  [[nodiscard]] std::vector<End> inside(Range range) const {
    std::vector<End> found;
    for (std::uint32_t at = range.begin; at < range.end;) {
      const End* firm = longest_at(at, range);
      if (firm) found.push_back(*firm);
      at += firm ? firm->range.size() : 1;
    }
    return found;
  }

 private:
  const End* longest_at(std::uint32_t at, Range range) const {
    for (auto length = lengths_.rbegin(); length != lengths_.rend(); ++length) {
      if (*length > range.end - at) continue;
      const auto named = firms_.find(reading_.text_hash({at, at + *length}));
      if (named != firms_.end()) return &nearest(named->second, at);
    }
    return nullptr;
  }

  static const End& nearest(const std::vector<End>& mentions, std::uint32_t at) {
    const auto after = std::upper_bound(mentions.begin(), mentions.end(), at, [](std::uint32_t p, const End& e) { return p < e.range.begin; });
    return after == mentions.begin() ? *after : *(after - 1);
  }

  const kit::Reading& reading_;
  std::map<std::uint64_t, std::vector<End>> firms_; // by the hash of the name, in text order
  std::set<std::uint32_t> lengths_;
};

} // namespace

std::vector<End> propose_namesakes(const std::vector<End>& projects, const std::vector<End>& companies, kit::Relater& relater) {
  const FirmNames names(relater.reading(), companies);
  std::vector<End> others;
  for (const End& project : projects) {
    const std::vector<End> firms = names.inside(project.range);
    if (firms.empty()) others.push_back(project);
    for (const End& firm : firms) {
      RelationCandidate candidate{"undertakes", firm.id, project.id};
      candidate.evidence = relater.reading().span(project.range);
      candidate.confidence = confidence;
      candidate.rule = "namesake";
      relater.sink().add(candidate);
    }
  }
  return others;
}

} // namespace zonekg
