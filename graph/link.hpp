// From what extraction says about each document to one graph.
//
// normalise (name_key, name_form) → block → compare → decide → cluster, first inside each document, then across them.
#pragma once

#include <optional>
#include <vector>

#include "core/model/extraction.hpp"
#include "graph/decisions.hpp"
#include "graph/graph.hpp"
#include "graph/names_across.hpp"

namespace zonekg {

struct LinkOptions {
  std::vector<PluginVersion> plugins; // for the graph's header
  bool documents = false;             // document nodes, and a `mentioned_in` edge from every node to them
  std::vector<Decision> decisions = {}; // of people; they win over what names say
  std::vector<TypeLabel> types = {};    // for the graph's header; of two for one type the first stays
  std::optional<std::vector<Block>> blocks = {}; // of all names of the documents, when they are compared already
  unsigned jobs = 1; // threads; the result does not depend on them
};

// Pure; the result does not depend on the order of `documents`. Document ids are distinct. Relations and facts
// whose mention index is out of range are left out; ill-formed UTF-8 becomes U+FFFD.
Graph link(std::vector<Extraction> documents, const LinkOptions& options = {});

} // namespace zonekg
