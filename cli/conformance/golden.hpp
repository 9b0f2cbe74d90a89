// Golden sentences: what a plugin must find in each, and nothing else.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/conformance/markup.hpp"
#include "core/host/candidates.hpp"
#include "core/model/document.hpp"

namespace zonekg {

// One sentence a line, with the mentions that the plugin must find in it (markup.hpp); empty lines and those that begin
// with # say nothing. Lines indented by two spaces belong to the sentence above: `HEAD TYPE TAIL` a relation (`*` is the
// reporting zone), `NAME KEY=VALUE` a fact.
struct GoldenSentence {
  std::size_t line = 0;
  MarkedText marked;
  std::vector<std::string> statements; // sorted
};

// Throws InputError that names file and line.
std::vector<GoldenSentence> read_golden(const std::filesystem::path& file);

// What the plugin found, in the same words: its accepted mentions marked, its accepted relations and facts.
std::string print_found(const AnalysedDocument& document, const RawCandidates& candidates, const std::string& plugin);
// What it should have found. Marks of types that it does not provide are for other plugins.
std::string print_wanted(const GoldenSentence& sentence, const std::vector<std::string>& provides);

} // namespace zonekg
