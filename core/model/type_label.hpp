// What a node or edge type is called and looks like, as the plugin that provides it says.
#pragma once

#include <string>

namespace zonekg {

struct TypeLabel {
  std::string kind;             // `mention` (a node type), `relation` (an edge type), `fact`
  std::string name;             // `honor`
  std::string english, chinese; // for legends; never empty
  std::string colour;           // #rrggbb; empty: the exporter chooses
  bool operator==(const TypeLabel&) const = default;
};

} // namespace zonekg
