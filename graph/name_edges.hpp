// What names state: a zone and the firm that runs it, a park and the project that builds it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/graph.hpp"

namespace zonekg {

// What a node's name says of a zone that shares a document with it:
//   located_in: company → zone, 岚溪经开区|建设投资有限公司; the contract has no edge of its own for running a zone
//   located_in: project → zone, 岚溪轴承产业园|一期
// The words behind the zone's name say what the firm is for: a firm of another trade is only in the zone.
// A project of a park's name, 岚溪轴承产业园(项目) or a phase of it, has the property `park`: the zone's name. That a park
// lies in itself is not said.
struct Namesake {
  std::uint32_t zone = 0; // node
  std::string_view park;  // the zone's name, of a project; views what ZoneNames holds
  std::optional<Edge> edge;
};

// Zones by the keys of their names; 望渡高新 for 望渡高新区 as well, as firms' names leave 区 out.
class ZoneNames {
 public:
  void add(std::uint32_t index, const Node& node); // other types are passed over
  [[nodiscard]] bool empty() const { return zones_.empty(); }
  // The zone whose name the node's begins with, the longest name first; none where several zones are called so.
  [[nodiscard]] std::optional<Namesake> find(const Node& node) const;

 private:
  struct Zone {
    std::string name;
    std::vector<std::uint32_t> documents; // that name it
  };
  [[nodiscard]] Namesake namesake(const Node& node, std::uint32_t zone, bool part) const;

  std::map<std::uint32_t, Zone> zones_;
  std::unordered_map<std::u32string, std::vector<std::uint32_t>> by_key_;
};

} // namespace zonekg
