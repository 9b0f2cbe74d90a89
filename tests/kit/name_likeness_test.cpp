#include "core/kit/name_likeness.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace zonekg::kit {
namespace {

const std::filesystem::path folder = std::filesystem::path(ZONEKG_SOURCE_DIR) / "core/kit/data";

const NameLikeness& likeness() {
  static const NameLikeness it(folder / "name_likeness.bin");
  return it;
}

class Names : public testing::TestWithParam<const char*> {};
TEST_P(Names, ScoreAboveZero) { EXPECT_GT(likeness().score(GetParam()), 0) << GetParam(); }
INSTANTIATE_TEST_SUITE_P(NameLikeness, Names,
                         testing::Values("华星", "立讯", "天合光能", "京东方", "鑫荣懋", "恒力石化", "欣旺达"));

class Words : public testing::TestWithParam<const char*> {};
TEST_P(Words, ScoreBelowZero) { EXPECT_LT(likeness().score(GetParam()), 0) << GetParam(); }
INSTANTIATE_TEST_SUITE_P(NameLikeness, Words,
                         testing::Values("园区", "项目", "加快", "进一步", "上半年", "开发区", "标准厂房", "区经济",
                                         "引进", "苏州"));

TEST(NameLikeness, AnyBytesGiveANumber) {
  EXPECT_EQ(likeness().score(""), 0);
  const std::string long_name(100000, '\x80');
  for (const std::string& name :
       {std::string("A"), std::string("\xE4"), std::string("\xF0\x9F\x9F\x9F\x9F\x9F"), long_name})
    EXPECT_TRUE(std::isfinite(likeness().score(name)));
}

TEST(NameLikeness, StretchesOfATextScoreAsWordsOfTheirOwn) {
  const std::vector<std::string> text = {"华", "星", "a", "光", "能", "，", "😀", "园"};
  std::vector<NameLikeness::Unit> units;
  for (const std::string& character : text) units.push_back(name_unit(character));
  LikenessInText in_text(units);
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    std::string words;
    for (std::size_t end = begin + 1; end <= text.size(); ++end) {
      words += text[end - 1];
      EXPECT_EQ(in_text.score(likeness(), begin, end), likeness().score(words)) << words;
    }
  }
}

TEST(NameLikeness, MissingOrDamagedFile) {
  EXPECT_THROW(NameLikeness(folder / "none.bin"), std::runtime_error);
  EXPECT_THROW(NameLikeness(folder / "lexicon.json"), std::runtime_error);
}

} // namespace
} // namespace zonekg::kit
