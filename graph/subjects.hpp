// Entities of all documents as far as they are joined, of one type: what their short forms are looked for among.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/areas.hpp"
#include "graph/cluster.hpp"
#include "graph/items.hpp"
#include "graph/name_form.hpp"

namespace zonekg {

// Rows of keys, areas and places, subject by subject: names are cut into forms where they are compared, as all forms
// of all firms at once would take more memory than the graph. By root of their cluster.
class Subjects {
 public:
  Subjects(const std::string& type, const Items& items, const Areas& areas, const Clusters& clusters);

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(begins_.size() - 1); }
  [[nodiscard]] std::uint32_t item(std::uint32_t subject) const { return begins_[subject].item; } // root of the cluster
  [[nodiscard]] std::span<const std::u32string_view> keys(std::uint32_t subject) const; // fullest first, never empty
  [[nodiscard]] std::span<const std::uint32_t> areas(std::uint32_t subject) const;      // sorted
  [[nodiscard]] std::span<const std::uint32_t> homes(std::uint32_t subject) const;      // places of Areas, sorted
  [[nodiscard]] NameForm form(std::u32string_view key) const { return parse_name(type_, std::u32string(key)); }
  [[nodiscard]] std::vector<NameForm> forms(std::uint32_t subject) const;

  // Each area with one of its subjects, sorted.
  using InArea = std::pair<std::uint32_t, std::uint32_t>;
  [[nodiscard]] std::vector<InArea> by_area() const;

 private:
  struct Begin {
    std::uint32_t item, key, area, home;
  };
  void end_subject(std::uint32_t item, std::vector<std::u32string_view>& keys, std::vector<std::uint32_t>& areas,
                   std::vector<std::uint32_t>& homes);

  std::string type_;
  std::vector<Begin> begins_; // one more than there are subjects
  std::vector<std::u32string_view> keys_;
  std::vector<std::uint32_t> areas_, homes_;
};

} // namespace zonekg
