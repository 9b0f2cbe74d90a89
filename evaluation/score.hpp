// Scores a graph against an annotated passage.
//
// Names are compared by name_key, a project's without a trailing 项目. An entity is right when its name or an alias is
// one of the annotated names; further nodes for it are wrong. What is annotated as optional is neither asked for nor
// wrong; implicit nodes are no claims. A status is right when project, status and modality agree; an investment when
// subject, kind, amount and currency do; an indicator when value, unit and growth do and the metrics are alike; a
// relation when both ends and the type agree. That something lies in the reporting zone is never wrong.
#pragma once

#include "core/training/gold.hpp"
#include "evaluation/findings.hpp"
#include "graph/graph.hpp"

namespace zonekg {

// `graph` holds one document, the passage's text. Pure.
Findings score(const GoldPassage& gold, const Graph& graph);

} // namespace zonekg
