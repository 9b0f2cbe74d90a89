#include <algorithm>
#include <map>
#include <span>
#include <unordered_map>
#include <utility>

#include "core/process/parallel.hpp"
#include "graph/areas.hpp"
#include "graph/block.hpp"
#include "graph/compare.hpp"
#include "graph/decide.hpp"
#include "graph/link_across.hpp"
#include "graph/name_form.hpp"
#include "graph/names_across.hpp"
#include "graph/settle.hpp"
#include "graph/subjects.hpp"

namespace zonekg {
namespace {

// Subjects, and where to find those of an area.
struct Located {
  Subjects subjects;
  std::vector<Subjects::InArea> by_area = subjects.by_area();

  [[nodiscard]] std::span<const Subjects::InArea> in(std::uint32_t area) const {
    return {std::ranges::lower_bound(by_area, area, {}, &Subjects::InArea::first), std::ranges::upper_bound(by_area, area, {}, &Subjects::InArea::first)};
  }
};

class ShortForms {
 public:
  // `around`: zones and firms, as far as they matter to the type.
  ShortForms(const std::string& type, const Located& located, const std::vector<const Located*>& around, const Areas& areas, unsigned jobs, Clusters& clusters)
      : type_(type), jobs_(jobs), areas_(areas), clusters_(clusters), located_(located), subjects_(located.subjects), around_(around),
        found_(subjects_.size()) {}

  void join(const std::vector<Block>& blocks) {
    std::vector<std::span<const Subjects::InArea>> areas;
    for (std::size_t begin = 0; begin < located_.by_area.size(); begin += areas.back().size())
      areas.push_back(located_.in(located_.by_area[begin].first));
    std::vector<std::vector<std::pair<std::uint32_t, Found>>> found(areas.size());
    for_each_parallel(areas.size(), jobs_, [&](std::size_t a, unsigned) {
      if (areas[a].size() > 1) found[a] = find_candidates(areas[a]);
    });
    for (const auto& of_area : found)
      for (const auto& [subject, one] : of_area) found_[subject].push_back(one);
    take_matches(blocks);
    decide_all();
  }

 private:
  struct Found {
    std::uint32_t subject;
    Fit fit;
    bool preferred;
    auto operator<=>(const Found&) const = default;
  };

  [[nodiscard]] Surroundings surroundings(std::uint32_t area) const {
    Surroundings around;
    for (const Located* others : around_)
      for (const auto& [place, subject] : others->in(area)) add_surroundings(others->subjects.forms(subject), around);
    return around;
  }

  // Of one area; with the subject that each is for.
  [[nodiscard]] std::vector<std::pair<std::uint32_t, Found>> find_candidates(std::span<const Subjects::InArea> area) const {
    std::vector<std::pair<std::uint32_t, Found>> found;
    std::vector<NameForm> forms;
    std::vector<std::uint32_t> owner;
    for (const auto& [place, subject] : area)
      for (const std::u32string_view key : subjects_.keys(subject)) {
        forms.push_back(subjects_.form(key));
        owner.push_back(subject);
      }
    const Surroundings around = surroundings(area.front().first);
    for (const auto& [shorter, fuller] : candidate_pairs(forms)) {
      const std::uint32_t a = owner[shorter], b = owner[fuller];
      if (a == b) continue;
      const NameComparison comparison = compare(forms[shorter], forms[fuller], around);
      if (comparison.verdict == NameVerdict::different) continue;
      found.push_back({a, {b, comparison.fit, is_at_home(a, forms[shorter], forms[fuller])}});
    }
    return found;
  }

  // Subjects that bear one of the names that the blocks tell of.
  using Bearers = std::unordered_map<std::u32string_view, std::vector<std::uint32_t>>;

  [[nodiscard]] Bearers bearers_of_names_in(const std::vector<Block>& blocks) const {
    Bearers bearers;
    for (const Block& block : blocks) {
      if (block.type != type_) continue;
      for (const std::u32string& fuller : block.fuller) bearers[fuller];
      for (const Match& match : block.matches) bearers[match.shorter];
    }
    for (std::uint32_t s = 0; s < subjects_.size(); ++s)
      for (const std::u32string_view key : subjects_.keys(s))
        if (const auto found = bearers.find(key); found != bearers.end()) found->second.push_back(s);
    return bearers;
  }

  // Of all documents. A fuller name counts once for each subject that bears it.
  void take_matches(const std::vector<Block>& blocks) {
    const Bearers bearers = bearers_of_names_in(blocks);
    for (const Block& block : blocks) {
      if (block.type != type_) continue;
      std::size_t size = 0;
      for (const std::u32string& fuller : block.fuller) size += bearers.at(fuller).size();
      if (size > longest_posting) continue;
      for (const Match& match : block.matches) {
        const std::u32string& full = block.fuller[match.fuller];
        for (const std::uint32_t a : bearers.at(match.shorter))
          for (const std::uint32_t b : bearers.at(full))
            if (a != b) found_[a].push_back({b, match.fit, is_at_home(a, subjects_.form(match.shorter), subjects_.form(full))});
      }
    }
  }

