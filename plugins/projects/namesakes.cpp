#include "plugins/projects/namesakes.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "core/kit/score_steps.hpp"

namespace zonekg {
namespace {

using kit::End;
using kit::Features;
using kit::Range;

constexpr std::string_view model_name = "relation:undertakes:namesake";
constexpr std::uint32_t base = 1400;

class FirmNames {
 public:
  struct Found {
    const End* firm;
    std::uint32_t at;
  };

  FirmNames(const kit::Reading& reading, const std::vector<End>& companies) : reading_(reading) {
    for (const End& company : companies) {
      firms_[reading.text_hash(company.range)].push_back(company);
      lengths_.insert(company.range.size());
    }
  }

  // Firms named inside the range, the longest name at each place, each by the mention nearest before.
  [[nodiscard]] std::vector<Found> inside(Range range) const {
    std::vector<Found> found;
    for (std::uint32_t at = range.begin; at < range.end;) {
      const End* firm = longest_at(at, range);
      if (firm) found.push_back({firm, at});
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

// A firm's name inside a project's.
struct Namesake {
  const End& project;
  const End& firm;   // the mention nearest before
  std::uint32_t at;  // where its name begins in the project's
  std::size_t firms; // that the project's name holds
};

class Judge {
 public:
  Judge(const std::vector<End>& projects, const std::vector<End>& companies, kit::Relater& relater)
      : companies_(companies), relater_(relater), reading_(relater.reading()) {
    for (const End& company : companies) {
      Named& named = named_[reading_.text_hash(company.range)];
      ++named.count;
      named.alone += overlapping(projects, company.range) == projects.end();
      named.confidence = std::max(named.confidence, company.confidence);
    }
  }

  void propose(const Namesake& namesake) {
    Features features;
    kit::place_features(reading_, namesake.project.range, base, features);
    about_names(namesake, features);
    RelationCandidate candidate{"undertakes", namesake.firm.id, namesake.project.id};
    candidate.evidence = reading_.span(namesake.project.range);
    candidate.confidence = static_cast<double>(relater_.judge(model_name, features));
    candidate.rule = "namesake";
    if (relater_.training()) candidate.features = &features;
    else if (!relater_.worth(static_cast<float>(candidate.confidence))) return;
    relater_.sink().add(candidate);
  }

 private:
  struct Named { // all mentions of one name
    std::size_t count = 0, alone = 0; // alone: outside of projects
    float confidence = 0;             // of the likeliest
  };

  void about_names(const Namesake& n, Features& out) const {
    const auto add = [&](std::uint32_t kind, std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
      out.push_back(kit::feature(base + 60 + kind, a, b, c));
    };
    const Range project = n.project.range, firm{n.at, n.at + n.firm.range.size()};
    const Named& named = named_.at(reading_.text_hash(n.firm.range));
    const std::uint64_t before = std::min(firm.begin - project.begin, 3U), after = std::min(project.end - firm.end, 8U);
    const std::uint64_t sure = kit::share_step(named.confidence, 10), sure_project = kit::share_step(n.project.confidence, 10);
    const std::uint64_t alone = std::min<std::size_t>(named.alone, 2), length = std::min(firm.size(), 12U);
    const auto read = overlapping(companies_, firm);
    const std::uint64_t here = read == companies_.end() ? 0 : read->range.size() == firm.size() ? 1 : 2;
    add(0, sure, sure_project);
    add(1, sure, alone, here);
    add(2, before, after, here);
    add(3, length, after, alone);
    add(4, sure, length, after);
    add(5, std::min<std::size_t>(n.firms, 3), before, alone);
    add(6, std::min<std::size_t>(named.count, 4), alone, here);
    add(7, reading_.word_hash(reading_.word_at(firm.end)), after > 0);
    add(8, reading_.word_hash(reading_.word_at(std::int64_t{firm.end} - 1)), after > 0, alone);
    add(9, reading_.word_hash(reading_.word_at(firm.begin)), before);
    add(10, reading_.word_hash(reading_.word_at(std::int64_t{project.end} - 1)), after > 0);
    add(11, reading_.word_tag(reading_.word_at(firm.end)), reading_.word_tag(reading_.word_at(std::int64_t{firm.end} - 1)), after > 0);
    add(12, reading_.folded(std::int64_t{firm.end} - 1), reading_.folded(firm.end), after > 0);
    add(13, reading_.begins_word(firm.end), after > 0, alone);
  }

  const std::vector<End>& companies_;
  kit::Relater& relater_;
  const kit::Reading& reading_;
  std::map<std::uint64_t, Named> named_; // by the hash of the name
};

} // namespace

std::vector<End> propose_namesakes(const std::vector<End>& projects, const std::vector<End>& companies, kit::Relater& relater) {
  const FirmNames names(relater.reading(), companies);
  Judge judge(projects, companies, relater);
  std::vector<End> others;
  for (const End& project : projects) {
    const std::vector<FirmNames::Found> firms = names.inside(project.range);
    if (firms.empty()) others.push_back(project);
    for (const auto& [firm, at] : firms) judge.propose({project, *firm, at, firms.size()});
  }
  return others;
}

} // namespace zonekg
