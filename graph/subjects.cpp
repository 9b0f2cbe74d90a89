#include "graph/subjects.hpp"

#include <algorithm>

#include "graph/settle.hpp"

namespace zonekg {
namespace {

constexpr std::size_t most_forms = 12; // of one entity: bounds the comparison of two

template <typename Values, typename More> void append(Values& values, const More& more) {
  values.insert(values.end(), more.begin(), more.end());
}

} // namespace

Subjects::Subjects(const std::string& type, const Items& items, const Areas& areas, const Clusters& clusters) : type_(type) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> members; // root and item
  for (std::uint32_t i = 0; i < items.size(); ++i)
    if (!items.bound(i) && items.type(i) == type) members.emplace_back(clusters.root(i), i);
  std::sort(members.begin(), members.end());
  std::vector<std::u32string_view> keys;
  std::vector<std::uint32_t> of_areas, homes;
  for (std::size_t m = 0; m < members.size(); ++m) {
    const auto& [root, item] = members[m];
    append(keys, items.keys(item));
    append(of_areas, areas.of_item(item));
    append(homes, areas.homes[items.document(item)]);
    if (m + 1 == members.size() || members[m + 1].first != root) end_subject(root, keys, of_areas, homes);
  }
  end_subject(no_entity, keys, of_areas, homes);
}

void Subjects::end_subject(std::uint32_t item, std::vector<std::u32string_view>& keys, std::vector<std::uint32_t>& areas,
                           std::vector<std::uint32_t>& homes) {
  begins_.push_back({item, static_cast<std::uint32_t>(keys_.size()), static_cast<std::uint32_t>(areas_.size()),
                     static_cast<std::uint32_t>(homes_.size())});
  settle(keys);
  settle(areas);
  settle(homes);
  std::sort(keys.begin(), keys.end(), is_fuller_key);
  if (keys.size() > most_forms) keys.resize(most_forms);
  append(keys_, keys);
  append(areas_, areas);
  append(homes_, homes);
  keys.clear();
  areas.clear();
  homes.clear();
}

std::span<const std::u32string_view> Subjects::keys(std::uint32_t subject) const {
  return std::span(keys_).subspan(begins_[subject].key, begins_[subject + 1].key - begins_[subject].key);
}

std::span<const std::uint32_t> Subjects::areas(std::uint32_t subject) const {
  return std::span(areas_).subspan(begins_[subject].area, begins_[subject + 1].area - begins_[subject].area);
}

std::span<const std::uint32_t> Subjects::homes(std::uint32_t subject) const {
  return std::span(homes_).subspan(begins_[subject].home, begins_[subject + 1].home - begins_[subject].home);
}

std::vector<NameForm> Subjects::forms(std::uint32_t subject) const {
  std::vector<NameForm> forms;
  for (const std::u32string_view key : keys(subject)) forms.push_back(form(key));
  return forms;
}

std::vector<Subjects::InArea> Subjects::by_area() const {
  std::vector<InArea> places;
  for (std::uint32_t s = 0; s < size(); ++s)
    for (const std::uint32_t area : areas(s)) places.emplace_back(area, s);
  std::sort(places.begin(), places.end());
  return places;
}

} // namespace zonekg
