// Calendar words, written into their text: [words|start..end], dates as yyyymmdd, `?` where they cannot be resolved.
#include <gtest/gtest.h>

#include <string>
#include <tuple>
#include <vector>

#include "core/text/layers.hpp"

namespace zonekg {
namespace {

std::string plain(const std::string& words) {
  std::string out;
  bool note = false;
  for (const char c : words) {
    if (c == '|') note = true;
    if (!note && c != '[' && c != ']') out += c;
    if (c == ']') note = false;
  }
  return out;
}

std::string marked(const std::string& text, const std::vector<zkg_period>& rows) {
  std::string out;
  std::size_t at = 0;
  for (const zkg_period& row : rows) {
    out +=
        text.substr(at, row.span.begin - at) + '[' + text.substr(row.span.begin, row.span.end - row.span.begin) + '|';
    out += row.interval.start ? std::to_string(row.interval.start) + ".." + std::to_string(row.interval.end) : "?";
    out += ']';
    at = row.span.end;
  }
  return out + text.substr(at);
}

void expect_marked(const DocumentDate& date, const std::vector<std::string>& cases) {
  for (const std::string& words : cases) {
    const std::string text = plain(words);
    EXPECT_EQ(marked(text, find_periods(text, date)), words);
  }
}

// A report about 2023, written in January 2024.
const DocumentDate annual{20240111, 0, {20230101, 20231231}};
// A news item of the 18th of May 2022.
const DocumentDate news{20220518, 0, {0, 0}};
// A report about the first half of 2022.
const DocumentDate half{20220700, 0, {20220101, 20220630}};

TEST(Periods, WithTheirOwnYear) {
  expect_marked({0, 0, {0, 0}}, {
                                 "[2023年|20230101..20231231]产值",
                                 "[2023年1-10月|20230101..20231031]完成",
                                 "[2023年1－10月份|20230101..20231031]完成",
                                 "[二〇二二年二月|20220201..20220228]",
                                 "[两千零五年八月五号|20050805..20050805]",
                                 "[2021-2023年|20210101..20231231]",
                                 "[2022年4月至2023年3月|20220401..20230331]",
                                 "[2022年上半年|20220101..20220630]与[2022年三季度|20220701..20220930]",
                                 "[2022年前三季度|20220101..20220930]",
                                 "[2023年底|20231201..20231231]",
                                 "[2021年4月20日|20210420..20210420]",
                                 "[2024-03-11|20240311..20240311] 16:23",
                                 "[2019.9.6|20190906..20190906]",
                                 "“[十四五”期间|20210101..20251231]",
                                 "[截至2017年8月15日|20170101..20170815]",
                             });
}

TEST(Periods, AgainstTheDocumentsDate) {
  expect_marked(annual, {
                            "[今年|20230101..20231231]",
                            "[去年|20220101..20221231]",
                            "[明年|20240101..20241231]",
                            "[今年以来|20230101..20231231]",
                            "[上半年|20230101..20230630]",
                            "[1-10月|20230101..20231031]",
                            "[截至6月底|20230101..20230630]",
                            "[去年同期|20220101..20221231]",
                            "[近三年|20210101..20231231]",
                        });
  expect_marked(half, {
                          "[1-6月|20220101..20220630]",
                          "[上年同期|20210101..20210630]",
                          "[一季度|20220101..20220331]",
                          "[前5个月|20220101..20220531]",
                          "[下半年|20220701..20221231]",
                          "[年底前|20221201..20221231]",
                      });
  expect_marked(news, {
                          "[5月16日|20220516..20220516]",
                          "[16日|20220516..20220516]上午",
                          "[本月|20220501..20220531]",
                          "[上个月|20220401..20220430]",
                          "[今明两年|20220101..20231231]",
                          "[60日内|20220518..20220717]",
                      });
}

TEST(Periods, BareMonthsBelongToTheYearTheSentenceNamed) {
  expect_marked(news, {
                          "[2013年8月|20130801..20130831]签约,[12月|20131201..20131231]开工。[3月|20220301..20220331]",
                          "比[2021年|20210101..20211231]增长,[4月|20220401..20220430]",
                          "[去年11月|20211101..20211130]签约,[12月|20211201..20211231]开工",
                      });
}

TEST(Periods, UnresolvedAndNone) {
  expect_marked({0, 0, {0, 0}}, {"[今年|?]", "[1-10月|?]", "[2月30日|?]"});
  expect_marked(news, {
                          "192.168.255.255",
                          "目前年产3万吨",
                          "说明年产量",
                          "3个月、15个项目、13月",
                          "V2.2023",
                      });
}

struct DateCase {
  const char *text, *title;
  DocumentDate date;
};

TEST(DocumentDates, FromTitleDateLineAndText) {
  const DateCase cases[] = {
      {"某园2022年上半年重点工作\n2022年7月\n", "某园2022年上半年重点工作", {20220700, 0, {20220101, 20220630}}},
      {"某园2023年工作总结和2024年工作计划\n时间:2024-03-11 16:23\n",
       "某园2023年工作总结和2024年工作计划",
       {20240311, 0, {20230101, 20231231}}},
      {"某园工作总结及2023年工作安排\n一是招商引资。\n", "某园工作总结及2023年工作安排", {0, 0, {20220101, 20221231}}},
      {"某园工作情况及四季度打算\n发布日期:2024-10-08\n1-9月,新签约5个项目。\n", "某园工作情况及四季度打算", {20241008, 0, {20240101, 20240930}}},
      {"某园1-5月情况汇报\n(2016年6月3日)\n", "某园1-5月情况汇报", {20160603, 0, {20160101, 20160531}}},
      {"某县政府工作报告\n(2019年2月16日)\n", "某县政府工作报告", {20190216, 0, {20180101, 20181231}}},
      {"某园上半年工作总结\n2021-04-02 来源:某园\n上半年收入5亿元。\n", "某园上半年工作总结", {20210402, 0, {20200101, 20200630}}}, // put up later
      {"某园上半年工作总结\n2021-06-02 来源:某园\n", "某园上半年工作总结", {20210602, 0, {20210101, 20210630}}},
      {"某园三季度工作计划\n2021-07-02 来源:某园\n", "某园三季度工作计划", {20210702, 0, {20210701, 20210930}}},
      {"运行简报(2022年1月)\n", "运行简报(2022年1月)", {20220100, 0, {20220101, 20220131}}},
      {"某园项目情况\n发布日期:2023-05-18\n1-4月,新签约5个项目。\n", "某园项目情况", {20230518, 0, {20230101, 20230430}}},
      {"两个项目签约\n2025-04-28 15:40:07\n4月24日,推介会举行。\n", "两个项目签约", {20250428, 0, {0, 0}}},
      {"某园情况汇报\n今年以来,园区向好。\n", "某园情况汇报", {0, 0, {0, 0}}},
      {"", "", {0, 0, {0, 0}}},
  };
  for (const DateCase& c : cases) {
    const DocumentDate found = find_document_date(c.text, c.title);
    EXPECT_EQ(found.published, c.date.published) << c.text;
    EXPECT_EQ(found.period.start, c.date.period.start) << c.text;
    EXPECT_EQ(found.period.end, c.date.period.end) << c.text;
  }
}

TEST(DocumentDates, YearThatAnUndatedTextSpeaksFrom) {
  const std::pair<const char*, int> cases[] = {
      {"某园简介\n2008年批准设立。2014年主营业务收入580亿元。\n", 2014},
      {"工作动态〔2023〕第42期\n今年以来,2021年的旧账已清。\n", 2023},
      {"某园工作情况\n2022年开工12个。\n二、2023年工作打算\n2023年开工20个。\n", 2022},
      {"某园介绍\n2020年收入990亿元,到2025年达到1500亿元,2030年前翻番。\n", 2020},
      {"某园情况\n发布日期:2023-05-18\n2024年目标已定。\n", 2023},
      {"2024年安排重点项目476个。1—8月份完成投资325亿元。\n", 2024}, // the year that the plans are of goes on
      {"1—11月完成投资325亿元。2024年安排重点项目476个。\n", 2023},
      {"1-8月投资增长5%,比2019年同期增长107%。2018年设立。\n", 2018}, // not the year compared with
      {"1-8月投资比2019年同期增长107%,两年平均增长44%。\n", 2021},
      {"1-8月投资比2019年增长7%。\n", 0},
      {"园区向好。\n", 0},
      {"", 0},
      {"2022年产值70亿元。预计2024年5月建成投产。\n", 2022}, // not what is expected
      {"某园8月见闻\n占地200亩,拟2024年投产;2025年3月竣工、6月交付。2022年签约。\n", 2022},
      {"二期2019年交付。\n", 2019},
      {"去年(2009年)完成投资356亿元。今年(2010年)的盘子更大。\n", 2010},
      {"今年（2010年）完成投资356亿元,2012年投产。\n", 2010},
      {"2023年计划投资27亿元,2022年完成20亿元。\n", 2023}, // of the year that goes on
      {"2023年,我们将再签20个。2022年签了12个。\n", 2022},
      {"产值由113亿元增加到2019年的172亿元,2017年起连增。\n", 2019},
      {"一期2021—2025年实施。2020年开工。\n", 2020},
  };
  for (const auto& [text, year] : cases) EXPECT_EQ(find_document_date(text, "").year, year) << text;
  const std::tuple<const char*, const char*, int> titled[] = {
      {"某园2022年首批项目开工", "拟2024年投产。2023年3月,第二批12个项目接着动工,总投资30亿元。\n", 2022},
      {"某园2020年工作总结和2021年工作安排", "2021年一季度完成9条路的初设。\n", 2020},
      {"某园2023年工作要点", "2023年开工20个。\n", 2023},
      {"某园2023年工作要点", "2022年开工12个。\n2023年目标20个。\n", 2022},
      {"某园年终总结", "2022年开工12个。\n", 2022},
  };
  for (const auto& [title, body, year] : titled) EXPECT_EQ(find_document_date(std::string(title) + "\n" + body, title).year, year) << title << body;
  EXPECT_EQ(find_document_date("今年以来,园区向好。", "", 20210300).published, 20210300); // what the file's attributes say
}

TEST(Periods, HostileTextGivesSoundRows) {
  for (const char* piece :
       {"1月", "1-", "2023年", "十", "去年", "截至", "近三", "年", "2023-", "第1", "1日", "9999年", "1900年1月-"}) {
    std::string text;
    while (text.size() < 20000) text += piece;
    for (const DocumentDate& date : {annual, DocumentDate{99990000, 0, {0, 0}}, DocumentDate{}}) {
      std::uint32_t last = 0;
      for (const zkg_period& row : find_periods(text, date)) {
        ASSERT_LE(last, row.span.begin);
        ASSERT_LT(row.span.begin, row.span.end);
        ASSERT_LE(row.span.end, text.size());
        ASSERT_LE(row.interval.start, row.interval.end);
        last = row.span.end;
      }
    }
    find_document_date(text, text);
  }
}

// Bare months of a section belong to the year of its heading; the plans of a report about a whole year are of the next.
TEST(Periods, OfASectionBelongToTheYearOfItsHeading) {
  const std::vector<std::pair<DocumentDate, std::string>> cases = {
      {annual, "某区[2023年|20230101..20231231]工作总结\n\n一、工作成效\n[6月底|20230601..20230630]投产。\n"
               "二、[2024年|20240101..20241231]工作计划\n（一）主攻项目。\n力争[9月底前|20240901..20240930]投产，[上半年|20240101..20240630]开工；"
               "[2025年3月|20250301..20250331]达产，[5月|20250501..20250531]验收。\n三、附记\n[5月|20230501..20230531]来访。"},
      {annual, "某区工作汇报\n\n一、工作成效\n[6月|20230601..20230630]投产。\n二、下一步打算\n争取[6月底前|20240601..20240630]投产。"},
      {annual, "某区工作汇报\n\n一、工作成效\n[6月|20230601..20230630]投产。\n二、到[2025年|20250101..20251231]的目标\n[6月|20240601..20240630]开工。"},
      {annual, "某区[2023年|20230101..20231231]工作要点\n\n一、主要目标\n争取[6月底前|20230601..20230630]投产。"},
      {half, "某区工作汇报\n\n一、工作成效\n[3月|20220301..20220331]投产。\n二、[下半年|20220701..20221231]工作打算\n争取[9月底前|20220901..20220930]投产。"},
      {half, "某区工作汇报\n\n一、[2021年|20210101..20211231]工作回顾\n[3月|20210301..20210331]投产。\n二、当前工作\n[本月|20220701..20220731]、[3月|20220301..20220331]。"}};
  for (const auto& [date, words] : cases) {
    const std::string text = plain(words);
    EXPECT_EQ(marked(text, find_periods(text, date, find_sections(text))), words);
  }
}

} // namespace
} // namespace zonekg
