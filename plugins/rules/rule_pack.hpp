// A rule pack: a JSON file that says which words make which nodes, edges and facts. docs/rule-packs.md describes it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/abi/plugin.h"

namespace zonekg::rules {

struct WordClass {
  std::string name;
  std::vector<std::string> words;
};

// Classes are numbers of the pack's lexicon.
using Class = std::uint32_t;
inline constexpr Class no_class = 0xFFFFFFFF;

struct EntityRule {
  std::string name, type;
  double confidence = 0.9;
  std::uint32_t longest = 30; // characters
  // One of: the words themselves; a beginning and an end; a beginning, up to a stop; an end, from a stop; the items of a list
  // with such a head noun; the cells below such a column header.
  Class words = no_class, begins = no_class, ends = no_class, list_head = no_class, column = no_class;
  Class after = no_class, before = no_class; // words that an end without beginning starts behind, and the reverse
  bool widest = false;                       // up to the last end instead of the first
};

enum class Part { head, trigger, tail };

struct StatementRule {
  std::string name, type; // edge type, or fact key
  double confidence = 0.85;
  std::uint32_t within = 60; // characters between the trigger and what it speaks of
  Class trigger = no_class, unless = no_class;
  std::vector<std::string> heads, tails; // node types; no tails: a fact about the head
  std::vector<Part> order;               // as they stand in the sentence; empty: any
  bool reporting_zone = false;           // the head when no other is there
  std::string value, modality;           // of a fact: its value; of both: actual, expected, target or nothing
};

struct TypeText {
  std::string declaration, english, chinese, colour; // empty where not given
};

struct RulePack {
  std::string id, version, summary;
  std::vector<WordClass> lexicon;
  std::vector<EntityRule> entities;
  std::vector<StatementRule> statements;
  std::vector<TypeText> types;
  std::vector<std::string> provides, requires_; // as the host wants them

  [[nodiscard]] bool makes(const std::string& type) const; // whether a rule of it makes nodes of that type
};

// Throws std::runtime_error: `FILE:LINE:COLUMN: reason`.
RulePack read_rule_pack(const std::string& file);

} // namespace zonekg::rules
