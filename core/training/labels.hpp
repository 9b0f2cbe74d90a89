// Which candidates of a passage are right: what a model learns from.
#pragma once

#include <map>
#include <string>

#include "core/host/candidates.hpp"
#include "core/kit/learn.hpp"
#include "core/training/gold.hpp"

namespace zonekg {

// Figures, unlike names, are no items of lists of their kind.
bool is_figure(std::string_view type);

enum class Kind { mentions, links }; // links: relations and facts

// Examples by model name (`mention:company`, `relation:undertakes`, `fact:status`), from the candidates of `plugin` that
// carry features. `text`: the repaired text that the candidates' spans count in.
std::map<std::string, kit::Example> label(const RawCandidates& candidates, std::string_view text, const GoldPassage& gold,
                                          const std::string& plugin, Kind kind);

} // namespace zonekg
