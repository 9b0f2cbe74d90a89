// Ids of nodes: the same entity of the same documents has the same id in every run.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zonekg {

// What stays of a name however much of it is told: places, legal form and class word go. 盛新锂业 and
// 遂宁盛新锂业有限公司 give one id, so that it stays when another report tells the full name.
std::u32string stable_key(std::string_view type, const std::u32string& key);

// What an id is made of: type and key of the name, and the document of what exists in one document only. As hashes, by
// which two nodes are told apart as well: ids hold no more.
struct IdSource {
  std::uint64_t stable = 0;  // with stable_key of the name
  std::uint64_t whole = 0;   // with the whole key
  std::uint64_t at_home = 0; // with the whole key and the zone that is reported on
  char letter = 'n';         // of the type
  bool local = false;        // to its document
};
struct IdText {
  std::string_view type;
  std::u32string_view stable, key;
  std::string_view document; // empty unless local
  std::string_view home;
};
IdSource id_source(const IdText& text);

// Texts side by side: a string for each would take three times the memory.
class Ids {
 public:
  void add(std::string_view id) {
    bytes_ += id;
    ends_.push_back(bytes_.size());
  }
  [[nodiscard]] std::string_view operator[](std::size_t index) const {
    return std::string_view(bytes_).substr(ends_[index], ends_[index + 1] - ends_[index]);
  }

 private:
  std::string bytes_;
  std::vector<std::size_t> ends_ = {0};
};

// First letter of the type and a hash. Of the stable key; where several nodes share it, of the whole one, and where they
// share that too, with their homes. Two contents with one hash get `-2`, `-3`, … in this order; `taken`: ids that
// others have.
Ids make_ids(const std::vector<IdSource>& sources, const std::vector<std::string_view>& taken);

} // namespace zonekg
