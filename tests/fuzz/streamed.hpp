// A graph that waits outside of memory, written as it comes and as a whole.
#pragma once

#include <sstream>

#include "export/writers.hpp"
#include "graph/link.hpp"
#include "graph/spilled_graph.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace zonekg::fuzz {

inline void check_streams(std::vector<Extraction> documents, const LinkOptions& options) {
  const auto waiting = link_spilled(ExtractionStore(std::move(documents)), options);
  const Graph graph = waiting->load();
  std::ostringstream streamed, written, streamed_xml, written_xml;
  stream_json(*waiting, streamed, 1);
  write_json(graph, written);
  expect(streamed.str() == written.str(), "JSON of a graph that waits is that of the graph in memory");
  stream_graphml(*waiting, streamed_xml, 1);
  write_graphml(graph, written_xml);
  expect(streamed_xml.str() == written_xml.str(), "GraphML of a graph that waits is that of the graph in memory");
}

} // namespace zonekg::fuzz
