// Ids of nodes: the same entity of the same documents has the same id in every run.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

namespace zonekg {

// From content only: first letter of the type and a hash of type, canonical key and, for what exists in one document
// only, the document's id (empty otherwise). Two contents with one hash get `-2`, `-3`, … in the order of asking.
class NodeIds {
 public:
  void reserve(const std::string& id) { taken_.insert(id); } // an id that somebody else gave
  std::string make(std::string_view type, std::string_view key, std::string_view document);

 private:
  std::unordered_set<std::string> taken_;
};

} // namespace zonekg
