// How much of a document the plugins made something of, and which telling sentences gave nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/kit/name_likeness.hpp"
#include "core/model/extraction.hpp"

namespace zonekg {

// A sentence is telling when it holds a figure with a unit, the words of an item of a list with a head noun, a word in
// quotation marks or before a legal form, or words that no dictionary knows and that look like a name. It is silent
// when no mention, relation or fact was found in it.
struct Coverage {
  std::size_t characters = 0, covered = 0;            // of sentences; in code points of the source text
  std::size_t sentences = 0, telling = 0, silent = 0; // silent ones of the telling

  Coverage& operator+=(const Coverage& other);
};

struct SectionCoverage {
  std::string heading;   // `二、项目建设`; empty for what stands in no section
  std::int32_t role = 0; // enum zkg_role
  Coverage coverage;     // of the sentences in it, not of those in its subsections
};

struct Sign {
  std::string kind;  // figure, item, name
  std::string words; // as the plugins read them
};

struct SilentSentence {
  std::uint32_t begin = 0, end = 0; // code points of the source text
  std::string text;                 // as the plugins read it, on one line
  std::size_t section = 0;          // in DocumentCoverage::sections
  std::vector<Sign> signs;
};

struct DocumentCoverage {
  std::vector<SectionCoverage> sections;        // those with sentences, in order
  std::map<std::string, std::size_t> by_plugin; // characters in the plugin's mentions
  std::vector<SilentSentence> silent;           // in order
};

// Pure; linear in the size of the document.
DocumentCoverage cover(const AnalysedDocument& document, const Extraction& extraction,
                       const kit::NameLikeness& likeness);

} // namespace zonekg
