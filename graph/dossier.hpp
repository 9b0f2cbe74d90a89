// Everything that the graph knows about one node, in the order in which a person reads it.
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

#include "graph/graph.hpp"

namespace zonekg {

struct DossierLine {
  std::string text;
  std::vector<Evidence> evidence; // the words that the line rests on
};

struct DossierSection {
  std::string title; // names, facts, states, targets, figures, money, a relation's type, documents
  std::vector<DossierLine> lines;
};

struct Dossier {
  std::uint32_t node = 0;
  std::vector<DossierSection> sections; // none of them empty
};

Dossier make_dossier(const Graph& graph, std::uint32_t node);

// One page with every line's sources below. `chinese`: headings.
void write_dossier_markdown(const Graph& graph, const Dossier& dossier, bool chinese, std::ostream& out);
void write_dossier_html(const Graph& graph, const Dossier& dossier, bool chinese, std::ostream& out);

} // namespace zonekg
