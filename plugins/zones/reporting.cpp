#include "plugins/zones/reporting.hpp"

#include <algorithm>
#include <map>

#include "core/kit/lattice.hpp"

namespace zonekg {
namespace {

using kit::Features;
using kit::Range;
using kit::Reading;

constexpr std::uint32_t base = 2600;

// Features of each mention in the choice among all zones that a document names.
class Candidates {
 public:
  Candidates(const Reading& reading, const std::vector<Range>& mentions) : reading_(reading) {
    for (const Range range : mentions) {
      const auto [name, is_new] = names_.try_emplace(reading.text(range));
      if (is_new) name->second.order = names_.size() - 1;
      ++name->second.count;
      most_ = std::max(most_, name->second.count);
    }
    const kit::Classes generic = reading.lexicon().one("zone_generic");
    for (std::uint32_t i = 0; i < reading.size() && !says_we_; ++i)
      says_we_ = (reading.class_begins(i) & generic) && (reading.at(i) == U'我' || reading.at(i) == U'全' || reading.at(i) == U'本');
  }

  [[nodiscard]] Features features_of(Range range) const {
    Features features;
    kit::place_features(reading_, range, base, features);
    const auto add = [&](std::uint32_t kind, std::uint64_t a = 0, std::uint64_t b = 0, std::uint64_t c = 0) {
      features.push_back(kit::feature(base + kind, a, b, c));
    };
    const std::string_view name = reading_.text(range), text = reading_.document().text(), title = reading_.document().title();
    const Name& known = names_.find(name)->second;
    const bool in_title = !title.empty() && title.find(name) != std::string_view::npos;
    const std::size_t first = text.find(name);
    const std::uint64_t start = first < 60 ? 0 : first < 150 ? 1 : first < 600 ? 2 : first < 1500 ? 3 : 4;
    const std::uint64_t order = std::min<std::size_t>(known.order, 3), zones = std::min<std::size_t>(names_.size(), 5);
    const std::uint64_t often = std::min<std::size_t>(known.count, 4), most = known.count == most_;
    add(20, in_title, start);
    add(21, in_title, often, most);
    add(22, start, often, order);
    add(23, static_cast<std::uint64_t>(reading_.folded(std::int64_t{range.end} - 2)) << 21 | reading_.folded(std::int64_t{range.end} - 1));
    add(24, reading_.word_hash(reading_.word_at(std::int64_t{range.end} - 1)), in_title);
    add(25, reading_.word_tag(reading_.word_at(range.begin)), in_title);
    add(26, std::min(range.size(), 12U), in_title);
    add(27, reading_.sentence_at(range.begin) == 0, in_title);
    add(28, order, zones);
    add(29, order, most, zones);
    add(30, says_we_, order, in_title);
    add(31, says_we_, zones);
    add(32, zones, in_title, most);
    add(33, named_inside_another(name), zones);
    add(34, reading_.word_hash(reading_.word_at(range.begin)), order);
    return features;
  }

 private:
  struct Name {
    std::size_t order = 0, count = 0;
  };

  [[nodiscard]] bool named_inside_another(std::string_view name) const {
    return std::any_of(names_.begin(), names_.end(), [&](const auto& other) {
      return other.first != name && other.first.find(name) != std::string_view::npos;
    });
  }

  const Reading& reading_;
  std::map<std::string_view, Name> names_;
  std::size_t most_ = 0;
  bool says_we_ = false;
};

} // namespace

void mark_reporting(const Reading& reading, const kit::Model& model, std::vector<kit::Proposal>& proposals) {
  std::vector<Range> mentions;
  for (const kit::Proposal& proposal : proposals)
    if (proposal.likely()) mentions.push_back(proposal.range);
  const Candidates candidates(reading, mentions);
  std::vector<kit::LatticeSpan> choice;
  for (const Range range : mentions) choice.push_back({0, 1, model.score(candidates.features_of(range))});
  const auto probabilities = kit::marginals(choice);
  std::map<std::string_view, double> by_name;
  for (std::size_t i = 0; i < mentions.size(); ++i) by_name[reading.text(mentions[i])] += static_cast<double>(probabilities[i]);
  for (kit::Proposal& proposal : proposals)
    if (proposal.likely()) proposal.candidate.with_number("reporting", std::min(1.0, by_name[reading.text(proposal.range)]));
}

void teach_reporting(const std::vector<kit::End>& zones, kit::Relater& relater) {
  std::vector<Range> mentions;
  for (const kit::End& zone : zones) mentions.push_back(zone.range);
  const Candidates candidates(relater.reading(), mentions);
  const std::uint32_t group = relater.new_group();
  for (const kit::End& zone : zones) {
    const Features features = candidates.features_of(zone.range);
    FactCandidate fact{zone.id, "reporting", "true"};
    fact.evidence = relater.reading().span(zone.range);
    fact.features = &features;
    fact.group = group;
    relater.sink().add(fact);
  }
}

} // namespace zonekg
