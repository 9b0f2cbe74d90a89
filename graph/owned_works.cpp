#include "graph/owned_works.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "graph/compare.hpp"
#include "graph/name_form.hpp"
#include "graph/name_key.hpp"

namespace zonekg {
namespace {

constexpr std::size_t most_names = 12; // of one firm: bounds what is looked for

// Projects by key, in one area. Those of one key and area are one already, or never will be.
using Projects = std::map<std::pair<std::uint32_t, std::u32string_view>, std::uint32_t>;

class OwnedWorks {
 public:
  OwnedWorks(const Items& items, const Areas& areas, Clusters& clusters) : items_(items), areas_(areas), clusters_(clusters) {}

  void collect() {
    for (const auto& [firm, work] : items_.undertakes()) {
      if (items_.type(firm) != "company" || items_.type(work) != "project" || items_.bound(firm) || items_.bound(work)) continue;
      owned_.insert({work, clusters_.root(firm)});
      names_.try_emplace(clusters_.root(firm));
    }
  }

  void join() {
    if (owned_.empty()) return;
    index_names();
    std::map<std::uint32_t, std::set<std::uint32_t>> meant; // projects that fit, by project
    for (const auto& [work, firm] : owned_) find_fuller(work, names_.at(firm), meant[clusters_.root(work)]);
    for (const auto& [work, fuller] : meant)
      if (fuller.size() == 1) clusters_.join(work, *fuller.begin());
  }

 private:
  void index_names() {
    for (std::uint32_t i = 0; i < items_.size(); ++i) {
      if (items_.bound(i)) continue;
      if (items_.type(i) == "project")
        for (const std::uint32_t area : areas_.of_item(i))
          for (const std::u32string_view key : items_.keys(i)) projects_.try_emplace({area, key}, i);
      if (items_.type(i) != "company") continue;
      const auto names = names_.find(clusters_.root(i));
      if (names == names_.end()) continue;
      for (const std::u32string_view key : items_.keys(i))
        if (names->second.size() < most_names) names->second.merge(owner_names(std::u32string(key)));
    }
  }

  void find_fuller(std::uint32_t work, const std::set<std::u32string>& owners, std::set<std::uint32_t>& found) const {
    for (const std::u32string& owner : owners)
      for (const std::u32string_view key : items_.keys(work))
        for (const std::u32string_view between : {U"", U"的"})
          for (const std::uint32_t area : areas_.of_item(work)) {
            const std::u32string fuller = (owner + std::u32string(between)).append(key);
            const auto project = projects_.find({area, fuller});
            if (project == projects_.end()) continue;
            const std::uint32_t root = clusters_.root(project->second);
            if (root != clusters_.root(work)) found.insert(root);
          }
  }

  const Items& items_;
  const Areas& areas_;
  Clusters& clusters_;
  std::set<std::pair<std::uint32_t, std::uint32_t>> owned_;  // project and the root of its firm
  std::map<std::uint32_t, std::set<std::u32string>> names_;  // of firms that undertake something
  Projects projects_;
};

} // namespace

std::set<std::u32string> owner_names(const std::u32string& firm) {
  if (is_class_word("company", firm)) return {};
  std::set<std::u32string> names = {firm};
  if (const NameForm form = parse_name("company", firm); is_legal_name(form))
    for (std::u32string& part : naming_parts(form)) names.insert(std::move(part));
  return names;
}

bool is_owner_and_work(std::u32string_view whole, std::u32string_view owner, std::u32string_view work) {
  if (!whole.starts_with(owner)) return false;
  whole.remove_prefix(owner.size());
  return whole == work || (whole.starts_with(U"的") && whole.substr(1) == work);
}

void join_owned_works(const Items& items, const Areas& areas, Clusters& clusters) {
  OwnedWorks works(items, areas, clusters);
  works.collect();
  works.join();
}

} // namespace zonekg
