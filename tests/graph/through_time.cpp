// Life cycles, series, audit and differences of graphs: each rule with a case that it holds for and one that it does not.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <sstream>

#include "export/writers.hpp"
#include "graph/audit.hpp"
#include "graph/diff.hpp"
#include "graph/life_cycle.hpp"
#include "graph/link.hpp"
#include "graph/read_json.hpp"
#include "graph/series.hpp"
#include "tests/graph/document_builder.hpp"

namespace zonekg {
namespace {

using test::DocumentBuilder;

struct Told {
  std::string metric;
  double value;
  std::string unit;
  double yoy; // 0: none
  int year;
  std::string modality;
};

// A report on one zone's figures; `words` of each are metric, value and unit.
Extraction figures(int year, const std::vector<Told>& all) {
  DocumentBuilder document("d" + std::to_string(year));
  document.period(year * 10000 + 101, year * 10000 + 1231);
  document.mention("zone", "荆门高新区", {{"reporting", 1.0}});
  for (const Told& f : all) {
    const std::string period = std::to_string(f.year) + "-01/" + std::to_string(f.year) + "-12";
    std::vector<Attribute> attributes = {{"metric", f.metric}, {"modality", f.modality}, {"period", period}, {"unit", f.unit}, {"value", f.value}};
    if (f.yoy != 0) attributes.push_back({"yoy", f.yoy});
    document.mention("indicator", f.metric + std::to_string(f.value) + f.unit, attributes);
  }
  return document.build();
}

// "rule verdict" of every finding.
std::multiset<std::string> findings(const std::vector<Extraction>& documents) {
  std::multiset<std::string> result;
  for (const AuditFinding& finding : audit(link(documents))) {
    EXPECT_EQ(finding.statements.size(), 2u);
    for (const AuditStatement& statement : finding.statements) EXPECT_FALSE(statement.evidence.text.empty());
    EXPECT_FALSE(finding.arithmetic.empty());
    result.insert(finding.rule + " " + std::string(text_of(finding.verdict)));
  }
  return result;
}

struct AuditCase {
  std::string name;
  std::vector<Extraction> documents;
  std::multiset<std::string> expected;
};
class Audit : public testing::TestWithParam<AuditCase> {};
TEST_P(Audit, Finds) { EXPECT_EQ(findings(GetParam().documents), GetParam().expected); }

using Expected = std::multiset<std::string>;

INSTANTIATE_TEST_SUITE_P(
    All, Audit,
    testing::Values(
        AuditCase{"GrowthFits", {figures(2022, {{"税收收入", 6.72, "亿元", 0, 2022, "actual"}}), figures(2023, {{"税收收入", 7.41, "亿元", 10.3, 2023, "actual"}})}, Expected{"growth fits"}},
        AuditCase{"GrowthRounds", {figures(2022, {{"税收收入", 6.72, "亿元", 0, 2022, "actual"}}), figures(2023, {{"税收收入", 7.41, "亿元", 10.9, 2023, "actual"}})}, Expected{"growth rounding"}},
        AuditCase{"GrowthContradicts", {figures(2022, {{"税收收入", 6.72, "亿元", 0, 2022, "actual"}}), figures(2023, {{"税收收入", 7.41, "亿元", 25.0, 2023, "actual"}})}, Expected{"growth contradiction"}},
        AuditCase{"GrowthInComparablePrices", {figures(2022, {{"规上工业总产值", 186.4, "亿元", 0, 2022, "actual"}}), figures(2023, {{"规上工业总产值", 201.2, "亿元", 12.5, 2023, "actual"}})}, Expected{"growth unclear"}},
        AuditCase{"OrderOfMagnitude", {figures(2022, {{"规上工业总产值", 186.4, "亿元", 0, 2022, "actual"}}), figures(2023, {{"规上工业总产值", 20.12, "亿元", 8.0, 2023, "actual"}})}, Expected{"magnitude contradiction"}},
        AuditCase{"UnitsDoNotMatter", {figures(2022, {{"税收收入", 67200, "万元", 0, 2022, "actual"}}), figures(2023, {{"税收收入", 7.41, "亿元", 10.3, 2023, "actual"}})}, Expected{"growth fits"}},
        AuditCase{"FiguresOfFirmsAreLeftAlone", {figures(2022, {{"产值", 186.4, "亿元", 0, 2022, "actual"}}), figures(2023, {{"产值", 2.0, "亿元", 8.0, 2023, "actual"}})}, Expected{}},
        AuditCase{"PartOfWhole", {figures(2023, {{"工业投资", 24.1, "亿元", 0, 2023, "actual"}, {"固定资产投资", 38.6, "亿元", 0, 2023, "actual"}})}, Expected{"part-of-whole fits"}},
        AuditCase{"PartGreaterThanWhole", {figures(2023, {{"工业投资", 41.2, "亿元", 0, 2023, "actual"}, {"固定资产投资", 38.6, "亿元", 0, 2023, "actual"}})}, Expected{"part-of-whole contradiction"}},
        AuditCase{"Target", {figures(2023, {{"税收收入", 7.3, "亿元", 0, 2024, "target"}}), figures(2024, {{"税收收入", 7.41, "亿元", 0, 2024, "actual"}})}, Expected{"target fits"}},
        AuditCase{"TargetOfAnotherYear", {figures(2023, {{"税收收入", 7.3, "亿元", 0, 2025, "target"}}), figures(2024, {{"税收收入", 7.41, "亿元", 0, 2024, "actual"}})}, Expected{}},
        AuditCase{"Restated", {figures(2023, {{"税收收入", 6.72, "亿元", 0, 2023, "actual"}}), figures(2024, {{"税收收入", 6.5, "亿元", 0, 2023, "actual"}})}, Expected{"twice restated"}},
        AuditCase{"SaidAgain", {figures(2023, {{"税收收入", 6.72, "亿元", 0, 2023, "actual"}}), figures(2024, {{"税收收入", 6.72, "亿元", 0, 2023, "actual"}})}, Expected{}},
        AuditCase{"SaidAgainRounded", {figures(2023, {{"税收收入", 6.72, "亿元", 0, 2023, "actual"}}), figures(2024, {{"税收收入", 6.7, "亿元", 0, 2023, "actual"}})}, Expected{}},
        AuditCase{"TwiceInOneReport", {figures(2023, {{"税收收入", 6.72, "亿元", 2.3, 2023, "actual"}, {"税收收入", 8.1, "亿元", 2.3, 2023, "actual"}})}, Expected{"twice contradiction"}},
        AuditCase{"TheNextYearReadAsThisOne", {figures(2023, {{"税收收入", 6.72, "亿元", 0, 2023, "actual"}}), figures(2024, {{"税收收入", 7.41, "亿元", 10.3, 2023, "actual"}})}, Expected{}}),
    [](const auto& test) { return test.param.name; });

Extraction spending(double total, double spent) {
  DocumentBuilder document("d1");
  document.mention("zone", "荆门高新区", {{"reporting", 1.0}});
  const auto project = document.mention("project", "再生铝");
  for (const auto& [kind, amount] : {std::pair{std::string("total"), total}, std::pair{std::string("cumulative"), spent}})
    document.relation("invested_in", document.mention("investment", kind, {{"amount", amount}, {"kind", kind}}), project);
  return document.build();
}

TEST(Audit, MoneySpentAgainstTheWholeSum) {
  EXPECT_EQ(findings({spending(9.6e8, 4.2e8)}), Expected{"progress fits"});
  EXPECT_EQ(findings({spending(9.6e8, 10e8)}), Expected{"progress unclear"});
  EXPECT_EQ(findings({spending(9.6e8, 42e8)}), Expected{"progress contradiction"});
}

AuditCase years(const std::string& name, const std::vector<double>& values, const Expected& expected) {
  AuditCase result{name, {}, expected};
  for (int year = 2020; const double value : values) {
    result.documents.push_back(figures(year, {{"税收收入", value, "亿元", 0, year, "actual"}}));
    ++year;
  }
  return result;
}

INSTANTIATE_TEST_SUITE_P(Siblings, Audit,
                         testing::Values(years("ValuesOfOneOrder", {6.1, 6.4, 6.9, 7.4}, {}),
                                         years("ValueOfAnotherOrder", {6.1, 64, 6.9, 7.4}, {"magnitude unclear"}),
                                         years("TwoYearsAreTooFew", {6.1, 64}, {})),
                         [](const auto& test) { return test.param.name; });

// What a document says about its own figures.
struct Claimed {
  double claimed;
  bool open, exact;
  std::vector<std::pair<std::string, double>> items; // things that the list names, with their own figures (0: none)
};

std::string list_verdict(const Claimed& claimed, const std::string& type = "project") {
  DocumentBuilder document("d1");
  document.mention("zone", "荆门高新区", {{"reporting", 1.0}});
  ToldList list{{0, 500, "清单", claimed.claimed, {}}, "项目", claimed.open, claimed.exact, {}};
  for (std::uint32_t i = 0; i < claimed.items.size(); ++i) {
    const auto& [name, figure] = claimed.items[i];
    if (!name.empty()) document.mention(type, name);
    ToldFigure item{10 * i + 10, 10 * i + 16, name, {}, {}};
    if (figure != 0) item.value = figure;
    list.items.push_back(item);
  }
  document.header().lists = {list};
  const auto found = audit(link({document.build()}));
  if (found.size() != 1) return std::to_string(found.size()) + " findings";
  return found[0].rule + " " + std::string(text_of(found[0].verdict)) + ": " + found[0].arithmetic;
}

TEST(Audit, ClaimedAgainstNamed) {
  EXPECT_EQ(list_verdict({17, true, true, {{"锂盐", 0}, {"铜箔", 0}}}), "count fits: named 2 of 17");
  EXPECT_EQ(list_verdict({2, false, true, {{"锂盐", 0}, {"铜箔", 0}}}), "count fits: named 2 of 2");
  EXPECT_EQ(list_verdict({5, false, true, {{"锂盐", 0}, {"铜箔", 0}}}), "count unclear: named 2 of 5") << "it should name all";
  EXPECT_EQ(list_verdict({2, true, true, {{"锂盐", 0}, {"铜箔", 0}, {"隔膜", 0}}}), "count contradiction: named 3 of 2");
  EXPECT_EQ(list_verdict({2, true, false, {{"锂盐", 0}, {"铜箔", 0}, {"隔膜", 0}}}), "count rounding: named 3 of 2") << "2余个";
  EXPECT_EQ(list_verdict({2, true, true, {{"锂盐", 0}, {"", 0}, {"隔膜", 0}}}), "count unclear: named 3 of 2")
      << "only two of the items are known to be things";
}

TEST(Audit, PartsAgainstTheirSum) {
  EXPECT_EQ(list_verdict({17, false, true, {{"锂盐", 7}, {"铜箔", 10}}}), "sum fits: 7 + 10 = 17, said 17");
  EXPECT_EQ(list_verdict({16, false, true, {{"锂盐", 7}, {"铜箔", 10}}}), "sum contradiction: 7 + 10 = 17, said 16");
  EXPECT_EQ(list_verdict({19, false, true, {{"锂盐", 7}, {"铜箔", 10}}}), "sum unclear: 7 + 10 = 17, said 19") << "may not be all";
  EXPECT_EQ(list_verdict({17.8, false, true, {{"锂盐", 7.1}, {"铜箔", 10.6}}}), "sum rounding: 7.1 + 10.6 = 17.7, said 17.8");
}

TEST(Audit, TotalsOfTables) {
  const auto verdict = [](double total) {
    DocumentBuilder document("d1");
    document.mention("zone", "荆门高新区", {{"reporting", 1.0}});
    document.header().lists = {{{90, 94, "合计", total, {}}, "计划投资", false, true, {{10, 13, "300", 300.0, {}}, {50, 53, "500", 500.0, {}}}}};
    const auto found = audit(link({document.build()}));
    return found.size() == 1 ? std::string(text_of(found[0].verdict)) : "none";
  };
  EXPECT_EQ(verdict(800), "fits");
  EXPECT_EQ(verdict(900), "contradiction") << "a table names all of its parts";
}

// Graph files of others may hold any words for periods.
TEST(Audit, APeriodThatIsNoneIsPassedOver) {
  std::ostringstream out;
  write_json(link({figures(2022, {{"工业总产值", 100, "亿元", 0, 2022, "actual"}}), figures(2023, {{"工业总产值", 110, "亿元", 10, 2023, "actual"}})}), out);
  std::string json = out.str();
  EXPECT_EQ(audit(read_json(json, "g.json")).size(), 1u);
  for (std::size_t at = 0; (at = json.find("2023-01/2023-12", at)) != std::string::npos;) json.replace(at, 15, "abcd-01/abcd-12");
  const std::size_t document = json.find("\"period\":\"abcd-01/abcd-12\""); // a document's own period is checked
  json.replace(document + 10, 15, "2023-01/2023-12");
  EXPECT_TRUE(audit(read_json(json, "g.json")).empty());
}

struct Share {
  double part, percent;
  std::optional<double> whole;
  std::string of;
};

// The part is an indicator of the zone; its target for the year is 280亿元.
std::multiset<std::string> share_findings(const Share& share) {
  Extraction document = figures(2024, {{"规上工业总产值", share.part, "亿元", 0, 2024, "actual"}, {"规上工业总产值", 280, "亿元", 0, 2024, "target"}});
  const Evidence& part = document.mentions[1].evidence;
  ToldShare told{{part.begin, part.end + 3, "占比", share.percent, "%"}, share.of, {part.begin, part.end, "部分", share.part, "亿元"}, {}};
  if (share.whole) told.whole = {0, 4, "总体", *share.whole, "亿元"};
  document.document.shares = {told};
  std::multiset<std::string> result;
  for (const AuditFinding& f : audit(link({document})))
    if (f.arithmetic.find("said") != std::string::npos) result.insert(f.rule + " " + std::string(text_of(f.verdict)));
  return result;
}

TEST(Audit, SharesAndCompletionRates) {
  EXPECT_EQ(share_findings({98.2, 68.4, 143.5, ""}), Expected{"share fits"});
  EXPECT_EQ(share_findings({98.2, 68.9, 143.5, ""}), Expected{"share rounding"});
  EXPECT_EQ(share_findings({98.2, 64.8, 143.5, ""}), Expected{"share contradiction"});
  EXPECT_EQ(share_findings({98.2, 66.4, 143.5, ""}), Expected{"share unclear"});
  EXPECT_EQ(share_findings({98.2, 68.4, {}, ""}), Expected{}) << "of what is not told";
  EXPECT_EQ(share_findings({6.6, 55, 12, "年度计划"}), Expected{"target fits"});
  EXPECT_EQ(share_findings({6.6, 88, 12, "年度计划"}), Expected{"target contradiction"});
  EXPECT_EQ(share_findings({143.5, 51.3, {}, "全年任务"}), Expected{"target fits"}) << "the year's target stands elsewhere";
  EXPECT_EQ(share_findings({143.5, 71.3, {}, "全年任务"}), Expected{"target unclear"}) << "it may have been another target";
}

struct Said {
  int year;
  std::string status, modality;
  zkg_interval period = {0, 0};
};

// Reports by year; one without a status names the zone alone.
Graph project_graph(const std::vector<Said>& all) {
  std::vector<Extraction> documents;
  for (const Said& said : all) {
    DocumentBuilder document("d" + std::to_string(documents.size()));
    document.period(said.year * 10000 + 101, said.year * 10000 + 1231);
    document.mention("zone", "荆门高新区", {{"reporting", 1.0}});
    if (!said.status.empty()) {
      const auto project = document.mention("project", "再生铝年产5万吨");
      document.relation("located_in", project, reporting_zone);
      document.status(project, said.status, said.modality, said.period);
    }
    documents.push_back(document.build());
  }
  return link(documents);
}

std::string outcome(const std::vector<Said>& all) {
  const Graph graph = project_graph(all);
  for (std::uint32_t n = 0; n < graph.node_count(); ++n) {
    if (graph.node(n).type != "project") continue;
    const LifeCycle cycle = life_cycle(graph, n, last_zone_reports(graph));
    return cycle.targets.empty() ? "none" : std::string(text_of(cycle.targets.front().outcome));
  }
  return "no project";
}

TEST(LifeCycle, TargetsAndWhatCame) {
  const Said target{2023, "in_production", "target", {20240601, 20240630}};
  EXPECT_EQ(outcome({{2023, "started", "actual"}}), "none");
  EXPECT_EQ(outcome({target}), "open");
  EXPECT_EQ(outcome({target, {2024, "in_production", "actual", {20240501, 20240531}}}), "kept");
  EXPECT_EQ(outcome({target, {2024, "in_production", "actual", {20241201, 20241231}}}), "late");
  EXPECT_EQ(outcome({target, {2024, "halted", "actual"}}), "dropped");
  EXPECT_EQ(outcome({target, {2025, "under_construction", "actual"}}), "missed");
  EXPECT_EQ(outcome({target, {2024, "", ""}, {2025, "", ""}}), "silent");
  EXPECT_EQ(outcome({target, {2023, "", ""}}), "open") << "the other report came before it was due";
}

TEST(LifeCycle, OrderIsChecked) {
  const auto went_back = [](const std::vector<Said>& all) {
    const Graph graph = project_graph(all);
    for (std::uint32_t n = 0; n < graph.node_count(); ++n)
      if (graph.node(n).type == "project") return life_cycle(graph, n, last_zone_reports(graph)).went_back.size();
    return std::size_t{99};
  };
  EXPECT_EQ(went_back({{2022, "started", "actual"}, {2023, "in_production", "actual"}}), 0u);
  EXPECT_EQ(went_back({{2022, "in_production", "actual"}, {2023, "signed", "actual"}}), 1u);
  EXPECT_EQ(went_back({{2022, "completed", "actual"}, {2023, "trial", "actual"}}), 0u);
}

TEST(Series, OneFigureThroughTheYears) {
  const Graph graph = link({figures(2023, {{"税收收入", 6.72, "亿元", -2.3, 2023, "actual"}, {"税收收入", 7.3, "亿元", 0, 2024, "target"}}),
                            figures(2024, {{"税收收入", 74100, "万元", 10.3, 2024, "actual"}, {"税收收入", 6.5, "亿元", 0, 2023, "actual"}})});
  const auto all = indicator_series(graph);
  ASSERT_EQ(all.size(), 1u);
  std::vector<std::string> points;
  for (const Point& p : all[0].points) points.push_back(p.period.substr(0, 4) + " " + p.modality + " " + std::to_string(std::llround(*p.value / 1e4)));
  EXPECT_EQ(points, (std::vector<std::string>{"2023 actual 67200", "2023 actual 65000", "2024 actual 74100", "2024 target 73000"}));
  const auto changed = restated(graph, all[0]);
  ASSERT_EQ(changed.size(), 1u);
  EXPECT_EQ(*changed[0].second->value, 6.5e8);
}

TEST(Series, CopiesOfOneParagraphAreOneSource) {
  const Told figure{"税收收入", 6.72, "亿元", -2.3, 2023, "actual"};
  const auto all = indicator_series(link({figures(2023, {figure}), figures(2024, {figure})}));
  ASSERT_EQ(all.size(), 1u);
  ASSERT_EQ(all[0].points.size(), 1u);
  EXPECT_EQ(all[0].points[0].documents.size(), 2u);
}

std::multiset<std::string> changes(const Graph& older, const Graph& newer) {
  std::multiset<std::string> result;
  for (const Change& c : compare_graphs(older, newer))
    result.insert(std::string(text_of(c.kind)) + " " + c.name + (c.before.empty() ? "" : " " + c.before) + (c.after.empty() ? "" : " " + c.after));
  return result;
}

TEST(Diff, ProgressTargetsAndRestatedFigures) {
  const Graph older = project_graph({{2022, "signed", "actual"}}), newer = project_graph({{2023, "in_production", "actual"}});
  EXPECT_EQ(changes(older, newer), Expected{"progressed 再生铝年产5万吨 signed in_production"});
  EXPECT_EQ(changes(newer, older), Expected{"went back 再生铝年产5万吨 in_production signed"});
  EXPECT_EQ(changes(older, older), Expected{});
  const Graph promised = project_graph({{2022, "started", "target"}});
  EXPECT_EQ(changes(promised, newer),
            (Expected{"progressed 再生铝年产5万吨 in_production", "target kept 再生铝年产5万吨 started in_production 2023-12"}));
  EXPECT_EQ(changes(newer, promised), Expected{}) << "no word of its state is no step back";
  const Graph before = link({figures(2022, {{"税收收入", 7.3, "亿元", 0, 2024, "target"}, {"税收收入", 6.72, "亿元", 0, 2022, "actual"}})});
  const Graph after = link({figures(2023, {{"税收收入", 7.0, "亿元", 0, 2024, "target"}, {"税收收入", 6.5, "亿元", 0, 2022, "actual"}})});
  EXPECT_EQ(changes(before, after), (Expected{"target lowered 荆门高新区 税收收入 2024-01/2024-12 7.3亿元 7亿元",
                                              "restated 荆门高新区 税收收入 2022-01/2022-12 6.72亿元 6.5亿元"}));
  EXPECT_EQ(changes(after, before).count("target raised 荆门高新区 税收收入 2024-01/2024-12 7亿元 7.3亿元"), 1u);
}

TEST(Diff, WhatBecameOfPromises) {
  const Said target{2023, "in_production", "target", {20240601, 20240630}};
  const Graph older = project_graph({target});
  const auto what = [&](const std::vector<Said>& newer) {
    const auto all = changes(older, project_graph(newer));
    const auto found = std::ranges::find_if(all, [](const std::string& c) { return c.starts_with("target") || c.starts_with("gone silent"); });
    return found == all.end() ? std::string("nothing") : *found;
  };
  const std::string project = " 再生铝年产5万吨 in_production 2024-06";
  EXPECT_EQ(what({{2024, "in_production", "actual", {20240501, 20240531}}}), "target kept" + project + " in_production 2024-05");
  EXPECT_EQ(what({{2024, "in_production", "actual", {20241201, 20241231}}}), "target late" + project + " in_production 2024-12");
  EXPECT_EQ(what({{2025, "under_construction", "actual"}}), "target missed" + project + " under_construction 2025-12");
  EXPECT_EQ(what({{2024, "halted", "actual"}}), "target dropped" + project + " halted 2024-12");
  EXPECT_EQ(what({{2025, "", ""}}), "gone silent" + project);
  EXPECT_EQ(what({target}), "nothing");
  EXPECT_EQ(what({{2023, "", ""}}), "nothing") << "not due yet";
}

TEST(Diff, WhatCameAndWent) {
  DocumentBuilder first("d1"), second("d2");
  const auto a = first.mention("company", "盛新锂业");
  first.relation("undertakes", a, first.mention("project", "锂盐"));
  second.mention("company", "遂宁盛新锂业有限公司");
  second.mention("fund", "荆江基金");
  EXPECT_EQ(changes(link({first.build()}), link({second.build()})),
            (Expected{"gone 锂盐", "added 荆江基金", "renamed 遂宁盛新锂业有限公司 盛新锂业 遂宁盛新锂业有限公司"}));
  DocumentBuilder both("d3"), brief("d4");
  both.mention("company", "遂宁盛新锂业有限公司");
  both.mention("company", "盛新锂业");
  brief.mention("company", "盛新锂业");
  EXPECT_EQ(changes(link({both.build()}), link({brief.build()})), Expected{}) << "a short name that was known is no news";
}

} // namespace
} // namespace zonekg
