#include "cli/evaluation/coverage.hpp"

#include <gtest/gtest.h>

#include "core/text/dictionary.hpp"
#include "core/text/layers.hpp"

namespace zonekg {
namespace {

const Dictionary& dictionary() {
  static const Dictionary words(ZONEKG_BUILD_DIR "/words.dict");
  return words;
}

const kit::NameLikeness& likeness() {
  static const kit::NameLikeness model(ZONEKG_BUILD_DIR "/shared/name_likeness.bin");
  return model;
}

struct Report {
  explicit Report(const std::string& text) {
    document.source = text;
    document.normalised = normalise(document.source, false);
    document.layers = compute_layers(document.normalised.text, dictionary());
  }

  // The first place of the words, in code points.
  Evidence at(const std::string& words, const std::string& plugin) const {
    const std::size_t byte = document.source.find(words);
    std::uint32_t begin = 0, size = 0;
    for (std::size_t i = 0; i < byte; ++i) begin += (static_cast<unsigned char>(document.source[i]) & 0xC0u) != 0x80u;
    for (const char c : words) size += (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
    return {0, begin, begin + size, words, plugin, "rule"};
  }
  void mention(const std::string& words, const std::string& plugin) {
    extraction.mentions.push_back({"company", words, 0.9, {}, at(words, plugin)});
  }
  [[nodiscard]] DocumentCoverage cover() const { return zonekg::cover(document, extraction, likeness()); }

  AnalysedDocument document;
  Extraction extraction;
};

std::string shown(const DocumentCoverage& coverage) {
  std::string text;
  for (const SilentSentence& sentence : coverage.silent) {
    text += sentence.text + " |";
    for (const Sign& sign : sentence.signs) text += " " + sign.kind + " " + sign.words;
    text += "\n";
  }
  return text;
}

TEST(Coverage, TellingSentencesAreFound) {
  struct Case {
    const char* text;
    const char* expected;
  };
  for (const Case& c : {
           Case{"", ""},
           Case{"全区上下团结一心。", ""},
           Case{"完成固定资产投资5.7亿元。", "完成固定资产投资5.7亿元。 | figure 5.7亿元\n"},
           Case{"新增企业XX家。", ""}, // redacted: no figure
           Case{"用时3个月。", ""},    // a duration tells nothing
           Case{"推行“一站式”服务。", "推行“一站式”服务。 | name 一站式\n"},
           Case{"坚持“稳中求进、以进促稳、先立后破、改革创新”总要求。", ""}, // a slogan
           Case{"走访“没有结束的引号。", ""},
           Case{"蓝素、天能、宇美等3个项目进展顺利。",
                "蓝素、天能、宇美等3个项目进展顺利。 | figure 3个 item 蓝素 item 天能 item 宇美\n"},
       })
    EXPECT_EQ(shown(Report(c.text).cover()), c.expected) << c.text;
}

TEST(Coverage, WhatWasFoundIsNotSilent) {
  Report report("投资5亿元的蓝素项目开工。完成税收3亿元。用工2万人。");
  report.mention("蓝素", "companies");
  Relation relation;
  relation.evidence = report.at("税收3亿元", "indicators");
  report.extraction.relations.push_back(relation);
  const DocumentCoverage coverage = report.cover();
  EXPECT_EQ(shown(coverage), "用工2万人。 | figure 2万人\n");
  ASSERT_EQ(coverage.sections.size(), 1u);
  EXPECT_EQ(coverage.sections[0].coverage.telling, 3u);
  EXPECT_EQ(coverage.sections[0].coverage.silent, 1u);
  EXPECT_EQ(coverage.silent[0].begin, 21u);
  EXPECT_EQ(coverage.silent[0].end, 27u);
}

TEST(Coverage, CharactersAreCountedOnce) {
  Report report("华星集团二期开工。");
  report.mention("华星集团", "companies");
  report.mention("华星集团二期", "projects");
  report.mention("华星", "companies");
  const DocumentCoverage coverage = report.cover();
  EXPECT_EQ(coverage.sections[0].coverage.characters, 9u);
  EXPECT_EQ(coverage.sections[0].coverage.covered, 6u);
  EXPECT_EQ(coverage.by_plugin.at("companies"), 4u);
  EXPECT_EQ(coverage.by_plugin.at("projects"), 6u);
}

TEST(Coverage, BySection) {
  Report report("工作总结\n一、主要工作\n完成税收3亿元。\n二、下步打算\n力争税收4亿元。\n");
  const DocumentCoverage coverage = report.cover();
  std::string text;
  for (const SectionCoverage& section : coverage.sections)
    text += section.heading + " " + std::to_string(section.role) + " " + std::to_string(section.coverage.silent) + "; ";
  EXPECT_EQ(text, "工作总结 1 0; 一、主要工作 3 1; 二、下步打算 5 1; ");
}

// Without end when the work grows with the square of the size.
TEST(Coverage, NastyTexts) {
  std::string quotes, list;
  for (int i = 0; i < 200000; ++i) quotes += "“";
  const DocumentCoverage coverage = Report(quotes + "远景”").cover();
  ASSERT_EQ(coverage.silent.size(), 1u);
  ASSERT_EQ(coverage.silent[0].signs.size(), 1u);
  EXPECT_EQ(coverage.silent[0].signs[0].words, "远景");
  for (int i = 0; i < 50000; ++i) list += "项目" + std::to_string(i) + "号投资3亿元、";
  EXPECT_EQ(Report(list).cover().silent.size(), 1u);
  EXPECT_EQ(shown(Report("\n\n \t“”「」【】\n").cover()), "");
}

} // namespace
} // namespace zonekg
