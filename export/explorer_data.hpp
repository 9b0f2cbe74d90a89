// The explorer's data (docs/explorer.md), whole and in fragments.
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

#include "export/explorer.hpp"
#include "export/pinyin.hpp"
#include "graph/graph.hpp"

namespace zonekg {

inline constexpr std::size_t most_in_page = 20'000;    // nodes that a page shows at once; beyond, it opens on a part
inline constexpr std::size_t most_in_file = 100'000;   // nodes that a browser takes in one file
inline constexpr std::size_t most_findings = 5'000;    // of the audit, contradictions first
inline constexpr std::size_t most_text_in_file = 64U << 20; // bytes of source texts
inline constexpr std::size_t shown_of_large = 2'000;   // nodes of the part that is shown of a large graph
inline constexpr std::size_t neighbours_at_once = 200; // of a fragment

// Not safe with threads. The graph must outlive it.
class ExplorerData {
 public:
  explicit ExplorerData(const Graph& graph);

  // What a page starts with: these nodes (ascending) and the edges between them.
  void write(const std::vector<std::uint32_t>& nodes, const DocumentText& text, std::ostream& out);

  // `members`: more members of the object, as JSON, each after a comma.
  void write_fragment(const std::vector<std::uint32_t>& nodes, const std::string& members, std::ostream& out);

 private:
  void write_nodes(const Graph& part, std::ostream& out);

  const Graph& graph_;
  std::vector<int> last_reports_;
  PinyinReader pinyin_;
};

// Members of the data object, each after a comma. `nodes`: of the part that is written, ascending.
void write_life_cycles(const Graph& graph, const std::vector<std::uint32_t>& nodes, const std::vector<int>& last_reports,
                       std::ostream& out);
void write_series(const Graph& graph, const std::vector<std::uint32_t>& nodes, std::ostream& out);
void write_audit(const Graph& graph, const std::vector<std::uint32_t>& nodes, std::ostream& out);

// One of `documents`.
void write_document(const DocumentHeader& document, const std::optional<std::string>& text, std::ostream& out);

// Nodes that tell most of a large graph: the most connected ones, each with its most connected neighbours. Ascending; all
// where there are no more than `count`.
std::vector<std::uint32_t> outline(const Graph& graph, std::size_t count);

std::size_t degree_of(const Graph& graph, std::uint32_t node); // edges in both directions

// Without directions, most edges first, then by index; without the node itself.
std::vector<std::uint32_t> neighbours_of(const Graph& graph, std::uint32_t node);

} // namespace zonekg