  // In a report of 荆门高新区, 动力储能电池产业园 is the one of 荆门 and not the one of 掇刀区.
  [[nodiscard]] bool is_at_home(std::uint32_t shorter, const NameForm& brief, const NameForm& full) const {
    if (!brief.places.empty() || full.places.empty()) return false;
    NameForm places = full;
    places.core.clear();
    const auto of_full = places_of(places);
    if (of_full.empty()) return false;
    const auto place = std::ranges::lower_bound(areas_.places, of_full.back());
    return place != areas_.places.end() && *place == of_full.back() &&
           std::ranges::binary_search(subjects_.homes(shorter), static_cast<std::uint32_t>(place - areas_.places.begin()));
  }

  [[nodiscard]] bool are_different(std::uint32_t a, std::uint32_t b) const {
    for (const std::uint32_t x : members(a))
      for (const std::uint32_t y : members(b)) {
        const std::vector<NameForm> others = subjects_.forms(y);
        for (const NameForm& form : subjects_.forms(x))
          for (const NameForm& other : others)
            if (compare(form, other, {}).verdict == NameVerdict::different ||
                compare(other, form, {}).verdict == NameVerdict::different)
              return true;
      }
    return false;
  }

  // Subjects that were joined into one so far; a few of them speak for all.
  [[nodiscard]] std::vector<std::uint32_t> members(std::uint32_t subject) const {
    const auto found = joined_.find(clusters_.root(subjects_.item(subject)));
    return found == joined_.end() ? std::vector{subject} : found->second;
  }

  void join_subjects(std::uint32_t a, std::uint32_t b) {
    constexpr std::size_t most_members = 8;
    std::vector<std::uint32_t> all = members(a);
    const auto more = members(b);
    all.insert(all.end(), more.begin(), more.end());
    if (!clusters_.join(subjects_.item(a), subjects_.item(b))) return;
    if (all.size() > most_members) all.resize(most_members);
    joined_[clusters_.root(subjects_.item(a))] = std::move(all);
  }

  // Subjects by their fullest names, those that say most first.
  [[nodiscard]] std::vector<std::uint32_t> in_order_of_deciding() const {
    std::vector<std::pair<Fullness, std::uint32_t>> order;
    order.reserve(subjects_.size());
    for (std::uint32_t s = 0; s < subjects_.size(); ++s) {
      const std::u32string_view key = subjects_.keys(s).front();
      order.emplace_back(fullness(subjects_.form(key)), s);
      order.back().first.key = key; // the form goes
    }
    std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
      return a.first > b.first || (a.first == b.first && a.second < b.second);
    });
    std::vector<std::uint32_t> subjects;
    for (const auto& [said, subject] : order) subjects.push_back(subject);
    return subjects;
  }

  [[nodiscard]] std::uint32_t subject_of(std::uint32_t root) const {
    std::uint32_t low = 0;
    for (std::uint32_t high = subjects_.size(); high - low > 1;) {
      const std::uint32_t middle = low + (high - low) / 2;
      (subjects_.item(middle) <= root ? low : high) = middle;
    }
    return low;
  }

  void decide_all() {
    for (const std::uint32_t s : in_order_of_deciding()) {
      settle(found_[s]);
      std::vector<Candidate> candidates;
      const std::uint32_t own = clusters_.root(subjects_.item(s));
      for (const Found& found : found_[s])
        if (const std::uint32_t root = clusters_.root(subjects_.item(found.subject)); root != own)
          candidates.push_back({root, found.fit, found.preferred});
      const std::uint32_t entity = meant_entity(type_, candidates);
      if (entity == no_candidate) continue;
      const std::uint32_t target = subject_of(entity);
      if (!are_different(s, target)) join_subjects(s, target);
    }
  }

  const std::string type_;
  const unsigned jobs_;
  const Areas& areas_;
  Clusters& clusters_;
  const Located& located_;
  const Subjects& subjects_;
  const std::vector<const Located*>& around_;
  std::vector<std::vector<Found>> found_; // of each subject
  std::map<std::uint32_t, std::vector<std::uint32_t>> joined_; // of roots
};

} // namespace

void join_short_forms(const Items& items, const Areas& areas, const std::vector<Block>& blocks, unsigned jobs, Clusters& clusters) {
  const auto located = [&](const char* type) { return Located{Subjects(type, items, areas, clusters)}; };
  const auto join = [&](const char* type, const Located& subjects, const std::vector<const Located*>& around) {
    ShortForms(type, subjects, around, areas, jobs, clusters).join(blocks);
  };
  {
    const Located zones = located("zone");
    join("zone", zones, {&zones});
  }
  join("company", located("company"), {}); // firms are compared by their names alone
  const Located zones = located("zone"), firms = located("company"); // as they are joined now
  for (const char* type : {"project", "infrastructure"}) join(type, located(type), {&zones, &firms});
}

} // namespace zonekg
