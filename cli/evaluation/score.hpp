// Scores a graph against an annotated passage.
//
// Names are compared by name_key, a project's without a trailing 项目. An entity is right when its name or an alias is
// one of the annotated names; further nodes for it are wrong. What is annotated as optional is neither asked for nor
// wrong; implicit nodes are no claims. A status is right when project, status and modality agree; an investment when
// subject, kind, amount and currency do; an indicator when value, unit and growth do and the metrics are alike; a
// relation when both ends and the type agree. That something lies in the reporting zone is never wrong.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "cli/evaluation/findings.hpp"
#include "core/training/gold.hpp"
#include "graph/graph.hpp"

namespace zonekg {

// Node and edge types of plugins beyond the contract that annotations speak of; found ones of other types are not judged.
struct AnnotatedTypes {
  std::set<std::string> entities, relations;
};
AnnotatedTypes annotated_types(const std::vector<GoldPassage>& passages);

// `graph` holds one document, the passage's text. Pure. `own`: of all passages that are scored together.
Findings score(const GoldPassage& gold, const Graph& graph, const AnnotatedTypes& own = {});

} // namespace zonekg
