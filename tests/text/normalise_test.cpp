#include "core/text/normalise.hpp"

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/text/repairs.hpp"
#include "core/text/utf8.hpp"

namespace zonekg {
namespace {

struct Case {
  const char* source;
  const char* repaired;
  const char* rules; // of the ledger, in order, parted by spaces
};

std::string rules_of(const NormalisedText& text) {
  std::string rules;
  for (const Repair& repair : text.repairs) rules += (rules.empty() ? "" : " ") + repair.rule;
  return rules;
}

// python's text[begin:end] over code points.
std::string slice(std::string_view text, zkg_span code_points) {
  std::string out;
  std::uint32_t at = 0;
  for (std::size_t i = 0; i < text.size(); ++at) {
    const CodePoint c = code_point_at(text, i);
    if (at >= code_points.begin && at < code_points.end) out.append(text.substr(i, c.size));
    i += c.size;
  }
  return out;
}

zkg_span find(std::string_view text, std::string_view words) {
  const auto begin = static_cast<std::uint32_t>(text.find(words));
  return {begin, begin + static_cast<std::uint32_t>(words.size())};
}

class Repairs : public testing::TestWithParam<Case> {};

TEST_P(Repairs, GiveTextAndLedger) {
  const NormalisedText result = normalise(GetParam().source);
  EXPECT_EQ(result.text, GetParam().repaired);
  EXPECT_EQ(rules_of(result), GetParam().rules);
  for (const Repair& repair : result.repairs) EXPECT_EQ(slice(GetParam().source, repair.source), repair.text);
}

INSTANTIATE_TEST_SUITE_P(
    Damage, Repairs,
    testing::Values(
        Case{"水资##paidbegin##源论证", "水资源论证", "share-site-marker"},
        Case{"完成。\n##paidend##\n附件", "完成。\n附件", "share-site-marker"},
        Case{"14月份,实现收入", "1-4月份,实现收入", "lost-dash"},
        Case{"111月,总产值171亿元", "1-11月,总产值171亿元", "lost-dash"},
        Case{"规划20222025年实施", "规划2022-2025年实施", "lost-dash"},
        Case{"1一6月完成", "1-6月完成", "ocr-dash"},
        Case{"续贷金额L59亿元", "续贷金额1.59亿元", "ocr-digit"},
        Case{"完成l0.2%", "完成10.2%", "ocr-digit"},
        Case{"阅读4l2次", "阅读412次", "ocr-digit"},
        Case{"增长60.3%o新增企业", "增长60.3%。新增企业", "full-stop"},
        Case{"自然增长率5.2%o,下降", "自然增长率5.2‰,下降", "per-mille"},
        Case{"取得一定实效o现小结如下", "取得一定实效。现小结如下", "full-stop"},
        Case{"重攻o1-6月份签约", "重攻。1-6月份签约", "full-stop"},
        Case{"工程已竣工.\n下一步", "工程已竣工。\n下一步", "full-stop"},
        Case{"同比增长14. 77%", "同比增长14.77%", "space-in-figure"},
        Case{"增长 12.5 %,", "增长12.5%,", "space-in-figure space-in-figure"},
        Case{"工 作 简 报\n第1期", "工作简报\n第1期", "letter-spacing letter-spacing letter-spacing"}));

// What reads well as it stands is left alone.
INSTANTIATE_TEST_SUITE_P(
    Sound, Repairs,
    testing::Values(Case{"12月29日", "12月29日", ""}, Case{"11月底", "11月底", ""}, Case{"1-14月", "1-14月", ""},
                    Case{"24个月", "24个月", ""}, Case{"L5级自动驾驶", "L5级自动驾驶", ""},
                    Case{"容量10L", "容量10L", ""}, Case{"库立特5G等15个项目", "库立特5G等15个项目", ""},
                    Case{"一.基本情况", "一.基本情况", ""}, Case{"1. 77家企业", "1. 77家企业", ""},
                    Case{"1 年产10万吨项目", "1 年产10万吨项目", ""}, Case{"Logo设计", "Logo设计", ""},
                    Case{"编号20222025", "编号20222025", ""}, Case{"记者 刘 飞", "记者 刘 飞", ""},
                    Case{"##标题##", "##标题##", ""}, Case{"", "", ""}, Case{"\n\n", "\n\n", ""}));

TEST(Normalise, FoldsWidthsWithoutLedger) {
  const NormalisedText result = normalise("１－６月，增长６．７％　（６＋２）：！");
  EXPECT_EQ(result.text, "1-6月,增长6.7% (6+2):!");
  EXPECT_TRUE(result.repairs.empty());
}

TEST(Normalise, AsPrintedFoldsOnly) {
  const NormalisedText result = normalise("１４月份##paidbegin##", true);
  EXPECT_EQ(result.text, "14月份##paidbegin##");
  EXPECT_TRUE(result.repairs.empty());
}

std::string long_words(int times) {
  std::string words;
  for (int i = 0; i < times; ++i) words += "经济运行稳中有进主要指标持续向好";
  return words;
}

TEST(Normalise, JoinsWhatASiteCutAndNumbered) {
  const std::string a = long_words(4), source = "1、" + a + "企业总产\n2、值33.3亿元。" + a + "达52.8万\n3、元。完成。";
  const NormalisedText result = normalise(source);
  EXPECT_EQ(result.text, a + "企业总产值33.3亿元。" + a + "达52.8万元。完成。");
  EXPECT_EQ(slice(source, result.map.to_source(find(result.text, "总产值33.3亿元"))), "总产\n2、值33.3亿元");
  EXPECT_EQ(slice(source, result.map.to_source(find(result.text, "值33.3亿元"))), "值33.3亿元");
  EXPECT_EQ(slice(source, result.map.to_source(find(result.text, "企业总产"))), "企业总产");
}

TEST(Normalise, KeepsNumberedItems) {
  const char* source = "1、华星公司二期项目\n2、远大公司项目\n3、中科公司项目";
  EXPECT_EQ(normalise(source).text, source);
  const std::string sentences = "1、" + long_words(4) + "。\n2、" + long_words(4) + "。";
  EXPECT_EQ(normalise(sentences).text, sentences);
}

TEST(Normalise, DropsPageNumbersInsideSentences) {
  const std::string a = long_words(2);
  EXPECT_EQ(normalise(a + "开展示\n   — 3 —\n范创建。").text, a + "开展示范创建。");
  EXPECT_EQ(normalise(a + "。\n- 4 -\n二、问题").text, a + "。\n二、问题");
}

TEST(Normalise, DropsRunningHeaders) {
  std::string source, expected;
  for (int i = 0; i < 3; ++i) {
    source += long_words(2) + "总产\n华星工业园工作报告\n值增长很快,全年目标可以完成,工作取得新进展,请予审议。\n";
    expected += long_words(2) + "总产值增长很快,全年目标可以完成,工作取得新进展,请予审议。\n";
  }
  EXPECT_EQ(normalise(source).text, expected);
}

TEST(Normalise, JoinsLinesBrokenAtThePageWidth) {
  const std::string wide = long_words(2); // 64 columns
  const std::string source = wide + "\n" + wide + "\n" + wide + "\n完成。\n  下一段。";
  EXPECT_EQ(normalise(source).text, wide + wide + wide + "完成。\n  下一段。");
}

TEST(Normalise, KeepsLinesOfCells) {
  const char* source = "红1　河北中车新能源装备有限公司　智能风机制造项目\n红2　金津复合材料有限公司　　液袋塑料包装材料项目\n"
                       "红3　渤海巨翔新材料科技有限公司　年产10万吨树脂\n红4　河北吉贝之光实业有限公司　年产5万吨针织棉纱";
  EXPECT_TRUE(normalise(source).repairs.empty());
}

TEST(Normalise, BannerLeavesTheTitleALine) {
  const NormalisedText result = normalise("《某区工作总结.docx》由会员分享，可在线阅读，更多相关《某区工作总结.docx》请在文库上搜索。\n"
                                          "1、某区工作总结2023年,成绩显著。");
  EXPECT_EQ(result.text, "某区工作总结\n2023年,成绩显著。");
}

// The map against a model: every code point of the repaired text knows its source range.
class RandomDamage : public testing::TestWithParam<unsigned> {};

TEST_P(RandomDamage, EverySpanQuotesItsSource) {
  const std::vector<std::string> pieces{"总产值", "33.3", "亿元", "##paidbegin##", "14月份", "L59亿元", "60.3%o", "实效o", "，", "。",
                                        "\n", "　", "𠀀", "é", "— 3 —\n", "1、", "增长 12.5 %", "…", "“园区”", "1一6月"};
  std::mt19937 random(GetParam());
  std::string source;
  for (int i = 0; i < 60; ++i) source += pieces[random() % pieces.size()];
  const NormalisedText result = normalise(source);
  const auto size = static_cast<std::uint32_t>(count_code_points(source));

  std::vector<std::uint32_t> starts;
  for (std::uint32_t i = 0; i <= result.text.size(); ++i)
    if (i == result.text.size() || !is_continuation(result.text[i])) starts.push_back(i);
  std::uint32_t last = 0;
  for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
    const zkg_span one = result.map.to_source({starts[i], starts[i + 1]});
    ASSERT_LE(one.begin, one.end);
    ASSERT_LE(one.end, size);
    ASSERT_GE(one.begin, last) << "monotone";
    last = one.begin;
    const std::size_t j = i + random() % (starts.size() - 1 - i);
    const zkg_span many = result.map.to_source({starts[i], starts[j + 1]});
    ASSERT_EQ(many.begin, one.begin);
    ASSERT_EQ(many.end, result.map.to_source({starts[j], starts[j + 1]}).end);
  }
  // Redoing the ledger on the source gives the repaired text.
  std::string redone;
  std::uint32_t at = 0;
  for (const Repair& repair : result.repairs) {
    ASSERT_GE(repair.source.begin, at);
    redone += slice(source, {at, repair.source.begin}) + repair.replacement;
    at = repair.source.end;
  }
  redone += slice(source, {at, size});
  EXPECT_EQ(normalise(redone, true).text, result.text);
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomDamage, testing::Range(0u, 60u));

TEST(OffsetMap, IsTheIdentityWithoutRepairs) {
  const std::string source = "开发区１２𠀀é\nabc。";
  const NormalisedText result = normalise(source);
  ASSERT_TRUE(result.repairs.empty());
  for (std::uint32_t i = 0, n = 0; i < result.text.size(); ++n) {
    const std::uint32_t size = code_point_at(result.text, i).size;
    const zkg_span span = result.map.to_source({i, i + size});
    EXPECT_EQ(span.begin, n);
    EXPECT_EQ(span.end, n + 1);
    i += size;
  }
}

TEST(OffsetMap, LeavesOutWhatWasRemovedBesideASpan) {
  const NormalisedText result = normalise("水资##paidbegin##源论证");
  const std::string source = "水资##paidbegin##源论证";
  EXPECT_EQ(slice(source, result.map.to_source(find(result.text, "水资"))), "水资");
  EXPECT_EQ(slice(source, result.map.to_source(find(result.text, "源论证"))), "源论证");
  EXPECT_EQ(slice(source, result.map.to_source(find(result.text, "水资源"))), "水资##paidbegin##源");
}

TEST(OffsetMap, EmptyTextMapsToItsStart) {
  EXPECT_EQ(normalise("").map.to_source({0, 0}).end, 0u);
  EXPECT_EQ(OffsetMap().to_source({0, 0}).begin, 0u);
}

TEST(Normalise, HostileTextStaysQuick) {
  for (const char* piece : {"(", "1、", "o", "1 ", "##", "一\n", "— 1 —\n", "工 ", "《", "14月"}) {
    std::string text;
    while (text.size() < 2'000'000) text += piece;
    EXPECT_FALSE(normalise(text).text.size() > 2 * text.size()) << piece;
  }
}

} // namespace
} // namespace zonekg
