// Finding nodes of a large graph as somebody types.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.hpp"

namespace zonekg {

class NameSearch {
 public:
  explicit NameSearch(const Graph& graph); // the graph must outlive it

  // Nodes whose name, alias, pinyin, initials or id holds the text, whatever its case: equal names first, then by how
  // they begin, then by edges.
  std::vector<std::uint32_t> find(std::string_view text);

 private:
  void read_pinyin();

  const Graph& graph_;
  std::vector<std::string> names_;  // of each node: \nname\nalias\n…, lower case
  std::vector<std::string> pinyin_; // ` full full initials `; read when first needed
};

} // namespace zonekg
