#include "core/host/sink.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "core/host/names.hpp"
#include "core/text/utf8.hpp"

namespace zonekg {
namespace {

// Why a candidate is refused. Thrown and caught inside this file; `kind` groups the diagnostics.
struct Refusal {
  const char* kind;
  std::string detail;
};

std::string in_quotes(std::string_view text) { return "'" + std::string(text) + "'"; }

std::string_view check_string(zkg_text text, std::size_t limit, const char* what) {
  if (text.size == 0) return {};
  if (!text.data) throw Refusal{"string without data", what};
  if (text.size > limit)
    throw Refusal{"string too long",
                  std::string(what) + " of " + std::to_string(text.size) + " bytes, at most " + std::to_string(limit)};
  const std::string_view view(text.data, text.size);
  if (find_invalid_utf8(view)) throw Refusal{"string is not UTF-8", what};
  return view;
}

double check_confidence(double confidence) {
  if (!(confidence >= 0 && confidence <= 1)) throw Refusal{"confidence not in 0..1", std::to_string(confidence)};
  return confidence;
}

std::string check_modality(zkg_text text) {
  const std::string_view modality = check_string(text, SinkLimits::word, "modality");
  if (!modality.empty() && modality != "actual" && modality != "expected" && modality != "target")
    throw Refusal{"unknown modality", in_quotes(modality)};
  return std::string(modality);
}

bool is_date(std::int32_t date) {
  const std::int32_t month = date / 100 % 100, day = date % 100;
  return date == 0 || (date >= 10000101 && date <= 99991231 && month >= 1 && month <= 12 && day >= 1 && day <= 31);
}

zkg_interval check_period(zkg_interval period) {
  if (!is_date(period.start) || !is_date(period.end) || (period.start && period.end && period.end < period.start))
    throw Refusal{"period is not two dates in order",
                  std::to_string(period.start) + " to " + std::to_string(period.end)};
  return period;
}

void check_declared(const Plugin& plugin, std::string_view kind, std::string_view name) {
  if (!provides(plugin, kind, name))
    throw Refusal{"not declared in provides", in_quotes(std::string(kind) + ":" + std::string(name))};
}

bool provides_mentions(const Plugin& plugin) {
  return std::ranges::any_of(plugin.provides, [](const std::string& entry) { return entry.starts_with("mention:"); });
}

Attribute copy_attribute(const zkg_attribute& attribute) {
  const std::string_view key = check_string(attribute.key, SinkLimits::word, "attribute key");
  if (key.empty()) throw Refusal{"attribute without a key", "an attribute"};
  switch (attribute.kind) {
  case ZKG_VALUE_TEXT:
    return {std::string(key), std::string(check_string(attribute.text, SinkLimits::value, "attribute text"))};
  case ZKG_VALUE_NUMBER:
    if (!std::isfinite(attribute.number)) throw Refusal{"attribute is not a finite number", in_quotes(key)};
    return {std::string(key), attribute.number};
  case ZKG_VALUE_BOOL:
    return {std::string(key), attribute.number != 0};
  default:
    throw Refusal{"unknown attribute kind", in_quotes(key)};
  }
}

std::vector<Attribute> copy_attributes(const zkg_attribute* attributes, std::size_t count) {
  if (count == 0) return {};
  if (!attributes || count > SinkLimits::attributes)
    throw Refusal{"too many attributes", std::to_string(count) + " attributes"};
  std::vector<Attribute> copied;
  copied.reserve(count);
  for (std::size_t i = 0; i < count; ++i) copied.push_back(copy_attribute(attributes[i]));
  std::ranges::stable_sort(copied, {}, &Attribute::key);
  const auto repeated = std::ranges::adjacent_find(copied, {}, &Attribute::key);
  if (repeated != copied.end()) throw Refusal{"attribute given twice", in_quotes(repeated->key)};
  return copied;
}

std::string noun(const zkg_mention_candidate*) { return "mention"; }
std::string noun(const zkg_relation_candidate*) { return "relation"; }
std::string noun(const zkg_fact_candidate*) { return "fact"; }

} // namespace

CandidateSink::CandidateSink(std::string_view text, const Plugin& plugin, bool training, RawCandidates& candidates,
                             Complaints& complaints)
    : text_(text), plugin_(plugin), training_(training), candidates_(candidates), complaints_(complaints),
      first_mention_(candidates.mentions.size()), first_relation_(candidates.relations.size()),
      first_fact_(candidates.facts.size()), abi_{sizeof(zkg_sink),
                                                 this,
                                                 receive<zkg_mention_candidate, &CandidateSink::add_mention>,
                                                 receive<zkg_relation_candidate, &CandidateSink::add_relation>,
                                                 receive<zkg_fact_candidate, &CandidateSink::add_fact>,
                                                 receive_diagnostic} {}

void CandidateSink::withdraw() {
  for (std::size_t i = first_mention_; i < candidates_.mentions.size(); ++i)
    candidates_.mentions[i].verdict = Verdict::plugin_failed;
  for (std::size_t i = first_relation_; i < candidates_.relations.size(); ++i)
    candidates_.relations[i].verdict = Verdict::plugin_failed;
  for (std::size_t i = first_fact_; i < candidates_.facts.size(); ++i)
    candidates_.facts[i].verdict = Verdict::plugin_failed;
}

template <class Candidate, std::uint32_t (CandidateSink::*Add)(const Candidate&)>
std::uint32_t CandidateSink::receive(void* host, const Candidate* candidate) {
  auto& self = *static_cast<CandidateSink*>(host);
  try {
    if (!candidate || candidate->size < sizeof(Candidate)) throw Refusal{"unknown size", "see plugin.h"};
    return (self.*Add)(*candidate);
  } catch (const Refusal& refusal) {
    self.complaints_.add(Severity::warning, self.plugin_.id, refusal.kind,
                         [&] { return noun(candidate) + " refused, " + refusal.kind + ": " + refusal.detail; });
  } catch (const std::exception&) {
    // Out of memory: the candidate is lost, the plugin need not know why.
  }
  return ZKG_NO_MENTION;
}

void CandidateSink::receive_diagnostic(void* host, std::int32_t severity, zkg_span span, zkg_text message) {
  auto& self = *static_cast<CandidateSink*>(host);
  try {
    const std::string_view words = check_string(message, SinkLimits::value, "message");
    const Severity level = severity == ZKG_ERROR  ? Severity::error
                           : severity == ZKG_NOTE ? Severity::note
                                                  : Severity::warning;
    const bool placed = span.begin < span.end && span.end <= self.text_.size();
    self.complaints_.add(level, self.plugin_.id, "a message of the plugin", [&] {
      const std::string place = " (bytes " + std::to_string(span.begin) + " to " + std::to_string(span.end) + ")";
      return std::string(words) + (placed ? place : "");
    });
  } catch (const Refusal& refusal) {
    self.complaints_.add(Severity::warning, self.plugin_.id, refusal.kind,
                         [&] { return std::string("diagnostic refused, ") + refusal.kind; });
  } catch (const std::exception&) {
    // As above.
  }
}

void CandidateSink::check_span(zkg_span span, std::size_t limit, const char* what) const {
  const auto describe = [&] {
    return std::string(what) + " " + std::to_string(span.begin) + " to " + std::to_string(span.end) + " of " +
           std::to_string(text_.size()) + " bytes";
  };
  if (span.begin >= span.end) throw Refusal{"span is empty", describe()};
  if (span.end > text_.size()) throw Refusal{"span is not in the text", describe()};
  if (span.end - span.begin > limit) throw Refusal{"span is too long", describe()};
  const auto inside = [&](std::uint32_t offset) { return offset < text_.size() && is_continuation(text_[offset]); };
  if (inside(span.begin) || inside(span.end)) throw Refusal{"span cuts a character", describe()};
}

void CandidateSink::check_room(std::size_t used) const {
  const std::size_t limit = SinkLimits::candidates(text_.size());
  if (used >= limit) throw Refusal{"too many candidates", "more than " + std::to_string(limit)};
}

bool CandidateSink::known(std::uint32_t mention) const {
  if (mention >= candidates_.mentions.size()) return false;
  if (mention >= first_mention_) return true;
  const RawMention& decided = candidates_.mentions[mention];
  return decided.verdict == Verdict::accepted && requires_mention(plugin_, decided.type);
}

std::vector<std::uint32_t> CandidateSink::copy_features(const std::uint32_t* features, std::size_t count) const {
  if (!training_ || count == 0) return {};
  if (!features || count > SinkLimits::features)
    throw Refusal{"too many features", std::to_string(count) + " features"};
  return {features, features + count};
}

std::uint32_t CandidateSink::add_mention(const zkg_mention_candidate& candidate) {
  check_room(candidates_.mentions.size() - first_mention_);
  RawMention mention;
  mention.type = check_string(candidate.type, SinkLimits::word, "type");
  check_declared(plugin_, "mention", mention.type);
  check_span(candidate.span, SinkLimits::mention_span, "span");
  mention.span = candidate.span;
  mention.name = check_string(candidate.name, SinkLimits::name, "name");
  const std::string_view words = text_.substr(mention.span.begin, mention.span.end - mention.span.begin);
  if (!has_words(mention.name.empty() ? words : mention.name))
    throw Refusal{"name of white space only", "span or name"};
  mention.confidence = check_confidence(candidate.confidence);
  mention.flags = candidate.flags;
  mention.plugin = plugin_.id;
  mention.rule = check_string(candidate.rule, SinkLimits::word, "rule");
  mention.attributes = copy_attributes(candidate.attributes, candidate.attribute_count);
  mention.features = copy_features(candidate.features, candidate.feature_count);
  candidates_.mentions.push_back(std::move(mention));
  return static_cast<std::uint32_t>(candidates_.mentions.size() - 1);
}

std::uint32_t CandidateSink::add_relation(const zkg_relation_candidate& candidate) {
  check_room(candidates_.relations.size() - first_relation_);
  RawRelation relation;
  relation.type = check_string(candidate.type, SinkLimits::word, "type");
  if (relation.type != "same_as" || !provides_mentions(plugin_)) check_declared(plugin_, "relation", relation.type);
  for (const std::uint32_t end : {candidate.head, candidate.tail})
    if (end != reporting_zone && !known(end)) throw Refusal{"unknown mention id", std::to_string(end)};
  if (candidate.head == candidate.tail) throw Refusal{"relation of a mention to itself", in_quotes(relation.type)};
  relation.head = candidate.head;
  relation.tail = candidate.tail;
  check_span(candidate.evidence, SinkLimits::evidence_span, "evidence");
  relation.evidence = candidate.evidence;
  relation.confidence = check_confidence(candidate.confidence);
  relation.group = candidate.group;
  relation.modality = check_modality(candidate.modality);
  relation.period = check_period(candidate.period);
  relation.plugin = plugin_.id;
  relation.rule = check_string(candidate.rule, SinkLimits::word, "rule");
  relation.features = copy_features(candidate.features, candidate.feature_count);
  candidates_.relations.push_back(std::move(relation));
  return static_cast<std::uint32_t>(candidates_.relations.size() - 1);
}

std::uint32_t CandidateSink::add_fact(const zkg_fact_candidate& candidate) {
  check_room(candidates_.facts.size() - first_fact_);
  RawFact fact;
  fact.key = check_string(candidate.key, SinkLimits::word, "key");
  check_declared(plugin_, "fact", fact.key);
  if (!known(candidate.mention)) throw Refusal{"unknown mention id", std::to_string(candidate.mention)};
  fact.mention = candidate.mention;
  fact.value = check_string(candidate.value, SinkLimits::value, "value");
  if (fact.value.empty()) throw Refusal{"fact without a value", in_quotes(fact.key)};
  check_span(candidate.evidence, SinkLimits::evidence_span, "evidence");
  fact.evidence = candidate.evidence;
  fact.confidence = check_confidence(candidate.confidence);
  fact.group = candidate.group;
  fact.modality = check_modality(candidate.modality);
  fact.period = check_period(candidate.period);
  fact.plugin = plugin_.id;
  fact.rule = check_string(candidate.rule, SinkLimits::word, "rule");
  fact.features = copy_features(candidate.features, candidate.feature_count);
  candidates_.facts.push_back(std::move(fact));
  return static_cast<std::uint32_t>(candidates_.facts.size() - 1);
}

} // namespace zonekg
