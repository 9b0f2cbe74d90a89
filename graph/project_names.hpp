// What projects' names say of each other: phases of one undertaking.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/graph.hpp"

namespace zonekg {

// Hashes of names and homes take the place of texts, as there may be a project for every line of a report.
class ProjectNames {
 public:
  // In order of nodes; other types are passed over. `home`: the zone that is reported on, by which works of equal names
  // are told apart, or the document.
  void add(std::uint32_t index, const Node& node, std::string_view home);

  // 一期6万吨磷酸铁锂 is called 6万吨磷酸铁锂 as well, as long as nothing else is. A name without a figure is too little to
  // go by: 锂电池一期 is not all of 锂电池.
  [[nodiscard]] std::multimap<std::uint32_t, std::string> names_without_phase();

  // Phases of one undertaking are projects of one family: 高端铝箔一期, 高端铝箔二期 and 高端铝箔, told of one zone. Family of
  // each node that has one. `name_of`: a node's name.
  [[nodiscard]] std::map<std::uint32_t, std::string> families(const std::function<std::string(std::uint32_t)>& name_of);

 private:
  using Hashed = std::pair<std::uint64_t, std::uint32_t>; // a text and the node that bears it

  [[nodiscard]] bool carried_once(std::uint64_t name) const; // by one node

  std::vector<Hashed> carriers_, undertakings_;
  std::vector<std::pair<std::uint32_t, std::string>> without_phase_;
};

} // namespace zonekg
