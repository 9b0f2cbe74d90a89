#include "cli/evaluation/sentences.hpp"

#include <gtest/gtest.h>

#include "tests/host/fixture.hpp"

namespace zonekg {
namespace {

// The text's sentences with one quantity: 5亿元.
void fill(AnalysedDocument& document, const std::string& text) {
  test::fill(document, text);
  const std::size_t at = document.normalised.text.find("5亿元");
  if (at == std::string::npos) return;
  zkg_quantity quantity{};
  quantity.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 7)};
  quantity.value = 5;
  quantity.base_value = 5e8;
  document.layers.quantities.push_back(quantity);
}

std::string sentence_of(const std::string& text, Finding finding) {
  AnalysedDocument document;
  fill(document, text);
  Findings findings;
  findings.things.push_back(std::move(finding));
  add_sentences(findings, document);
  return findings.things.front().sentence;
}

Finding missed(std::vector<std::string> words, std::optional<double> figure = {}) {
  Finding finding;
  finding.outcome = Outcome::missed;
  finding.words = std::move(words);
  finding.figure = figure;
  return finding;
}

Finding wrong(std::uint32_t begin, std::uint32_t end) {
  Finding finding;
  finding.outcome = Outcome::wrong;
  finding.evidence.push_back({0, begin, end, "", "p", "r"});
  return finding;
}

TEST(Sentences, OfWhatWasMissed) {
  const std::string text = "华星集团到访。华星集团二期总投资5亿元。\n二期已开工 ，\n 进展顺利。";
  EXPECT_EQ(sentence_of(text, missed({"华星集团"})), "华星集团到访。");
  EXPECT_EQ(sentence_of(text, missed({"华星集团", "二期"})), "华星集团二期总投资5亿元。");
  EXPECT_EQ(sentence_of(text, missed({"华星集团"}, 5e8)), "华星集团二期总投资5亿元。");
  EXPECT_EQ(sentence_of(text, missed({"没有"}, 5)), "华星集团二期总投资5亿元。");
  EXPECT_EQ(sentence_of(text, missed({"开工，进展"})), "二期已开工 , 进展顺利。");
  EXPECT_EQ(sentence_of(text, missed({"没有"}, 6)), "");
  EXPECT_EQ(sentence_of("", missed({"华星"})), "");
}

TEST(Sentences, OfWhatIsWrong) {
  const std::string text = "华星集团到访。二期已开工。";
  EXPECT_EQ(sentence_of(text, wrong(0, 4)), "华星集团到访。");
  EXPECT_EQ(sentence_of(text, wrong(7, 9)), "二期已开工。");
  EXPECT_EQ(sentence_of(text, wrong(12, 13)), "二期已开工。");
}

TEST(Sentences, NotOfWhatIsRight) {
  Finding finding = wrong(0, 2);
  finding.outcome = Outcome::right;
  EXPECT_EQ(sentence_of("华星集团到访。", finding), "");
}

} // namespace
} // namespace zonekg
