#include "cli/conformance/golden.hpp"

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include "core/host/names.hpp"
#include "core/model/diagnostic.hpp"
#include "core/text/utf8.hpp"

namespace zonekg {
namespace {

constexpr std::string_view indent = "  ";

std::string print(const MarkedText& marked, std::vector<std::string> statements) {
  std::ranges::sort(statements);
  std::string text = print_markup(marked);
  for (const std::string& statement : statements) text += "\n" + std::string(indent) + statement;
  return text;
}

// Bytes of the source: golden sentences stand as people write them, not as plugins read them.
MarkedSpan source_span(const AnalysedDocument& document, const RawMention& mention) {
  const zkg_span points = document.normalised.map.to_source(mention.span);
  MarkedSpan span{0, 0, mention.type};
  std::uint32_t at = 0;
  for (std::uint32_t point = 0; point < points.end; ++point) {
    if (point == points.begin) span.begin = at;
    at += code_point_at(document.source, at).size;
  }
  span.end = at;
  return span;
}

} // namespace

std::vector<GoldenSentence> read_golden(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in) throw InputError("cannot read the golden sentences " + file.string());
  std::vector<GoldenSentence> sentences;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.ends_with('\r')) line.pop_back();
    const auto fail = [&](const std::string& why) -> void { throw InputError(file.string() + ":" + std::to_string(number) + ": " + why); };
    if (line.empty() || line.starts_with('#')) continue;
    if (line.starts_with(indent)) {
      if (sentences.empty()) fail("nothing stands above this statement");
      sentences.back().statements.push_back(line.substr(indent.size()));
      continue;
    }
    try {
      sentences.push_back({number, parse_markup(line), {}});
    } catch (const std::invalid_argument& error) {
      fail(error.what());
    }
  }
  if (sentences.empty()) throw InputError(file.string() + " holds no sentence");
  return sentences;
}

std::string print_found(const AnalysedDocument& document, const RawCandidates& candidates, const std::string& plugin) {
  const std::string& text = document.normalised.text;
  MarkedText marked{document.source, {}};
  std::vector<std::string> statements;
  const auto name = [&](std::uint32_t id) {
    if (id == reporting_zone) return std::string("*");
    const RawMention& mention = candidates.mentions[id];
    const std::string words = text.substr(mention.span.begin, mention.span.end - mention.span.begin);
    return close_white_space(mention.name.empty() ? words : mention.name);
  };
  for (const RawMention& m : candidates.mentions)
    if (m.plugin == plugin && m.verdict == Verdict::accepted) marked.spans.push_back(source_span(document, m));
  for (const RawRelation& r : candidates.relations)
    if (r.plugin == plugin && r.verdict == Verdict::accepted) statements.push_back(name(r.head) + ' ' + r.type + ' ' + name(r.tail));
  for (const RawFact& f : candidates.facts)
    if (f.plugin == plugin && f.verdict == Verdict::accepted) statements.push_back(name(f.mention) + ' ' + f.key + '=' + f.value);
  return print(marked, std::move(statements));
}

std::string print_wanted(const GoldenSentence& sentence, const std::vector<std::string>& provides) {
  MarkedText marked = sentence.marked;
  std::erase_if(marked.spans, [&](const MarkedSpan& span) { return std::ranges::find(provides, "mention:" + span.label) == provides.end(); });
  return print(marked, sentence.statements);
}

} // namespace zonekg
