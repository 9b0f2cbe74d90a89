#include "core/host/decide.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace zonekg {
namespace {

// Sums in whole units: floating-point sums would depend on the order of addition.
std::int64_t weight(double confidence) { return std::llround((confidence - acceptance_threshold) * 1e9) + 1000; }

std::uint32_t length(zkg_span span) { return span.end - span.begin; }

// The better candidate first, among candidates of one type.
bool better(const RawMention& a, const RawMention& b) {
  return std::tie(b.confidence, a.plugin, a.rule, a.name) < std::tie(a.confidence, b.plugin, b.rule, b.name);
}

// By end, then longer first, then better first; candidates of one span stand together. Stable: what is left equal is
// of one plugin and stays in that plugin's own order.
void sort_by_end(std::vector<RawMention*>& candidates) {
  std::ranges::stable_sort(candidates, [](const RawMention* a, const RawMention* b) {
    const auto key = [](const RawMention* m) { return std::pair(m->span.end, m->span.begin); };
    return key(a) != key(b) ? key(a) < key(b) : better(*a, *b);
  });
}

std::vector<RawMention*> pending_of_type(std::deque<RawMention>& mentions, std::string_view type) {
  std::vector<RawMention*> candidates;
  for (RawMention& mention : mentions)
    if (mention.verdict == Verdict::pending && mention.type == type) {
      if (mention.confidence >= acceptance_threshold)
        candidates.push_back(&mention);
      else
        mention.verdict = Verdict::below_threshold;
    }
  return candidates;
}

void drop_same_span(std::vector<RawMention*>& candidates) {
  const auto repeated = [](const RawMention* a, const RawMention* b) {
    return a->span.begin == b->span.begin && a->span.end == b->span.end;
  };
  std::size_t kept = 0;
  for (RawMention* candidate : candidates)
    if (kept > 0 && repeated(candidates[kept - 1], candidate))
      candidate->verdict = Verdict::duplicate;
    else
      candidates[kept++] = candidate;
  candidates.resize(kept);
}

// What a reading is worth: the sum of weights, then the bytes it covers.
struct Worth {
  std::int64_t weight = 0, length = 0;
  auto operator<=>(const Worth&) const = default;
};

// Weighted interval scheduling over candidates sorted by end.
void choose(const std::vector<RawMention*>& candidates) {
  std::vector<Worth> best(candidates.size() + 1);     // of the first i candidates
  std::vector<std::size_t> before(candidates.size()); // how many candidates end at or before the begin of candidate i
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const RawMention& candidate = *candidates[i];
    const auto first_after =
        std::ranges::upper_bound(candidates, candidate.span.begin, {}, [](const RawMention* m) { return m->span.end; });
    before[i] = static_cast<std::size_t>(first_after - candidates.begin());
    const Worth taken{best[before[i]].weight + weight(candidate.confidence),
                      best[before[i]].length + length(candidate.span)};
    best[i + 1] = std::max(best[i], taken);
  }
  for (std::size_t i = candidates.size(); i > 0;) {
    const bool taken = best[i - 1] < best[i];
    candidates[i - 1]->verdict = taken ? Verdict::accepted : Verdict::overlap;
    i = taken ? before[i - 1] : i - 1;
    // Candidates between the taken one and those before it overlap it.
    if (taken)
      for (std::size_t j = i; j < candidates.size() && candidates[j]->verdict == Verdict::pending; ++j)
        candidates[j]->verdict = Verdict::overlap;
  }
}

bool stands(const RawCandidates& candidates, std::uint32_t end) {
  return end == reporting_zone || candidates.mentions[end].verdict == Verdict::accepted;
}

// Pending ones that fail on their own: an end that was rejected, or too little confidence.
template <class Candidate> void reject_alone(Candidate& candidate, bool ends_stand) {
  if (candidate.verdict != Verdict::pending) return;
  if (!ends_stand)
    candidate.verdict = Verdict::end_rejected;
  else if (candidate.confidence < acceptance_threshold)
    candidate.verdict = Verdict::below_threshold;
}

// Of the pending candidates with one key the best stays pending; on a tie the first by plugin and rule, then the
// plugin's own order. Candidates without a key do not compete.
template <class Candidate, class Key>
void keep_best(std::vector<Candidate>& candidates, const Key& key, Verdict loser) {
  std::map<decltype(key(candidates[0])), Candidate*> best;
  for (Candidate& candidate : candidates) {
    if (candidate.verdict != Verdict::pending) continue;
    Candidate*& holder = best[key(candidate)];
    if (!holder) {
      holder = &candidate;
      continue;
    }
    const auto rank = [](const Candidate& c) {
      return std::tuple(-c.confidence, std::string_view(c.plugin), std::string_view(c.rule));
    };
    Candidate* const worse = rank(candidate) < rank(*holder) ? std::exchange(holder, &candidate) : &candidate;
    worse->verdict = loser;
  }
}

