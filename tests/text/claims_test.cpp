// What texts say about their own figures: lists, totals, shares.
#include <gtest/gtest.h>

#include <string>

#include "core/text/claims.hpp"

namespace zonekg {
namespace {

Layers layers_of(std::string_view text) {
  Layers layers;
  layers.sections = find_sections(text);
  layers.sentences = find_sentences(text, layers.sections);
  layers.quantities = find_quantities(text);
  Enumerations found = find_enumerations(text, layers.sentences);
  layers.enumerations = std::move(found.enumerations);
  layers.items = std::move(found.items);
  apply_table_units(text, layers.enumerations, layers.items, layers.quantities);
  return layers;
}

std::string number(double value) {
  std::string text = std::to_string(value);
  text.erase(text.find_last_not_of('0') + 1);
  return text.ends_with('.') ? text.substr(0, text.size() - 1) : text;
}

std::string words(std::string_view text, zkg_span span) { return std::string(text.substr(span.begin, span.end - span.begin)); }

// `2 of 17 项目 等`; parts as `7+10=17`; `约` for counts that are not exact.
std::string lists(std::string_view text) {
  std::string out;
  for (const ListClaim& claim : find_list_claims(text, layers_of(text))) {
    if (!out.empty()) out += " / ";
    std::string parts;
    for (const ListedItem& item : claim.items)
      if (item.figure) parts += (parts.empty() ? "" : "+") + number(*item.figure);
    out += parts.empty() ? std::to_string(claim.items.size()) + " of " + number(claim.claimed) : parts + "=" + number(claim.claimed);
    if (claim.noun.end > 0) out += " " + words(text, claim.noun);
    if (claim.open) out += " 等";
    if (!claim.exact) out += " 约";
  }
  return out;
}

struct Case {
  const char* text;
  const char* expected;
};
class ListClaims : public testing::TestWithParam<Case> {};
TEST_P(ListClaims, AreFound) { EXPECT_EQ(lists(GetParam().text), GetParam().expected); }

INSTANTIATE_TEST_SUITE_P(
    All, ListClaims,
    testing::Values(Case{"穗屿机械、砚川电子、泊禾食品等17个项目开工。", "3 of 17 项目 等"},
                    Case{"穗屿机械、砚川电子、泊禾食品3个项目开工。", "3 of 3 项目"},
                    Case{"服务穗屿机械、砚川电子等10余家企业。", "2 of 10 企业 等 约"},
                    Case{"签约17个项目(储能装备7个、电子信息10个)。", "7+10=17 项目"},
                    Case{"穗屿机械、砚川电子等一批项目开工。", ""}, // 一批 counts nothing
                    Case{"穗屿机械、砚川电子等项目开工。", ""},
                    Case{"签约项目17个(储能装备7个、电子信息6个、生命健康4个),总投资58.6亿元。", "7+6+4=17 项目"},
                    Case{"建成两个园区的县(市、区)给予奖励。", ""}, // the count is of what stands before 的
                    Case{"签约项目18个(储能装备7个、电子信息6个、生命健康4个),总投资58.6亿元。", "7+6+4=18 项目"},
                    Case{"序号\t项目\t投资(万元)\n1\t穗屿机械\t300\n2\t砚川电子\t500\n合计\t\t800\n", "300+500=800 投资(万元)"},
                    Case{"序号\t项目\t投资(万元)\n1\t穗屿机械\t300\n小计\t\t300\n2\t砚川电子\t500\n合计\t\t800\n", ""},
                    Case{"序号\t项目\t投资(万元)\n1\t穗屿机械\t300\n2\t砚川电子\t500\n", ""}));

// `part / whole = percent of label`
std::string shares(std::string_view text) {
  std::string out;
  for (const ShareClaim& claim : find_share_claims(text, layers_of(text))) {
    if (!out.empty()) out += "; ";
    out += number(claim.part.value) + " / " + (claim.whole ? number(claim.whole->value) : "?") + " = " + number(claim.percent.value);
    if (claim.of.end > claim.of.begin) out += " " + words(text, claim.of);
  }
  return out;
}

class ShareClaims : public testing::TestWithParam<Case> {};
TEST_P(ShareClaims, AreFound) { EXPECT_EQ(shares(GetParam().text), GetParam().expected); }

INSTANTIATE_TEST_SUITE_P(
    All, ShareClaims,
    testing::Values(
        Case{"规上工业增加值20亿元,其中高新技术产业增加值15亿元,占比75%。", "15 / 20 = 75"},
        Case{"规上工业增加值20亿元,其中高新技术产业增加值15亿元,占比57%。", "15 / 20 = 57"}, // told with 其中, fits or not
        Case{"规上工业增加值20亿元,其中铝加工3亿元、高新技术产业15亿元,占比57%。", "15 / ? = 57"}, // 其中 is not next to it
        Case{"规上工业总产值143.5亿元,同比增长13.6%;高新技术产业产值98.2亿元,占比68.4%。", "98.2 / 143.5 = 68.4"}, // fits
        Case{"规上工业总产值143.5亿元;高新技术产业产值98.2亿元,占比61.4%。", "98.2 / ? = 61.4"}, // tied by nothing
        Case{"年度计划投资12亿元,1-6月完成投资6.6亿元,占年度计划的55%。", "6.6 / 12 = 55 年度计划"},
        Case{"新签项目13个,同比增长8%,完成全年任务的65%。", "13 / ? = 65 全年任务"},
        Case{"今年计划投资5亿元,完成年度计划的88.3%。", ""}, // the plan itself is not the part
        Case{"占地面积30亩,绿化率25%。", ""}, Case{"同比增长25%。", ""}, Case{"完成投资约6亿元,占年度计划的55%。", ""}));

TEST(Claims, EndlessSentencesAreReadInPassing) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "完成投资3亿元,占年度计划的30%,";
  EXPECT_EQ(find_share_claims(text, layers_of(text)).size(), 5000u);
}

} // namespace
} // namespace zonekg
