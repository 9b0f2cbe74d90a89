// The one place that decides between candidates. Verdicts depend on the candidates alone, never on the order in which
// plugins were loaded or run.
#pragma once

#include <string_view>

#include "core/host/candidates.hpp"

namespace zonekg {

constexpr double acceptance_threshold = 0.5;

// Decides the pending mentions of one type: of the candidates of at least 0.5 those that do not overlap and whose
// confidence above 0.5 adds up to most. Of several candidates of one span the most confident counts, on a tie
// the first by plugin id, rule and name. On equal sums the reading that covers more text, then the one that ends first.
// O(n log n).
void decide_mentions(std::deque<RawMention>& mentions, std::string_view type);

// Different types do not exclude each other, with one exception: a zone and a company of the very same span cannot both
// be right. The more confident one stays accepted, the zone on a tie.
void exclude_same_words(std::deque<RawMention>& mentions);

// After all plugins ran: relations and facts stand or fall with their ends, compete within their group and with their
// duplicates; then mentions that need a relation and have none fall, and facts and `same_as` with them.
void decide_relations(RawCandidates& candidates);

} // namespace zonekg
