#include "graph/naming.hpp"

#include <array>
#include <cstddef>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "graph/local_links.hpp"
#include "graph/name_key.hpp"

namespace zonekg {
namespace {

constexpr std::array<std::string_view, 4> of_industries = {"产业集群", "产业链", "产业", "行业"};
constexpr std::array<std::string_view, 4> of_projects = {"建设工程", "建设项目", "建设", "工程"};

// What a thing is called as well: 环保 of 环保产业, 标准厂房 of 标准厂房建设.
std::string without_class_word(const std::string& type, const std::string& name) {
  if (type != "industry" && type != "project") return name;
  const std::size_t least = (type == "industry" ? 2 : 4) * 3; // bytes of what is left
  for (const std::string_view word : type == "industry" ? of_industries : of_projects)
    if (name.size() >= word.size() + least && name.ends_with(word)) return name.substr(0, name.size() - word.size());
  return name;
}

} // namespace

Naming choose_name(const std::vector<const Mention*>& mentions) {
  std::map<std::string, std::size_t> counts;
  for (const Mention* mention : mentions) ++counts[mention->name.empty() ? mention->evidence.text.str() : mention->name];

  Naming best;
  std::size_t best_count = 0;
  bool is_first = true;
  for (const auto& [name, count] : counts) {
    auto key = name_key(mentions.front()->type, name);
    const bool better = is_first || is_fuller_key(key, best.key) ||
                        (key == best.key && std::pair(count, name.size()) > std::pair(best_count, best.name.size()));
    is_first = false;
    if (!better) continue;
    best.name = name;
    best.key = std::move(key);
    best_count = count;
  }
  std::set<std::string> others;
  for (const auto& [name, count] : counts) {
    others.insert(name);
    others.insert(without_class_word(mentions.front()->type, name));
  }
  others.erase(best.name);
  best.aliases.assign(others.begin(), others.end());
  return best;
}

} // namespace zonekg
