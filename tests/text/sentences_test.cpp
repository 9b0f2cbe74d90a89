#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/text/layers.hpp"

namespace zonekg {
namespace {

std::vector<std::string> cut(std::string_view text) {
  std::vector<std::string> out;
  for (const zkg_sentence& s : find_sentences(text, find_sections(text)))
    out.emplace_back(text.substr(s.span.begin, s.span.end - s.span.begin));
  return out;
}
using Cut = std::vector<std::string>;

struct Case {
  const char* text;
  Cut sentences;
};
class Sentences : public testing::TestWithParam<Case> {};
TEST_P(Sentences, AreCut) { EXPECT_EQ(cut(GetParam().text), GetParam().sentences); }

INSTANTIATE_TEST_SUITE_P(
    Cases, Sentences,
    testing::Values(Case{"甲开工。乙投产;丙签约!", {"甲开工。", "乙投产;", "丙签约!"}},
                    Case{"  甲开工\n\n乙投产  ", {"甲开工", "乙投产"}},
                    Case{"他说:“项目快。”随后离开。", {"他说:“项目快。”", "随后离开。"}},
                    Case{"企业(甲开工;乙投产。)全部达产。", {"企业(甲开工;乙投产。)全部达产。"}},
                    Case{"企业(没有关;乙投产。", {"企业(没有关;", "乙投产。"}},
                    Case{"共24个【甲;乙】。", {"共24个【甲;乙】。"}},
                    Case{"抓两件事,一是招商,二是开工。", {"抓两件事,", "一是招商,", "二是开工。"}},
                    Case{"汇报:一、完成情况2023年,平稳。", {"汇报:", "一、完成情况", "2023年,平稳。"}},
                    Case{"真的吗?!好。。", {"真的吗?!", "好。。"}}, Case{"", {}}, Case{" \n ", {}}));

TEST(Sentences, KnowSectionAndParagraph) {
  const std::string text = "某区总结\n一、完成情况\n甲。乙。\n二、存在问题\n丙。";
  const auto sections = find_sections(text);
  const auto sentences = find_sentences(text, sections);
  ASSERT_EQ(sentences.size(), 6u);
  EXPECT_EQ(sentences[2].paragraph, sentences[3].paragraph);
  EXPECT_EQ(sentences[5].paragraph, sentences[4].paragraph + 1);
  EXPECT_EQ(sections[sentences[0].section].role, ZKG_ROLE_TITLE);
  EXPECT_EQ(sections[sentences[3].section].role, ZKG_ROLE_RESULTS);
  EXPECT_EQ(sections[sentences[5].section].role, ZKG_ROLE_PROBLEMS);
}

std::vector<std::uint32_t> paragraphs(std::string_view text) {
  std::vector<std::uint32_t> out;
  for (const zkg_sentence& s : find_sentences(text, find_sections(text))) out.push_back(s.paragraph);
  return out;
}

TEST(Sentences, OfOneCardShareAParagraph) {
  using Numbers = std::vector<std::uint32_t>;
  EXPECT_EQ(paragraphs("项目名称:智谷\n总投资:5亿元\n进展:在建\n项目名称:云港\n总投资:3亿元"), (Numbers{0, 0, 0, 1, 1}));
  EXPECT_EQ(paragraphs("项目名称:智谷\n\n总投资:5亿元"), (Numbers{0, 1}));
  EXPECT_EQ(paragraphs("工业:产值增长。税收增长。\n农业:产量增长。"), (Numbers{0, 0, 1}));
  EXPECT_EQ(paragraphs("1、智谷:5亿元\n2、云港:3亿元"), (Numbers{0, 1}));
}

TEST(Sentences, NeverHoldALineEndAndNeverOverlap) {
  const std::string text = "甲(乙\n丙)丁。“戊\n己。”一是\n庚,二是(辛\n";
  std::uint32_t last = 0;
  for (const zkg_sentence& s : find_sentences(text, find_sections(text))) {
    EXPECT_GE(s.span.begin, last);
    EXPECT_EQ(text.substr(s.span.begin, s.span.end - s.span.begin).find('\n'), std::string::npos);
    last = s.span.end;
  }
}

TEST(Sentences, HostileTextStaysQuick) {
  for (const char* piece : {"(", "【", ")", "一是,", "。", "(一)", "“"}) {
    std::string text;
    while (text.size() < 1'000'000) text += piece;
    EXPECT_LE(find_sentences(text, find_sections(text)).size(), text.size()) << piece;
  }
}

} // namespace
} // namespace zonekg
