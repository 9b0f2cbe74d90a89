#include "graph/naming.hpp"

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

// 环保 of 环保产业: an industry is called so as well.
std::string without_class_word(const std::string& industry) {
  for (const std::string_view word : {"产业集群", "产业链", "产业", "行业"})
    if (industry.size() >= word.size() + 6 && industry.ends_with(word)) return industry.substr(0, industry.size() - word.size());
  return industry;
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
    if (mentions.front()->type == "industry") others.insert(without_class_word(name));
  }
  others.erase(best.name);
  best.aliases.assign(others.begin(), others.end());
  return best;
}

} // namespace zonekg
