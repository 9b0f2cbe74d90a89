// Which nodes stand where in a document.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "graph/graph.hpp"

namespace zonekg {

class MentionIndex {
 public:
  explicit MentionIndex(const Graph& graph); // the graph must outlive it

  struct Place {
    std::uint32_t begin, end, node;
  };
  // Mentions that lie inside [begin, end), by their beginning; those of observations left out.
  [[nodiscard]] std::vector<Place> named_in(std::uint32_t document, std::uint32_t begin, std::uint32_t end) const;
  // The observation whose words hold [begin, end).
  [[nodiscard]] std::optional<std::uint32_t> observation_at(std::uint32_t document, std::uint32_t begin, std::uint32_t end) const;
  // The zone that a document names and ties figures to most, the first of equals.
  [[nodiscard]] std::optional<std::uint32_t> main_zone(std::uint32_t document) const;

 private:
  std::vector<std::vector<Place>> named_, observations_; // of each document
  std::vector<std::optional<std::uint32_t>> main_zones_;
};

} // namespace zonekg
