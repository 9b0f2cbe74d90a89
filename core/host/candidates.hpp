// What plugins proposed about one document, checked, with the host's verdict on each. Training reads it as it is.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "core/abi/plugin.h"
#include "core/model/extraction.hpp"

namespace zonekg {

enum class Verdict {
  pending,
  accepted,
  below_threshold, // confidence under 0.5
  duplicate,       // the same again, from a better candidate
  overlap,         // of another choice of the same type that adds up to more
  same_words,      // a zone and a company of the very same words: the other one is more confident
  end_rejected,    // a relation or fact of a mention that was not taken
  group,           // another candidate of its group is better
  no_relation,     // a mention that needs a relation and has none
  plugin_failed    // its plugin failed on this document
};

// For people: `below 0.5`, `overlap`, …
std::string_view reason(Verdict verdict);

// Spans are bytes of the repaired text. Mention ids are indices into RawCandidates::mentions, or reporting_zone.
struct RawMention {
  std::string type;
  zkg_span span{0, 0};
  std::string name; // empty: the words of the span
  double confidence = 0;
  std::uint32_t flags = 0; // enum zkg_mention_flag
  std::string plugin, rule;
  std::vector<Attribute> attributes;   // sorted by key, keys distinct
  std::vector<std::uint32_t> features; // only in training
  Verdict verdict = Verdict::pending;
};

struct RawRelation {
  std::string type;
  std::uint32_t head = 0, tail = 0;
  zkg_span evidence{0, 0};
  double confidence = 0;
  std::uint32_t group = 0;
  std::string modality;
  zkg_interval period{0, 0};
  std::string plugin, rule;
  std::vector<std::uint32_t> features;
  Verdict verdict = Verdict::pending;
};

struct RawFact {
  std::uint32_t mention = 0;
  std::string key, value;
  zkg_span evidence{0, 0};
  double confidence = 0;
  std::uint32_t group = 0;
  std::string modality;
  zkg_interval period{0, 0};
  std::string plugin, rule;
  std::vector<std::uint32_t> features;
  Verdict verdict = Verdict::pending;
};

struct RawCandidates {
  std::deque<RawMention> mentions; // elements stay in place: the mentions layer views their strings
  std::vector<RawRelation> relations;
  std::vector<RawFact> facts;
};

} // namespace zonekg
