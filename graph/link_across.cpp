#include "graph/link_across.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include "graph/areas.hpp"
#include "graph/compare.hpp"
#include "graph/decisions.hpp"
#include "graph/name_form.hpp"
#include "graph/name_key.hpp"
#include "graph/names_across.hpp"
#include "graph/owned_works.hpp"
#include "graph/work_name.hpp"

namespace zonekg {
namespace {

// An entity under one of its keys.
struct Carrier {
  std::u32string_view key;
  std::uint32_t item;
};

class Joiner {
 public:
  Joiner(const Items& items, const Areas* areas, Clusters& clusters)
      : items_(items), areas_(areas), clusters_(clusters) {
    for (std::uint32_t i = 0; i < items.size(); ++i)
      fullest_.push_back(items.keys(i).empty() ? std::u32string_view() : items.keys(i).front());
  }

  // All carriers of one key and type. Longer keys come before shorter ones.
  void join(const Carrier* begin, const Carrier* end) {
    if (end - begin < 2) return;
    const bool ambiguous = is_ambiguous(begin, end);
    std::vector<std::uint32_t> carriers;
    for (const Carrier* carrier = begin; carrier != end; ++carrier)
      if (!ambiguous || fullest(carrier->item) == carrier->key) carriers.push_back(carrier->item);
    if (carriers.empty()) return;
    if (areas_ != nullptr)
      join_by_area(carriers, is_generic_work(parse_name(items_.type(begin->item), std::u32string(begin->key))));
    else
      for (const std::uint32_t item : carriers) join_items(carriers.front(), item);
  }

 private:
  // Works of one name are one where they share an area. Where the area is not known, a name that says more than the
  // kind of facility is enough, unless it stands in several areas.
  void join_by_area(const std::vector<std::uint32_t>& carriers, bool generic) {
    std::map<std::uint32_t, std::uint32_t> first_of_area;
    std::vector<std::uint32_t> without;
    std::uint32_t known = no_entity;
    for (const std::uint32_t item : carriers) {
      if (areas_->of_item(item).front() >= items_.size()) without.push_back(item);
      for (const std::uint32_t area : areas_->of_item(item)) {
        if (area >= items_.size()) continue;
        join_items(first_of_area.try_emplace(area, item).first->second, item);
        known = item;
      }
    }
    if (generic || without.empty()) return;
    const auto is_known = [&](const auto& area) { return clusters_.root(area.second) == clusters_.root(known); };
    const bool one = known != no_entity && std::all_of(first_of_area.begin(), first_of_area.end(), is_known);
    for (const std::uint32_t item : without) join_items(one ? known : without.front(), item);
  }

  std::u32string_view fullest(std::uint32_t item) const { return fullest_[clusters_.root(item)]; }

  void join_items(std::uint32_t a, std::uint32_t b) {
    const std::u32string_view of_a = fullest(a), of_b = fullest(b);
    if (clusters_.join(a, b)) fullest_[clusters_.root(a)] = is_fuller_key(of_a, of_b) ? of_a : of_b;
  }

  // Is the key short for two entities that differ? 沿海工业园: of 滨海县 here, of 响水县 there.
  bool is_ambiguous(const Carrier* begin, const Carrier* end) const {
    std::optional<std::u32string_view> reference;
    for (const Carrier* carrier = begin; carrier != end; ++carrier) {
      const std::u32string_view whole = fullest(carrier->item);
      if (whole == carrier->key) continue;
      if (reference && *reference != whole && conflict(items_.type(carrier->item), *reference, whole)) return true;
      if (!reference) reference = whole;
    }
    return false;
  }

  static bool conflict(const std::string& type, std::u32string_view a, std::u32string_view b) {
    const NameForm x = parse_name(type, std::u32string(a)), y = parse_name(type, std::u32string(b));
    if (ordinals(a) != ordinals(b)) return true;
    if (type == "company" ? !is_legal_name(x) || !is_legal_name(y) : type != "zone") return false;
    return compare(x, y, {}).verdict != NameVerdict::same && compare(y, x, {}).verdict != NameVerdict::same;
  }

  const Items& items_;
  const Areas* areas_; // null: names alone decide
  Clusters& clusters_;
  std::vector<std::u32string_view> fullest_; // of each root
};

std::vector<Carrier> collect_carriers(const Items& items) {
  std::vector<Carrier> carriers;
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    if (items.bound(i)) continue;
    for (const std::u32string_view key : items.keys(i))
      if (!is_class_word(items.type(i), key)) carriers.push_back({key, i});
  }
  const auto rank = [](const Carrier& c) { return std::tuple(-static_cast<std::ptrdiff_t>(c.key.size()), c.key); };
  std::sort(carriers.begin(), carriers.end(), [&](const Carrier& a, const Carrier& b) {
    const auto &type_a = items.type(a.item), &type_b = items.type(b.item);
    if (type_a != type_b) return type_a < type_b;
    if (rank(a) != rank(b)) return rank(a) < rank(b);
    return a.item < b.item;
  });
  return carriers;
}

bool is_work(const std::string& type) { return type == "project" || type == "infrastructure"; }

// Entities of equal keys: works, or everything else.
void join_equal(const Items& items, const Areas* areas, const std::vector<Carrier>& carriers, Clusters& clusters) {
  Joiner joiner(items, areas, clusters);
  const auto type_of = [&](const Carrier& c) -> const std::string& { return items.type(c.item); };
  for (std::size_t begin = 0, end = 0; begin < carriers.size(); begin = end) {
    const auto same_key = [&](const Carrier& c) {
      return c.key == carriers[begin].key && type_of(c) == type_of(carriers[begin]);
    };
    for (end = begin; end < carriers.size() && same_key(carriers[end]);) ++end;
    if (is_work(type_of(carriers[begin])) == (areas != nullptr))
      joiner.join(carriers.data() + begin, carriers.data() + end);
  }
}

} // namespace

Clusters link_across(const Items& items, const std::vector<Decision>& decisions, const std::vector<Block>& blocks, unsigned jobs) {
  Clusters clusters(items.size());
  for (const auto& [item, group] : items.siblings()) clusters.exclude(item, group);
  keep_apart(decisions, items, clusters);
  join_decided(decisions, items, clusters);
  std::vector<Carrier> carriers = collect_carriers(items);
  join_equal(items, nullptr, carriers, clusters);
  const Areas areas = find_areas(items, clusters);
  join_equal(items, &areas, carriers, clusters);
  carriers = std::vector<Carrier>();
  join_short_forms(items, areas, blocks, jobs, clusters);
  join_owned_works(items, areas, clusters);
  return clusters;
}

} // namespace zonekg
