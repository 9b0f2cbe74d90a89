#include "export/columns.hpp"

#include <algorithm>
#include <set>

#include "graph/code_points.hpp"

namespace zonekg {

Columns columns_of(const Graph& graph) {
  Columns columns;
  std::set<std::string> histories;
  for (std::size_t i = 0; i < graph.node_count(); ++i) {
    for (const Property& property : graph.node(i).properties)
      for (const PlainValue& value : plain_values(property)) {
        const auto [place, is_new] = columns.properties.try_emplace(value.key, value.kind);
        if (!is_new && place->second != value.kind) place->second = ValueKind::text;
      }
    for (const History& history : graph.node(i).histories) histories.insert(history.key);
  }
  columns.histories.assign(histories.begin(), histories.end());
  return columns;
}

std::map<std::string, std::string> cells_of(const Node& node) {
  std::map<std::string, std::string> cells;
  for (const Property& property : node.properties)
    for (PlainValue& value : plain_values(property)) cells[value.key] = std::move(value.text);
  return cells;
}

const History* find_history(const Node& node, const std::string& key) {
  const auto found = std::find_if(node.histories.begin(), node.histories.end(),
                                  [&](const History& history) { return history.key == key; });
  return found == node.histories.end() ? nullptr : &*found;
}

std::string shortened(std::string_view text, std::size_t most) {
  if (text.size() <= most) return std::string(text); // a code point is a byte at least
  std::u32string points = to_code_points(text);
  if (points.size() <= most) return std::string(text);
  points.resize(most - 1);
  points += U'…';
  return to_utf8(points);
}

} // namespace zonekg
