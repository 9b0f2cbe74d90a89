// Relations and facts of a rule pack: a trigger word, and what stands around it in its sentence.
#include <algorithm>

#include "plugins/rules/rule_reading.hpp"

namespace zonekg::rules {
namespace {

// Whether `part` stands before the trigger by the rule's order; both sides when the order is open.
bool may_stand(const StatementRule& rule, Part part, bool before) {
  if (rule.order.empty()) return true;
  const auto place = [&](Part wanted) { return std::find(rule.order.begin(), rule.order.end(), wanted); };
  return (place(part) < place(Part::trigger)) == before;
}

bool in_order(const StatementRule& rule, const Named& head, const Named& tail) {
  if (rule.order.empty()) return true;
  const auto place = [&](Part wanted) { return std::find(rule.order.begin(), rule.order.end(), wanted); };
  return (place(Part::head) < place(Part::tail)) == (head.span.begin < tail.span.begin);
}

std::uint32_t distance(const Named& named, const zkg_trigger_hit& trigger) {
  return named.span.end <= trigger.span.begin ? trigger.span.begin - named.span.end : named.span.begin - trigger.span.end;
}

zkg_span joined(zkg_span a, zkg_span b) { return {std::min(a.begin, b.begin), std::max(a.end, b.end)}; }

} // namespace

// From the hit of the same class before it to the one behind it, no farther than the rule's reach.
zkg_span RuleReading::room_of(const StatementRule& rule, zkg_span sentence, const zkg_trigger_hit& trigger) const {
  const std::uint32_t reach = 4 * rule.within;
  zkg_span room{trigger.span.begin > reach ? std::max(sentence.begin, trigger.span.begin - reach) : sentence.begin,
                std::min(sentence.end, trigger.span.end + reach)};
  const auto [first, end] = hits_in(room);
  for (std::size_t i = first; i < end; ++i) {
    const zkg_trigger_hit& other = hits_[i];
    if (other.id != rule.trigger) continue;
    if (other.span.begin >= trigger.span.end) room.end = std::min(room.end, other.span.begin);
  }
  return room;
}

std::vector<Named> RuleReading::ends(const StatementRule& rule, const std::vector<std::string>& types, Part part, zkg_span room,
                                     const zkg_trigger_hit& trigger) const {
  const auto begin = std::lower_bound(named_.begin(), named_.end(), room.begin, [](const Named& n, std::uint32_t at) { return n.span.begin < at; });
  std::vector<Named> found;
  for (auto named = begin; named != named_.end() && named->span.begin < room.end; ++named) {
    if (named->span.end > room.end || overlap(named->span, trigger.span)) continue;
    const bool before = named->span.end <= trigger.span.begin;
    const bool wanted = std::find(types.begin(), types.end(), named->type) != types.end();
    const std::uint32_t from = before ? named->span.end : trigger.span.end, to = before ? trigger.span.begin : named->span.begin;
    if (wanted && may_stand(rule, part, before) && characters(from, to) <= rule.within) found.push_back(*named);
  }
  return found;
}

void RuleReading::relate(const StatementRule& rule, const zkg_trigger_hit& trigger, const std::vector<Named>& heads,
                         const std::vector<Named>& tails) {
  for (const Named& tail : tails) {
    RelationCandidate relation{rule.type, ZKG_REPORTING_ZONE, tail.id, joined(trigger.span, tail.span), rule.confidence, rule.name, rule.modality};
    const Named* nearest = nullptr;
    for (const Named& head : heads)
      if (head.id != tail.id && !overlap(head.span, tail.span) && in_order(rule, head, tail) &&
          (nearest == nullptr || distance(head, trigger) < distance(*nearest, trigger)))
        nearest = &head;
    if (nearest == nullptr && !rule.reporting_zone) continue;
    if (nearest != nullptr) {
      relation.head = nearest->id;
      relation.evidence = joined(relation.evidence, nearest->span);
    }
    sink_.add(relation);
  }
}

void RuleReading::state(const StatementRule& rule, zkg_span sentence, const zkg_trigger_hit& trigger) {
  const zkg_span room = room_of(rule, sentence, trigger);
  if (rule.unless != no_class) {
    const std::uint32_t clause = stop_before(trigger.span.begin, room.begin);
    const auto [first, end] = hits_in({clause, trigger.span.begin + 1});
    for (std::size_t i = first; i < end; ++i)
      if (hits_[i].id == rule.unless) return;
  }
  std::vector<Named> heads = ends(rule, rule.heads, Part::head, room, trigger);
  if (!rule.tails.empty()) return relate(rule, trigger, heads, ends(rule, rule.tails, Part::tail, room, trigger));
  const auto nearest = std::min_element(heads.begin(), heads.end(), [&](const Named& a, const Named& b) { return distance(a, trigger) < distance(b, trigger); });
  if (nearest == heads.end()) return;
  FactCandidate fact{nearest->id, rule.type, rule.value, joined(trigger.span, nearest->span), rule.confidence, rule.name, rule.modality};
  sink_.add(fact);
}

void RuleReading::propose_statements() {
  if (pack_.statements.empty()) return;
  for (const zkg_mention& mention : document_.mentions()) named_.push_back({mention.span, mention.id, view(mention.type)});
  std::stable_sort(named_.begin(), named_.end(), [](const Named& a, const Named& b) { return a.span.begin < b.span.begin; });
  for (const zkg_sentence& sentence : document_.sentences()) {
    const auto [first, end] = hits_in(sentence.span);
    for (std::size_t i = first; i < end; ++i)
      for (const StatementRule& rule : pack_.statements)
        if (hits_[i].id == rule.trigger && hits_[i].span.end <= sentence.span.end) state(rule, sentence.span, hits_[i]);
  }
}

} // namespace zonekg::rules
