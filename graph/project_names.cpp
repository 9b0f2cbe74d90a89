#include "graph/project_names.hpp"

#include <algorithm>

#include "graph/code_points.hpp"
#include "graph/name_form.hpp"
#include "graph/name_key.hpp"
#include "graph/node_id.hpp"
#include "graph/settle.hpp"
#include "graph/work_name.hpp"

namespace zonekg {
namespace {

std::uint64_t hash_of(std::string_view name, std::string_view home = {}) {
  return id_source({"project", {}, name_key("project", name), home, {}}).whole;
}

// The name of all of its phases together.
std::string undertaking_of(std::string_view name) {
  std::string whole = to_utf8(name_key("project", name)), base = without_phase(whole);
  return base.empty() ? whole : base;
}

} // namespace

void ProjectNames::add(std::uint32_t index, const Node& node, std::string_view home) {
  if (node.type != "project") return;
  const auto add_name = [&](const std::string& name) {
    carriers_.emplace_back(hash_of(name), index);
    std::string base = without_phase(name);
    if (base.empty() || parse_work(parse_name("project", name_key("project", base)), 0).amounts.empty()) return;
    carriers_.emplace_back(hash_of(base), index);
    without_phase_.emplace_back(index, std::move(base));
  };
  std::ranges::for_each(node.aliases, add_name);
  add_name(node.name);
  undertakings_.emplace_back(hash_of(undertaking_of(node.name), home), index);
}

bool ProjectNames::carried_once(std::uint64_t name) const {
  const auto first = std::ranges::lower_bound(carriers_, name, {}, &Hashed::first);
  const auto is_it = [&](auto at) { return at != carriers_.end() && at->first == name; };
  return is_it(first) && !is_it(std::next(first));
}

std::multimap<std::uint32_t, std::string> ProjectNames::names_without_phase() {
  settle(carriers_);
  std::multimap<std::uint32_t, std::string> names;
  for (auto& [index, name] : without_phase_)
    if (carried_once(hash_of(name))) names.emplace(index, std::move(name));
  carriers_ = std::vector<Hashed>();
  return names;
}

std::map<std::uint32_t, std::string> ProjectNames::families(const std::function<std::string(std::uint32_t)>& name_of) {
  settle(undertakings_);
  std::map<std::uint32_t, std::string> families;
  for (auto begin = undertakings_.begin(), end = begin; begin != undertakings_.end(); begin = end) {
    end = std::find_if(begin, undertakings_.end(), [&](const Hashed& one) { return one.first != begin->first; });
    if (end - begin < 2) continue;
    std::string name;
    for (auto member = begin; member != end; ++member)
      if (std::string other = undertaking_of(name_of(member->second)); name.empty() || other < name) name = std::move(other);
    for (auto member = begin; member != end; ++member) families.emplace(member->second, name);
  }
  undertakings_ = std::vector<Hashed>();
  return families;
}

} // namespace zonekg
