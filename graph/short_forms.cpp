#include <algorithm>
#include <map>
#include <set>
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

namespace zonekg {
namespace {

// One entity of several documents, as far as it is joined.
struct Subject {
  std::uint32_t item; // of the cluster
  std::vector<NameForm> forms; // fullest first
  std::vector<std::uint32_t> areas;
  std::set<std::u32string> homes;
};

constexpr std::size_t most_forms = 12; // of one entity: bounds the comparison of two

template <typename Value> void settle(std::vector<Value>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

// A root and one of its items.
using Member = std::pair<std::uint32_t, std::uint32_t>;

// Of one root.
Subject make_subject(const std::string& type, const Items& items, const Areas& areas, std::span<const Member> members) {
  Subject subject{members.front().first, {}, {}, {}};
  std::vector<std::u32string> keys;
  for (const auto& [root, item] : members) {
    keys.insert(keys.end(), items.entities[item]->keys.begin(), items.entities[item]->keys.end());
    subject.areas.insert(subject.areas.end(), areas.of_item[item].begin(), areas.of_item[item].end());
    const auto& homes = areas.homes[items.documents[item]];
    subject.homes.insert(homes.begin(), homes.end());
  }
  settle(keys);
  settle(subject.areas);
  std::sort(keys.begin(), keys.end(), is_fuller_key);
  if (keys.size() > most_forms) keys.resize(most_forms);
  for (std::u32string& key : keys) subject.forms.push_back(parse_name(type, std::move(key)));
  return subject;
}

// By root.
std::vector<Subject> collect_subjects(const std::string& type, const Items& items, const Areas& areas, const Clusters& clusters,
                                      unsigned jobs) {
  std::vector<Member> members;
  for (std::uint32_t i = 0; i < items.entities.size(); ++i)
    if (items.entities[i]->type == type && !items.entities[i]->bound) members.emplace_back(clusters.root(i), i);
  std::sort(members.begin(), members.end());
  std::vector<std::span<const Member>> of_root;
  for (std::size_t begin = 0, end = 0; begin < members.size(); begin = end) {
    while (end < members.size() && members[end].first == members[begin].first) ++end;
    of_root.emplace_back(members.data() + begin, end - begin);
  }
  std::vector<Subject> subjects(of_root.size());
  for_each_parallel(of_root.size(), jobs, [&](std::size_t s, unsigned) { subjects[s] = make_subject(type, items, areas, of_root[s]); });
  return subjects;
}

// Zones and firms of each area, as far as they matter to a type.
using Around = std::map<std::uint32_t, Surroundings>;

void add_around(const std::vector<Subject>& subjects, Around& around) {
  for (const Subject& subject : subjects)
    for (const std::uint32_t area : subject.areas) add_surroundings(subject.forms, around[area]);
}

class ShortForms {
 public:
  ShortForms(const std::string& type, std::vector<Subject> subjects, Around& around, unsigned jobs, Clusters& clusters)
      : type_(type), jobs_(jobs), clusters_(clusters), subjects_(std::move(subjects)), found_(subjects_.size()), around_(around) {
    for (std::uint32_t s = 0; s < subjects_.size(); ++s) subject_of_[subjects_[s].item] = s;
  }

  void join(const std::vector<Block>& blocks) {
    std::map<std::uint32_t, std::vector<std::uint32_t>> in_area;
    for (std::uint32_t s = 0; s < subjects_.size(); ++s)
      for (const std::uint32_t area : subjects_[s].areas) in_area[area].push_back(s);
    for (const auto& [area, subjects] : in_area) around_.try_emplace(area);
    const std::vector<std::pair<std::uint32_t, std::vector<std::uint32_t>>> areas(in_area.begin(), in_area.end());
    std::vector<std::vector<std::pair<std::uint32_t, Found>>> found(areas.size());
    for_each_parallel(areas.size(), jobs_, [&](std::size_t a, unsigned) {
      const auto& [area, subjects] = areas[a];
      if (subjects.size() > 1) found[a] = find_candidates(subjects, around_.at(area));
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

  // Of one area; with the subject that each is for.
  [[nodiscard]] std::vector<std::pair<std::uint32_t, Found>> find_candidates(const std::vector<std::uint32_t>& subjects,
                                                                            const Surroundings& around) const {
    std::vector<std::pair<std::uint32_t, Found>> found;
    std::vector<NameForm> forms;
    std::vector<std::uint32_t> owner;
    for (const std::uint32_t s : subjects)
      for (const NameForm& form : subjects_[s].forms) {
        forms.push_back(form);
        owner.push_back(s);
      }
    for (const auto& [shorter, fuller] : candidate_pairs(forms)) {
      const std::uint32_t a = owner[shorter], b = owner[fuller];
      if (a == b) continue;
      const NameComparison comparison = compare(forms[shorter], forms[fuller], around);
      if (comparison.verdict == NameVerdict::different) continue;
      found.push_back({a, {b, comparison.fit, is_at_home(subjects_[a], forms[shorter], forms[fuller])}});
    }
    return found;
  }

  // A form of a subject.
  struct Bearer {
    std::uint32_t subject;
    const NameForm* form;
  };
  using Bearers = std::unordered_map<std::u32string_view, std::vector<Bearer>>;

  [[nodiscard]] Bearers bearers_by_key() const {
    Bearers bearers;
    for (std::uint32_t s = 0; s < subjects_.size(); ++s)
      for (const NameForm& form : subjects_[s].forms) bearers[form.key].push_back({s, &form});
    return bearers;
  }

  // Of all documents. A fuller name counts once for each subject that bears it.
  void take_matches(const std::vector<Block>& blocks) {
    const Bearers bearers = bearers_by_key();
    const auto bearers_of = [&](const std::u32string& key) -> std::span<const Bearer> {
      const auto found = bearers.find(key);
      return found == bearers.end() ? std::span<const Bearer>() : found->second;
    };
    for (const Block& block : blocks) {
      if (block.type != type_) continue;
      std::size_t size = 0;
      for (const std::u32string& fuller : block.fuller) size += bearers_of(fuller).size();
      if (size > longest_posting) continue;
      for (const Match& match : block.matches)
        for (const auto& [a, brief] : bearers_of(match.shorter))
          for (const auto& [b, full] : bearers_of(block.fuller[match.fuller]))
            if (a != b) found_[a].push_back({b, match.fit, is_at_home(subjects_[a], *brief, *full)});
    }
  }

  // In a report of 荆门高新区, 动力储能电池产业园 is the one of 荆门 and not the one of 掇刀区.
  static bool is_at_home(const Subject& shorter, const NameForm& brief, const NameForm& full) {
    if (!brief.places.empty() || full.places.empty()) return false;
    NameForm places = full;
    places.core.clear();
    const auto of_full = places_of(places);
    return !of_full.empty() && shorter.homes.contains(of_full.back());
  }

  [[nodiscard]] bool are_different(std::uint32_t a, std::uint32_t b) const {
    for (const std::uint32_t x : members(a))
      for (const std::uint32_t y : members(b))
        for (const NameForm& form : subjects_[x].forms)
          for (const NameForm& other : subjects_[y].forms)
            if (compare(form, other, {}).verdict == NameVerdict::different ||
                compare(other, form, {}).verdict == NameVerdict::different)
              return true;
    return false;
  }

  // Subjects that were joined into one so far; a few of them speak for all.
  [[nodiscard]] std::vector<std::uint32_t> members(std::uint32_t subject) const {
    const auto found = joined_.find(clusters_.root(subjects_[subject].item));
    return found == joined_.end() ? std::vector{subject} : found->second;
  }

  void join_subjects(std::uint32_t a, std::uint32_t b) {
    constexpr std::size_t most_members = 8;
    std::vector<std::uint32_t> all = members(a);
    const auto more = members(b);
    all.insert(all.end(), more.begin(), more.end());
    if (!clusters_.join(subjects_[a].item, subjects_[b].item)) return;
    if (all.size() > most_members) all.resize(most_members);
    joined_[clusters_.root(subjects_[a].item)] = std::move(all);
  }

  void decide_all() {
    std::vector<std::uint32_t> order(subjects_.size());
    for (std::uint32_t s = 0; s < order.size(); ++s) order[s] = s;
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      const NameForm &x = subjects_[a].forms.front(), &y = subjects_[b].forms.front();
      return is_fuller(x, y) || (!is_fuller(y, x) && a < b);
    });
    for (const std::uint32_t s : order) {
      settle(found_[s]);
      std::vector<Candidate> candidates;
      const std::uint32_t own = clusters_.root(subjects_[s].item);
      for (const Found& found : found_[s])
        if (const std::uint32_t root = clusters_.root(subjects_[found.subject].item); root != own)
          candidates.push_back({root, found.fit, found.preferred});
      const std::uint32_t entity = meant_entity(type_, candidates);
      if (entity == no_candidate) continue;
      const std::uint32_t target = subject_of_.at(entity);
      if (!are_different(s, target)) join_subjects(s, target);
    }
  }

  const std::string type_;
  const unsigned jobs_;
  Clusters& clusters_;
  std::vector<Subject> subjects_;
  std::vector<std::vector<Found>> found_; // of each subject
  std::map<std::uint32_t, std::uint32_t> subject_of_;
  Around& around_;
  std::map<std::uint32_t, std::vector<std::uint32_t>> joined_; // of roots
};

} // namespace

void join_short_forms(const Items& items, const Areas& areas, const std::vector<Block>& blocks, unsigned jobs, Clusters& clusters) {
  const auto subjects_of = [&](const char* type) { return collect_subjects(type, items, areas, clusters, jobs); };
  const auto join = [&](const char* type, std::vector<Subject> subjects, Around& around) {
    ShortForms(type, std::move(subjects), around, jobs, clusters).join(blocks);
  };
  Around of_zones, of_firms, of_works;
  std::vector<Subject> zones = subjects_of("zone");
  add_around(zones, of_zones);
  join("zone", std::move(zones), of_zones);
  join("company", subjects_of("company"), of_firms); // firms are compared by their names alone
  for (const char* type : {"zone", "company"}) add_around(subjects_of(type), of_works); // as they are joined now
  for (const char* type : {"project", "infrastructure"}) join(type, subjects_of(type), of_works);
}

} // namespace zonekg
