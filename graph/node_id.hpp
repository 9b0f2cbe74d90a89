// Ids of nodes: the same entity of the same documents has the same id in every run.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace zonekg {

// From content only: first letter of the type and a hash of type, canonical key and, for what exists in one document
// only, the document's id (empty otherwise). Two contents with one hash get `-2`, `-3`, … in the order of asking.
// What stays of a name however much of it is told: places, legal form and class word go. 盛新锂业 and
// 遂宁盛新锂业有限公司 give one id, so that it stays when another report tells the full name.
std::u32string stable_key(std::string_view type, const std::u32string& key);

class NodeIds {
 public:
  void reserve(const std::string& id) { taken_.insert(id); } // an id that somebody else gave
  std::string make(std::string_view type, std::string_view key, std::string_view document);

 private:
  std::unordered_set<std::string> taken_;
};

// What an id is made of.
struct IdSource {
  std::string type;
  std::u32string stable; // stable_key of the name
  std::u32string key;
  std::string document;  // of what exists in one document only; empty otherwise
  std::string home;      // the zone that is reported on
};

// From the stable key; where several nodes share it, from the whole one, and where they share that too, from their homes
// as well.
std::vector<std::string> make_ids(const std::vector<IdSource>& sources, NodeIds& ids);

} // namespace zonekg
