#include "core/training/labels.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "core/training/same.hpp"

namespace zonekg {
namespace {

using kit::Example;
using kit::Label;
using Examples = std::map<std::string, Example>;

template <class Value>
std::optional<Value> attribute(const RawMention& mention, std::string_view key) {
  for (const Attribute& a : mention.attributes)
    if (a.key == key)
      if (const auto* value = std::get_if<Value>(&a.value)) return *value;
  return std::nullopt;
}

bool contains(const std::vector<std::string>& names, const std::string& key) {
  return std::find(names.begin(), names.end(), key) != names.end();
}

// A right answer to which a candidate belongs; none: wrong.
struct Answer {
  Label label = Label::negative;
  std::uint32_t bag = kit::no_bag;
};

class Labeller {
 public:
  Labeller(const RawCandidates& candidates, std::string_view text, const GoldPassage& gold, const std::string& plugin)
      : candidates_(candidates), text_(text), gold_(gold), plugin_(plugin) {
    for (const RawMention& m : candidates.mentions) keys_.push_back(name_key(m.name.empty() ? words(m.span) : m.name));
  }

  Examples mentions() {
    std::map<std::string, std::vector<std::uint32_t>> by_type;
    for (std::uint32_t i = 0; i < candidates_.mentions.size(); ++i) {
      const RawMention& m = candidates_.mentions[i];
      if (m.plugin == plugin_ && !m.features.empty()) by_type[m.type].push_back(i);
    }
    Examples examples;
    for (const auto& [type, ids] : by_type) {
      Example& example = examples["mention:" + type];
      const auto answers = mention_answers(type, ids);
      for (std::size_t i = 0; i < ids.size(); ++i) {
        const RawMention& m = candidates_.mentions[ids[i]];
        example.add(m.span.begin, m.span.end, answers[i].label, answers[i].bag, m.features.data(), m.features.size(),
                    is_figure(type) ? 0 : kit::hash_text(keys_[ids[i]]));
      }
    }
    return examples;
  }

  Examples links() {
    Examples examples;
    std::uint32_t alone = 0x40000000;
    const auto add = [&](const std::string& name, std::uint32_t group, std::optional<Answer> answer, std::uint64_t thing, const std::vector<std::uint32_t>& features) {
      if (!answer || features.empty()) return;
      const std::uint32_t at = group ? group * 2 : (alone += 2);
      examples[name].add(at, at + 1, answer->label, answer->bag, features.data(), features.size(), thing);
    };
    for (const RawRelation& r : candidates_.relations)
      if (r.plugin == plugin_) add("relation:" + r.type + suffix(r.rule), r.group, r.type == "invested_in" ? investment(r) : relation(r), thing_of(r), r.features);
    // Where it is decided whose an amount is; the first model's scores only lead there. Passages without any candidate have no
    // example: theirs are not counted.
    if (const auto joint = examples.find("relation:invested_in:joint"); joint != examples.end())
      joint->second.unreached = unreached_investments(joint->second);
    for (const RawFact& f : candidates_.facts)
      if (f.plugin == plugin_) add("fact:" + f.key + suffix(f.rule), f.group, fact(f), thing_of(f), f.features);
    return examples;
  }

 private:
  std::uint64_t thing_of(const RawRelation& r) const { return r.type == "invested_in" ? 0 : kit::hash_text(key_of(r.head) + '\n' + key_of(r.tail)); }
  std::uint64_t thing_of(const RawFact& f) const {
    return f.key == "status" ? kit::hash_text(key_of(f.mention) + '\n' + f.value + '\n' + f.modality) : 0;
  }
  // A rule other than `learned` has a model of its own.
  static std::string suffix(const std::string& rule) { return rule.empty() || rule == "learned" ? "" : ":" + rule; }
  // Models that judge the names before them learn from those that no gold entity has: they are wrong.
  static std::optional<Answer> unknown_name(const std::string& rule) {
    return rule == "joint" || rule == "namesake" ? std::optional(Answer{}) : std::nullopt;
  }
  std::string words(zkg_span span) const { return std::string(text_.substr(span.begin, span.end - span.begin)); }

  std::vector<Answer> mention_answers(const std::string& type, const std::vector<std::uint32_t>& ids) const {
    std::vector<Answer> answers(ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i)
      answers[i] = type == "indicator"    ? indicator(candidates_.mentions[ids[i]])
                   : type == "investment" ? amount(candidates_.mentions[ids[i]])
                                          : entity(type, keys_[ids[i]]);
    keep_longest(ids, answers);
    return answers;
  }

