// Linking inside one document: its entities.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/extraction.hpp"

namespace zonekg {

constexpr std::uint32_t no_entity = 0xFFFFFFFFu;

struct LocalEntity {
  std::string type;
  std::vector<std::uint32_t> mentions; // ascending; empty for a document that never names its zone
  std::vector<std::uint32_t> generic;  // mentions that mean it without naming it: 我区
  std::vector<std::u32string> keys;    // of its names, fullest first
  std::vector<std::uint32_t> siblings; // groups of Extraction.siblings that it stands in
  bool bound = false;                  // to this document: redacted, implicit, an observation
  bool implicit = false;
};

struct LocalLinks {
  std::vector<LocalEntity> entities;
  std::vector<std::uint32_t> entity_of; // of each mention
  std::uint32_t reporting = no_entity;
};

// Investments and indicators: every observation is its own node, whatever it is called.
bool is_observation(const std::string& type);

struct Decision;

// `decisions`: names that are never one stay two in the document as well.
LocalLinks link_document(const Extraction& document, const std::vector<Decision>& decisions);

// The entity that a relation's end means, or no_entity when the index is out of range.
std::uint32_t entity_at(const LocalLinks& links, std::uint32_t end);

// Indicators that no relation ties to a zone are about the reporting zone.
std::vector<std::uint32_t> untied_indicators(const Extraction& document);

// Orders keys by how much they say: Chinese before Latin, longer before shorter.
bool is_fuller_key(std::u32string_view a, std::u32string_view b);

} // namespace zonekg
