// What extraction says about one document: decided mentions, relations and facts, each with evidence.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "core/model/document.hpp"
#include "core/model/shared_text.hpp"

namespace zonekg {

// Words of a document. Offsets are code points of the source text: python's text[begin:end] == text.
struct Evidence {
  std::uint32_t document = 0; // index into the run's documents
  std::uint32_t begin = 0, end = 0;
  SharedText text;
  SharedText plugin;
  SharedText rule;
  SharedText place = {}; // where a reader of the file looks: `page 3`, `paragraph 12`, `Sheet1!B4`; empty in plain text
};

using AttributeValue = std::variant<std::string, double, bool>;

struct Attribute {
  std::string key;
  AttributeValue value;
};

constexpr std::uint32_t reporting_zone = ZKG_REPORTING_ZONE;

struct Mention {
  std::string type;
  std::string name; // normalised surface form, white space closed
  double confidence = 0;
  std::vector<Attribute> attributes; // sorted by key
  Evidence evidence;
};

struct Relation {
  std::string type; // an edge type, or `same_as`: two mentions of one entity (以下简称), never an edge
  std::uint32_t head = 0, tail = 0; // index into mentions, or reporting_zone
  double confidence = 0;
  std::string modality; // empty when not stated
  zkg_interval period = {0, 0};
  Evidence evidence;
};

struct Fact {
  std::uint32_t mention = 0;
  std::string key, value, modality;
  zkg_interval period = {0, 0};
  double confidence = 0;
  Evidence evidence;
};

// A proposed candidate that was not taken, and why: for plugin writers.
struct Rejection {
  std::string kind; // mention, relation, fact
  std::string type;
  std::string reason; // overlap, below 0.5, end rejected, …
  double confidence = 0;
  Evidence evidence;
};

struct Extraction {
  DocumentHeader document;
  std::vector<Mention> mentions; // by evidence.begin, then longer first, then type
  std::vector<Relation> relations;
  std::vector<Fact> facts;
  std::vector<std::vector<std::uint32_t>> siblings; // mentions that are items of one enumeration: never one entity
  std::vector<Rejection> rejections;                // only when asked for
  std::vector<Diagnostic> diagnostics;
};

} // namespace zonekg
