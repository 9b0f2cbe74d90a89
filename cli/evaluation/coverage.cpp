#include "cli/evaluation/coverage.hpp"

#include <algorithm>

#include "cli/evaluation/one_line.hpp"
#include "cli/evaluation/signs.hpp"

namespace zonekg {
namespace {

using Spans = std::vector<zkg_span>; // in code points of the source text

// Sorted, without overlaps.
Spans merged(Spans spans) {
  std::sort(spans.begin(), spans.end(), [](zkg_span a, zkg_span b) { return a.begin < b.begin; });
  Spans result;
  for (const zkg_span span : spans) {
    if (span.begin >= span.end) continue;
    if (result.empty() || result.back().end < span.begin)
      result.push_back(span);
    else
      result.back().end = std::max(result.back().end, span.end);
  }
  return result;
}

std::size_t total(const Spans& spans) {
  std::size_t size = 0;
  for (const zkg_span span : spans) size += span.end - span.begin;
  return size;
}

// Characters of `within` that the merged spans cover. `next` is the first span that can; asked in order of the text.
std::size_t covered_part(zkg_span within, const Spans& spans, std::size_t& next) {
  while (next < spans.size() && spans[next].end <= within.begin) ++next;
  std::size_t size = 0;
  for (std::size_t i = next; i < spans.size() && spans[i].begin < within.end; ++i)
    size += std::min(spans[i].end, within.end) - std::max(spans[i].begin, within.begin);
  return size;
}

struct Found {
  Spans mentions, anything;
  std::map<std::string, Spans> by_plugin;
};

Found find_spans(const Extraction& extraction) {
  Found found;
  for (const Mention& mention : extraction.mentions) {
    const zkg_span span{mention.evidence.begin, mention.evidence.end};
    found.mentions.push_back(span);
    found.by_plugin[mention.evidence.plugin.str()].push_back(span);
  }
  found.anything = found.mentions;
  for (const Relation& relation : extraction.relations)
    found.anything.push_back({relation.evidence.begin, relation.evidence.end});
  for (const Fact& fact : extraction.facts) found.anything.push_back({fact.evidence.begin, fact.evidence.end});
  found.mentions = merged(std::move(found.mentions));
  found.anything = merged(std::move(found.anything));
  return found;
}

std::string heading_of(const AnalysedDocument& document, std::uint32_t row) {
  if (row >= document.layers.sections.size()) return {};
  const zkg_section& section = document.layers.sections[row];
  const auto words = [&](zkg_span span) {
    return one_line(std::string_view(document.normalised.text).substr(span.begin, span.end - span.begin));
  };
  return words(section.number) + words(section.heading);
}

class Survey {
 public:
  Survey(const AnalysedDocument& document, const Extraction& extraction, const kit::NameLikeness& likeness)
      : document_(document), found_(find_spans(extraction)), signs_(find_signs(document, likeness)) {}

  DocumentCoverage run() {
    for (std::size_t i = 0; i < document_.layers.sentences.size(); ++i) look_at(i);
    for (auto& [plugin, spans] : found_.by_plugin) result_.by_plugin[plugin] = total(merged(std::move(spans)));
    return std::move(result_);
  }

 private:
  void look_at(std::size_t row) {
    const zkg_sentence& sentence = document_.layers.sentences[row];
    const zkg_span source = document_.normalised.map.to_source(sentence.span);
    const std::size_t section = section_of(sentence.section);
    Coverage& coverage = result_.sections[section].coverage;
    ++coverage.sentences;
    coverage.characters += source.end - source.begin;
    coverage.covered += covered_part(source, found_.mentions, next_mention_);
    const bool is_silent = covered_part(source, found_.anything, next_found_) == 0;
    if (signs_[row].empty()) return;
    ++coverage.telling;
    if (!is_silent) return;
    ++coverage.silent;
    const auto text = std::string_view(document_.normalised.text)
                          .substr(sentence.span.begin, sentence.span.end - sentence.span.begin);
    result_.silent.push_back({source.begin, source.end, one_line(text), section, std::move(signs_[row])});
  }

  std::size_t section_of(std::uint32_t row) {
    const auto [place, is_new] = known_.try_emplace(row, result_.sections.size());
    if (is_new) {
      const std::int32_t role =
          row < document_.layers.sections.size() ? document_.layers.sections[row].role : ZKG_ROLE_NONE;
      result_.sections.push_back({heading_of(document_, row), role, {}});
    }
    return place->second;
  }

  const AnalysedDocument& document_;
  Found found_;
  std::vector<std::vector<Sign>> signs_;
  std::map<std::uint32_t, std::size_t> known_; // row of the sections layer → result_.sections
  std::size_t next_mention_ = 0, next_found_ = 0;
  DocumentCoverage result_;
};

} // namespace

Coverage& Coverage::operator+=(const Coverage& other) {
  characters += other.characters;
  covered += other.covered;
  sentences += other.sentences;
  telling += other.telling;
  silent += other.silent;
  return *this;
}

DocumentCoverage cover(const AnalysedDocument& document, const Extraction& extraction,
                       const kit::NameLikeness& likeness) {
  return Survey(document, extraction, likeness).run();
}

} // namespace zonekg