template <class Candidate> void accept_pending(std::vector<Candidate>& candidates) {
  for (Candidate& candidate : candidates)
    if (candidate.verdict == Verdict::pending) candidate.verdict = Verdict::accepted;
}

// Candidates outside any group get a key of their own.
template <class Candidate> void keep_best_of_groups(std::vector<Candidate>& candidates) {
  const auto key = [&](const Candidate& c) {
    const auto alone = c.group ? std::size_t{0} : static_cast<std::size_t>(&c - candidates.data()) + 1;
    return std::tuple(std::string_view(c.plugin), c.group, alone);
  };
  keep_best(candidates, key, Verdict::group);
}

void drop_without_relation(RawCandidates& candidates) {
  std::vector<bool> related(candidates.mentions.size(), false);
  for (const RawRelation& relation : candidates.relations)
    if (relation.verdict == Verdict::accepted && relation.type != "same_as")
      for (const std::uint32_t end : {relation.head, relation.tail})
        if (end != reporting_zone) related[end] = true;
  for (std::size_t i = 0; i < related.size(); ++i) {
    RawMention& mention = candidates.mentions[i];
    if (mention.verdict == Verdict::accepted && (mention.flags & ZKG_MENTION_NEEDS_RELATION) && !related[i])
      mention.verdict = Verdict::no_relation;
  }
  for (RawRelation& relation : candidates.relations)
    if (relation.verdict == Verdict::accepted &&
        !(stands(candidates, relation.head) && stands(candidates, relation.tail)))
      relation.verdict = Verdict::end_rejected;
  for (RawFact& fact : candidates.facts)
    if (fact.verdict == Verdict::accepted && !stands(candidates, fact.mention)) fact.verdict = Verdict::end_rejected;
}

} // namespace

std::string_view reason(Verdict verdict) {
  switch (verdict) {
  case Verdict::pending:
    return "not decided";
  case Verdict::accepted:
    return "accepted";
  case Verdict::below_threshold:
    return "below 0.5";
  case Verdict::duplicate:
    return "duplicate";
  case Verdict::overlap:
    return "overlap";
  case Verdict::same_words:
    return "zone and company of the same words";
  case Verdict::end_rejected:
    return "end rejected";
  case Verdict::group:
    return "another of its group is better";
  case Verdict::no_relation:
    return "needs a relation";
  case Verdict::plugin_failed:
    return "plugin failed";
  }
  return "";
}

void decide_mentions(std::deque<RawMention>& mentions, std::string_view type) {
  std::vector<RawMention*> candidates = pending_of_type(mentions, type);
  sort_by_end(candidates);
  drop_same_span(candidates);
  choose(candidates);
}

void exclude_same_words(std::deque<RawMention>& mentions) {
  std::unordered_map<std::uint64_t, RawMention*> zones;
  const auto key = [](zkg_span span) { return std::uint64_t{span.begin} << 32 | span.end; };
  for (RawMention& mention : mentions)
    if (mention.verdict == Verdict::accepted && mention.type == "zone") zones[key(mention.span)] = &mention;
  for (RawMention& mention : mentions) {
    if (mention.verdict != Verdict::accepted || mention.type != "company") continue;
    const auto zone = zones.find(key(mention.span));
    if (zone == zones.end()) continue;
    RawMention& loser = mention.confidence > zone->second->confidence ? *zone->second : mention;
    loser.verdict = Verdict::same_words;
  }
}

void decide_relations(RawCandidates& candidates) {
  for (RawRelation& relation : candidates.relations)
    reject_alone(relation, stands(candidates, relation.head) && stands(candidates, relation.tail));
  for (RawFact& fact : candidates.facts) reject_alone(fact, stands(candidates, fact.mention));
  keep_best_of_groups(candidates.relations);
  keep_best_of_groups(candidates.facts);
  const auto same_edge = [](const RawRelation& r) { return std::tuple(std::string_view(r.type), r.head, r.tail); };
  keep_best(candidates.relations, same_edge, Verdict::duplicate);
  const auto same_fact = [](const RawFact& f) {
    return std::tuple(f.mention, std::string_view(f.key), std::string_view(f.value), std::string_view(f.modality));
  };
  keep_best(candidates.facts, same_fact, Verdict::duplicate);
  accept_pending(candidates.relations);
  accept_pending(candidates.facts);
  drop_without_relation(candidates);
}

} // namespace zonekg