  // Of right candidates that overlap the longest is asked for, the others are allowed.
  void keep_longest(const std::vector<std::uint32_t>& ids, std::vector<Answer>& answers) const {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < ids.size(); ++i)
      if (answers[i].label == Label::required) order.push_back(i);
    const auto span = [&](std::size_t i) { return candidates_.mentions[ids[i]].span; };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return span(a).end - span(a).begin > span(b).end - span(b).begin; });
    std::vector<zkg_span> taken;
    for (const std::size_t i : order) {
      const bool clash = std::any_of(taken.begin(), taken.end(), [&](zkg_span t) { return t.begin < span(i).end && span(i).begin < t.end; });
      if (clash) answers[i].label = Label::free;
      else taken.push_back(span(i));
    }
  }

  Answer entity(const std::string& type, const std::string& key) const {
    static const std::set<std::string> everywhere = {"company", "fund", "zone"}; // right wherever the name stands
    std::uint32_t bag = 0;
    for (const GoldEntity& e : gold_.entities) {
      bag += 64;
      if (e.type != type || !contains(e.keys, key)) continue;
      if (e.optional) return {Label::free};
      const auto which = static_cast<std::uint32_t>(std::find(e.keys.begin(), e.keys.end(), key) - e.keys.begin());
      return {Label::required, everywhere.count(type) ? kit::no_bag : bag + which};
    }
    return {};
  }

  Answer indicator(const RawMention& m) const {
    for (std::uint32_t i = 0; i < gold_.indicators.size(); ++i) {
      const GoldIndicator& g = gold_.indicators[i];
      if (!same_figure(m, g) || !same_metric(metric_key(m), g.metric)) continue;
      if (g.optional) return {Label::free};
      return attribute<std::string>(m, "modality") == g.modality ? Answer{Label::required, i} : Answer{};
    }
    return {};
  }

  // Candidates of one figure differ in period.
  std::optional<Answer> period(const RawFact& f) const {
    const RawMention& m = candidates_.mentions[f.mention];
    for (std::uint32_t i = 0; i < gold_.indicators.size(); ++i) {
      const GoldIndicator& g = gold_.indicators[i];
      if (g.optional || g.period.empty() || !same_figure(m, g) || !same_metric(metric_key(m), g.metric)) continue;
      return f.value == g.period ? Answer{Label::required} : Answer{};
    }
    return std::nullopt;
  }

  static std::string metric_key(const RawMention& m) { return name_key(attribute<std::string>(m, "metric").value_or("")); }

  static bool same_figure(const RawMention& m, const GoldIndicator& g) {
    const auto value = attribute<double>(m, "value"), yoy = attribute<double>(m, "yoy");
    if (value.has_value() != g.value.has_value()) return false;
    if (value && (!same_number(*value, *g.value) || name_key(attribute<std::string>(m, "unit").value_or("")) != g.unit)) return false;
    return !g.yoy || (yoy && same_number(*yoy, *g.yoy));
  }

  // Entities are told apart by their names; a name that no gold entity has gives nothing to learn from.
  bool known(const std::string& key) const {
    return std::any_of(gold_.entities.begin(), gold_.entities.end(), [&](const GoldEntity& e) { return contains(e.keys, key); });
  }
  bool optional(const std::string& type, const std::string& key) const {
    return std::any_of(gold_.entities.begin(), gold_.entities.end(),
                       [&](const GoldEntity& e) { return e.type == type && e.optional && contains(e.keys, key); });
  }
  const std::string& key_of(std::uint32_t mention) const { return mention == reporting_zone ? gold_.zone : keys_[mention]; }
  std::string type_of(std::uint32_t mention) const { return mention == reporting_zone ? "zone" : candidates_.mentions[mention].type; }

  std::optional<Answer> relation(const RawRelation& r) const {
    const std::string &head = key_of(r.head), &tail = key_of(r.tail);
    if (r.type == "located_in" && r.tail == reporting_zone) return residence(r.head);
    if (!known(head) || !known(tail)) return unknown_name(r.rule);
    for (std::uint32_t i = 0; i < gold_.relations.size(); ++i) {
      const GoldRelation& g = gold_.relations[i];
      if (g.relation != r.type || !contains(gold_.names_of(g.head), head) || !contains(gold_.names_of(g.tail), tail)) continue;
      const bool unsure = g.optional || optional(type_of(r.head), head) || optional(type_of(r.tail), tail);
      return unsure ? Answer{Label::free} : Answer{Label::required, i};
    }
    if (optional(type_of(r.head), head) || optional(type_of(r.tail), tail)) return Answer{Label::free};
    return Answer{};
  }

  std::optional<Answer> residence(std::uint32_t head) const {
    const std::string& key = key_of(head);
    for (const GoldEntity& e : gold_.entities) {
      if (e.type != type_of(head) || !contains(e.keys, key)) continue;
      if (e.type == "company" && e.resident) return Answer{!*e.resident ? Label::negative : names_another_zone(e) ? Label::free : Label::required};
      if (e.type == "company") return std::nullopt;
      for (const GoldRelation& g : gold_.relations)
        if (g.relation == "located_in" && !g.optional && contains(e.keys, g.head))
          return contains(gold_.names_of(gold_.zone), g.tail) ? Answer{Label::required} : Answer{};
    }
    return std::nullopt;
  }

  // The words tell a zone for it that is not the reporting one: to be chosen before the latter.
  bool names_another_zone(const GoldEntity& e) const {
    return std::any_of(gold_.relations.begin(), gold_.relations.end(), [&](const GoldRelation& g) {
      return g.relation == "located_in" && contains(e.keys, g.head) && !contains(gold_.names_of(gold_.zone), g.tail);
    });
  }

  std::optional<Answer> investment(const RawRelation& r) const {
    const RawMention& amount = candidates_.mentions[r.head];
    const std::string& subject = key_of(r.tail);
    bool paid = false;
    for (std::uint32_t i = 0; i < gold_.investments.size(); ++i) {
      const GoldInvestment& g = gold_.investments[i];
      if (!same_amount(amount, g)) continue;
      paid = paid || !g.optional;
      if (!contains(gold_.names_of(g.subject), subject)) continue;
      return g.optional || optional(type_of(r.tail), subject) ? Answer{Label::free} : Answer{Label::required, i};
    }
    if (!known(subject) && !paid) return unknown_name(r.rule);
    return optional(type_of(r.tail), subject) ? Answer{Label::free} : Answer{};
  }

  // Of the gold investments, whose numbers are the bags of right candidates.
  std::uint32_t unreached_investments(const Example& example) const {
    std::set<std::uint32_t> asked;
    for (std::uint32_t i = 0; i < gold_.investments.size(); ++i)
      if (!gold_.investments[i].optional) asked.insert(i);
    for (const Example::Candidate& c : example.candidates)
      if (c.label == Label::required) asked.erase(c.bag);
    return static_cast<std::uint32_t>(asked.size());
  }

  // Candidates of one amount differ in kind.
  Answer amount(const RawMention& m) const {
    for (std::uint32_t i = 0; i < gold_.investments.size(); ++i) {
      const GoldInvestment& g = gold_.investments[i];
      if (same_amount(m, g) && attribute<std::string>(m, "kind") == g.kind) return g.optional ? Answer{Label::free} : Answer{Label::required, i};
    }
    return {};
  }

  static bool same_amount(const RawMention& m, const GoldInvestment& g) {
    if (attribute<std::string>(m, "currency").value_or("CNY") != g.currency) return false;
    const auto amount = attribute<double>(m, "amount"), low = attribute<double>(m, "amount_min"), high = attribute<double>(m, "amount_max");
    if (g.amount) return amount && same_number(*amount, *g.amount);
    return low && high && g.amount_min && g.amount_max && same_number(*low, *g.amount_min) && same_number(*high, *g.amount_max);
  }

  std::optional<Answer> fact(const RawFact& f) const {
    const std::string& key = key_of(f.mention);
    if (f.key == "reporting") return contains(gold_.names_of(gold_.zone), key) ? Answer{Label::required, 0} : Answer{};
    if (f.key == "period") return period(f);
    if (f.key == "modality") return indicator(candidates_.mentions[f.mention]);
    if (!known(key)) return unknown_name(f.rule);
    const bool unsure = optional("project", key);
    for (std::uint32_t i = 0; i < gold_.statuses.size(); ++i) {
      const GoldStatus& g = gold_.statuses[i];
      if (g.status != f.value || g.modality != f.modality || !contains(gold_.names_of(g.project), key)) continue;
      return unsure || g.optional ? Answer{Label::free} : Answer{Label::required, i};
    }
    return Answer{unsure ? Label::free : Label::negative};
  }

  const RawCandidates& candidates_;
  std::string_view text_;
  const GoldPassage& gold_;
  const std::string& plugin_;
  std::vector<std::string> keys_;
};

} // namespace

bool is_figure(std::string_view type) { return type == "indicator" || type == "investment"; }

std::map<std::string, kit::Example> label(const RawCandidates& candidates, std::string_view text, const GoldPassage& gold,
                                          const std::string& plugin, Kind kind) {
  Labeller labeller(candidates, text, gold, plugin);
  return kind == Kind::mentions ? labeller.mentions() : labeller.links();
}

} // namespace zonekg
