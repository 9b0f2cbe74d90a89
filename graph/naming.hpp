// The name of a node: the fullest of the forms seen, the others as aliases.
#pragma once

#include <string>
#include <vector>

#include "core/model/extraction.hpp"

namespace zonekg {

struct Naming {
  std::string name;
  std::vector<std::string> aliases; // sorted
  std::u32string key;               // of the name
};

// `mentions`: not empty. The order does not matter.
Naming choose_name(const std::vector<const Mention*>& mentions);

} // namespace zonekg
