#include "cli/evaluation/calibration.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "cli/evaluation/figures.hpp"
#include "cli/evaluation/names.hpp"
#include "graph/attributes.hpp"

namespace zonekg {
namespace {

// Absent: the annotation leaves it open.
using Judgement = std::optional<bool>;

Judgement judge_mention(const GoldPassage& gold, const Mention& mention) {
  const NameKeys name = {std::string(typed_key(name_key(mention.name), mention.type))};
  Judgement judgement = false;
  for (const GoldEntity& entity : gold.entities) {
    if (entity.type != mention.type || !share_a_name(name, entity_names(entity))) continue;
    if (!entity.optional) return true;
    judgement.reset();
  }
  return judgement;
}

Judgement judge_status(const GoldPassage& gold, const Mention& project, const Fact& fact) {
  const NameKeys name = {std::string(typed_key(name_key(project.name), "project"))};
  const std::string modality = fact.modality.empty() ? "actual" : fact.modality;
  for (const GoldStatus& status : gold.statuses) {
    if (status.status != fact.value || status.modality != modality) continue;
    if (share_a_name(name, referred_names(gold, status.project, status.project_text)))
      return is_optional(gold, status) ? Judgement() : Judgement(true);
  }
  return judge_mention(gold, project) ? Judgement(false) : Judgement();
}

} // namespace

void Calibration::count(std::string_view kind, double confidence, bool is_right) {
  const auto row = std::min<std::size_t>(9, static_cast<std::size_t>(confidence * 10));
  Bucket& bucket = kinds_[std::string(kind)][row];
  ++bucket.number;
  bucket.right += is_right;
  bucket.confidence += confidence;
}

void Calibration::add_mentions(const GoldPassage& gold, const Extraction& extraction) {
  for (const Mention& mention : extraction.mentions) {
    if (std::find(entity_kinds.begin(), entity_kinds.end(), mention.type) == entity_kinds.end() ||
        is_generic_zone(mention))
      continue;
    const Judgement judgement = judge_mention(gold, mention);
    if (!judgement) continue;
    count(mention.type, mention.confidence, *judgement);
    count(all_entities, mention.confidence, *judgement);
  }
}

void Calibration::add_statuses(const GoldPassage& gold, const Extraction& extraction) {
  for (const Fact& fact : extraction.facts) {
    if (fact.key != "status" || fact.mention >= extraction.mentions.size()) continue;
    if (const Judgement judgement = judge_status(gold, extraction.mentions[fact.mention], fact))
      count("status", fact.confidence, *judgement);
  }
}

void Calibration::add(const GoldPassage& gold, const Extraction& extraction, const Findings& findings) {
  add_mentions(gold, extraction);
  add_statuses(gold, extraction);
  for (const Finding& finding : findings.things)
    if (finding.outcome != Outcome::missed &&
        (finding.kind == "investments" || finding.kind == "indicators" || finding.kind == "relations"))
      count(finding.kind, finding.confidence, finding.outcome == Outcome::right);
}

Calibration& Calibration::operator+=(const Calibration& other) {
  for (const auto& [kind, buckets] : other.kinds_)
    for (std::size_t i = 0; i < buckets.size(); ++i) {
      Bucket& bucket = kinds_[kind][i];
      bucket.number += buckets[i].number;
      bucket.right += buckets[i].right;
      bucket.confidence += buckets[i].confidence;
    }
  return *this;
}

double calibration_error(const Buckets& buckets) {
  double distance = 0;
  std::size_t number = 0;
  for (const Bucket& bucket : buckets) {
    distance += std::abs(bucket.confidence - static_cast<double>(bucket.right));
    number += bucket.number;
  }
  return number == 0 ? 0 : distance / static_cast<double>(number);
}

} // namespace zonekg
