#include "cli/evaluation/sentences.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "cli/evaluation/one_line.hpp"
#include "core/training/gold.hpp"
#include "core/training/same.hpp"

namespace zonekg {
namespace {

struct Sentence {
  std::string_view text; // repaired
  zkg_span source;       // code points of the source text
  std::string key;       // name_key of the text
  std::vector<double> figures;
};

bool holds(zkg_span outer, zkg_span inner) { return outer.begin <= inner.begin && inner.end <= outer.end; }

std::vector<Sentence> sentences_of(const AnalysedDocument& document) {
  std::vector<Sentence> sentences;
  auto quantity = document.layers.quantities.begin();
  for (const zkg_sentence& row : document.layers.sentences) {
    const auto text = std::string_view(document.normalised.text).substr(row.span.begin, row.span.end - row.span.begin);
    Sentence sentence{text, document.normalised.map.to_source(row.span), name_key(text), {}};
    while (quantity != document.layers.quantities.end() && quantity->span.begin < row.span.begin) ++quantity;
    for (; quantity != document.layers.quantities.end() && holds(row.span, quantity->span); ++quantity)
      sentence.figures.insert(sentence.figures.end(), {quantity->value, quantity->base_value, -quantity->value});
    sentences.push_back(std::move(sentence));
  }
  return sentences;
}

std::string around(const std::vector<Sentence>& sentences, const Evidence& evidence) {
  const auto next = std::upper_bound(sentences.begin(), sentences.end(), evidence.begin,
                                     [](std::uint32_t at, const Sentence& s) { return at < s.source.begin; });
  return next == sentences.begin() ? std::string() : one_line(std::prev(next)->text);
}

std::string holding(const std::vector<Sentence>& sentences, const Finding& finding) {
  std::vector<std::string> keys;
  for (const std::string& word : finding.words) keys.push_back(name_key(word));
  const Sentence* best = nullptr;
  std::ptrdiff_t most = 0;
  for (const Sentence& sentence : sentences) {
    std::ptrdiff_t clues = std::count_if(
        keys.begin(), keys.end(), [&](const std::string& key) { return sentence.key.find(key) != std::string::npos; });
    if (finding.figure)
      clues += std::any_of(sentence.figures.begin(), sentence.figures.end(),
                           [&](double figure) { return same_number(figure, *finding.figure); });
    if (clues <= most) continue;
    most = clues;
    best = &sentence;
  }
  return best == nullptr ? std::string() : one_line(best->text);
}

} // namespace

void add_sentences(Findings& findings, const AnalysedDocument& document) {
  const std::vector<Sentence> sentences = sentences_of(document);
  for (Finding& finding : findings.things) {
    if (finding.outcome == Outcome::right) continue;
    finding.sentence =
        finding.evidence.empty() ? holding(sentences, finding) : around(sentences, finding.evidence.front());
  }
}

} // namespace zonekg
