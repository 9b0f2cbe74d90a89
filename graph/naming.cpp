#include "graph/naming.hpp"

#include <cstddef>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "graph/local_links.hpp"
#include "graph/name_key.hpp"
#include "graph/own_names.hpp"

namespace zonekg {

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
    for (std::string& own : own_names(mentions.front()->type, name)) others.insert(std::move(own));
  }
  others.erase(best.name);
  best.aliases.assign(others.begin(), others.end());
  return best;
}

} // namespace zonekg
