// Conditions, names, ways, ranks and sets; comparison cards; dossiers.
#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <sstream>

#include "graph/algorithms.hpp"
#include "graph/card.hpp"
#include "graph/dossier.hpp"
#include "graph/link.hpp"
#include "graph/node_context.hpp"
#include "graph/query.hpp"
#include "tests/graph/document_builder.hpp"

namespace zonekg {
namespace {

using test::DocumentBuilder;

// Two zones; 盛新 builds 锂盐 (2亿元, in production) here, 港青 粮油 (5000万元, started) there; a bank lends to both firms.
Graph sample() {
  DocumentBuilder here("d1", "开化经开区工作总结"), there("d2", "钦州园区工作总结");
  here.mention("zone", "开化经开区", {{"reporting", 1.0}});
  there.mention("zone", "钦州产业园", {{"reporting", 1.0}});
  const auto fill = [](DocumentBuilder& d, const char* firm, const char* project, double total, const char* status) {
    const auto f = d.mention("company", firm), p = d.mention("project", project), bank = d.mention("company", "国开银行支行");
    d.relation("undertakes", f, p).relation("located_in", p, reporting_zone).relation("located_in", f, reporting_zone);
    d.relation("finances", bank, f).status(p, status);
    d.relation("invested_in", d.mention("investment", "总投资", {{"amount", total}, {"kind", std::string("total")}}), p);
  };
  fill(here, "盛新锂业", "锂盐", 2e8, "in_production");
  fill(there, "港青油脂", "粮油", 5e7, "started");
  return link({here.build(), there.build()});
}

std::set<std::string> found(const Graph& graph, const std::string& where) {
  std::set<std::string> names;
  const Fields fields(graph);
  const Where parsed = parse_where(where);
  for (std::uint32_t n = 0; n < graph.node_count(); ++n)
    if (matches(fields, n, parsed)) names.insert(graph.node(n).name);
  return names;
}

TEST(Where, Conditions) {
  const Graph graph = sample();
  using Names = std::set<std::string>;
  EXPECT_EQ(found(graph, "type=project and status=in_production"), Names{"锂盐"});
  EXPECT_EQ(found(graph, "type=project and zone~开化 and total>=1e8"), Names{"锂盐"});
  EXPECT_EQ(found(graph, "type=project and total<1亿"), Names{"粮油"});
  EXPECT_EQ(found(graph, "total>=5000万 and type = project"), (Names{"粮油", "锂盐"}));
  EXPECT_EQ(found(graph, "name=锂盐 or name='粮油'"), (Names{"粮油", "锂盐"}));
  EXPECT_EQ(found(graph, "type=project and status!=started"), Names{"锂盐"});
  EXPECT_EQ(found(graph, "type=company and zone!~开化 and project~粮"), Names{"港青油脂"});
  EXPECT_EQ(found(graph, "type=company and documents>1"), Names{"国开银行支行"});
  EXPECT_EQ(found(graph, "").size(), graph.node_count() - 1) << "both amounts have one name";
}

class BadWhere : public testing::TestWithParam<std::string> {};
TEST_P(BadWhere, IsWrongUsage) { EXPECT_THROW(found(sample(), GetParam()), UsageError); }
INSTANTIATE_TEST_SUITE_P(All, BadWhere,
                         testing::Values("status", "=x", "a=b c=d and", "a='b", "total>=viel", "a=b and ", "a='b' c=d"));

TEST(Amounts, AsPeopleWriteThem) {
  EXPECT_EQ(parse_amount("1e8"), 1e8);
  EXPECT_EQ(parse_amount("1.5亿"), 1.5e8);
  EXPECT_EQ(parse_amount("5000万"), 5e7);
  EXPECT_EQ(parse_amount("1万亿"), 1e12);
  for (const char* bad : {"", "亿", "1亿元", "x", "1 2"}) EXPECT_EQ(parse_amount(bad), std::nullopt) << bad;
}

TEST(FindNodes, EqualNamesBeforeParts) {
  const Graph graph = sample();
  const auto names = [&](const char* text, const char* type = "") {
    std::vector<std::string> result;
    for (const std::uint32_t n : find_nodes(graph, text, type)) result.push_back(graph.node(n).name);
    return result;
  };
  EXPECT_EQ(names("锂盐"), std::vector<std::string>{"锂盐"});
  EXPECT_EQ(names("盛新"), std::vector<std::string>{"盛新锂业"});
  EXPECT_EQ(names("港脂"), std::vector<std::string>{"港青油脂"});
  EXPECT_EQ(names("国开银行支行", "project"), std::vector<std::string>{});
  EXPECT_EQ(names(find_nodes(graph, "锂盐").empty() ? "" : graph.node(find_nodes(graph, "锂盐")[0]).id.c_str()), std::vector<std::string>{"锂盐"});
}

std::uint32_t node(const Graph& graph, const char* name) { return find_nodes(graph, name).at(0); }

TEST(Paths, ShortestOnesWithTheirEdges) {
  const Graph graph = sample();
  const auto paths = shortest_paths(graph, node(graph, "锂盐"), node(graph, "港青油脂"), 5, 8);
  ASSERT_EQ(paths.size(), 1u);
  std::vector<std::string> names;
  for (const std::uint32_t n : paths[0].nodes) names.push_back(graph.node(n).name);
  EXPECT_EQ(names, (std::vector<std::string>{"锂盐", "盛新锂业", "国开银行支行", "港青油脂"}));
  ASSERT_EQ(paths[0].edges.size(), 3u);
  EXPECT_EQ(graph.edge(paths[0].edges[0]).edge.type, "undertakes");
  EXPECT_TRUE(shortest_paths(graph, node(graph, "锂盐"), node(graph, "港青油脂"), 5, 2).empty()) << "too long";
  EXPECT_EQ(shortest_paths(graph, 0, 0, 5, 8).at(0).edges.size(), 0u);
}

TEST(Ranks, OfAStar) {
  DocumentBuilder document("d1");
  document.mention("zone", "射洪经开区", {{"reporting", 1.0}});
  for (const char* name : {"甲锂业", "乙锂业", "丙锂业"}) document.relation("located_in", document.mention("company", name), reporting_zone);
  const Graph graph = link({document.build()});
  const std::uint32_t hub = node(graph, "射洪经开区"), leaf = node(graph, "甲锂业");
  EXPECT_EQ(rank(graph, Measure::degree)[hub], 3);
  EXPECT_EQ(rank(graph, Measure::degree)[leaf], 1);
  EXPECT_DOUBLE_EQ(rank(graph, Measure::betweenness)[hub], 1);
  EXPECT_DOUBLE_EQ(rank(graph, Measure::betweenness)[leaf], 0);
  double sum = 0;
  for (const double value : rank(graph, Measure::pagerank)) sum += value;
  EXPECT_NEAR(sum, 1, 1e-9);
  EXPECT_GT(rank(graph, Measure::pagerank)[hub], rank(graph, Measure::pagerank)[leaf]);
  EXPECT_TRUE(rank(Graph(), Measure::betweenness).empty());
}

TEST(Sets, PartsAndCommunities) {
  const Graph graph = sample();
  EXPECT_EQ(connected_parts(graph).size(), 1u);
  const NodeSets sets = communities(graph);
  EXPECT_EQ(sets.size(), 2u) << "the bank sides with one of the two zones";
  EXPECT_GT(modularity(graph, sets), 0.2);
  EXPECT_NEAR(modularity(graph, connected_parts(graph)), 0, 1e-9);
  EXPECT_TRUE(communities(Graph()).empty());
}

TEST(Cards, TellPartByPart) {
  DocumentBuilder document("d1");
  document.mention("zone", "射洪经开区", {{"reporting", 1.0}});
  for (const char* name : {"盛虹炼化", "盛虹石化"}) document.relation("located_in", document.mention("company", name), reporting_zone);
  document.mention("company", "遂宁盛新锂业有限公司");
  document.mention("company", "盛新锂业");
  const Graph graph = link({document.build()});
  const Cards cards(graph);
  const Card two = cards.compare_nodes(node(graph, "盛虹炼化"), node(graph, "盛虹石化"));
  EXPECT_EQ(two.verdict, NameVerdict::different);
  EXPECT_EQ(two.rule, "other-trade");
  std::set<std::string> rows;
  for (const CardRow& row : two.rows) rows.insert(row.part + " " + row.a + " " + row.b + " " + std::string(text_of(row.agreement)));
  EXPECT_TRUE(rows.contains("brand 盛虹 盛虹 equal"));
  EXPECT_TRUE(rows.contains("trade 炼化 石化 different"));
  const Card one = cards.compare_names(node(graph, "盛新锂业"), "盛新锂业", "遂宁盛新锂业有限公司");
  EXPECT_EQ(one.verdict, NameVerdict::same);
  EXPECT_EQ(one.rule, "place-and-legal-form");
  EXPECT_GT(one.score, two.score);
}

// One report calls the project by its firm alone, the next by what is built as well: a person may know.
TEST(Cards, AskAboutProjectsThatCarryNothingButTheirFirmsName) {
  const auto asks = [](const std::string& other, const std::string& firm) {
    DocumentBuilder first("d1"), second("d2");
    for (DocumentBuilder* document : {&first, &second}) {
      document->mention("zone", "射洪经开区", {{"reporting", 1.0}});
      const auto owner = document->mention("company", document == &first ? "港青油脂" : firm);
      const auto work = document->mention("project", document == &first ? "港青油脂" : other);
      document->relation("undertakes", owner, work).relation("located_in", work, reporting_zone);
    }
    const Graph graph = link({first.build(), second.build()});
    return Cards(graph).open_questions(10).size();
  };
  EXPECT_EQ(asks("港青油脂的粮油加工", "港青油脂"), 1u);
  EXPECT_EQ(asks("港青油脂二期", "港青油脂"), 0u) << "a phase is another project";
  EXPECT_EQ(asks("沃丰饲料", "沃丰饲料"), 0u) << "another firm's";
}

TEST(Cards, TellWhoseAProjectIs) {
  DocumentBuilder document("d1");
  document.mention("zone", "射洪经开区", {{"reporting", 1.0}});
  const auto work = document.mention("project", "高端铝箔");
  document.mention("project", "廷砾铝业高端铝箔");
  document.relation("undertakes", document.mention("company", "廷砾铝业有限公司"), work);
  const Graph graph = link({document.build()});
  const Cards cards(graph);
  const std::uint32_t project = node(graph, "廷砾铝业高端铝箔");
  EXPECT_EQ(cards.compare_names(project, "高端铝箔", "廷砾铝业高端铝箔").rule, undertaken_by);
  EXPECT_EQ(cards.compare_names(project, "高端铝箔", "柏珑精工高端铝箔").verdict, NameVerdict::unsure) << "not by that one";
}

TEST(Cards, OpenQuestionsAreThoseThatNamesLeaveOpen) {
  DocumentBuilder document("d1");
  document.mention("zone", "射洪经开区", {{"reporting", 1.0}});
  for (const char* name : {"湖北亿纬动力有限公司", "荆门亿纬动力有限公司", "亿纬动力", "华星光电有限公司"})
    document.relation("located_in", document.mention("company", name), reporting_zone);
  const Graph graph = link({document.build()});
  std::set<std::string> questions;
  for (const Card& card : Cards(graph).open_questions(10))
    for (const std::uint32_t n : {card.a, card.b}) questions.insert(graph.node(n).name);
  EXPECT_EQ(questions, (std::set<std::string>{"湖北亿纬动力有限公司", "荆门亿纬动力有限公司", "亿纬动力"}));
}

TEST(Dossiers, EveryLineHasItsSource) {
  const Graph graph = sample();
  const Dossier dossier = make_dossier(graph, node(graph, "锂盐"));
  std::set<std::string> titles;
  for (const DossierSection& section : dossier.sections) {
    titles.insert(section.title);
    for (const DossierLine& line : section.lines) EXPECT_NE(line.evidence.empty(), section.title != "facts") << line.text;
  }
  EXPECT_EQ(titles, (std::set<std::string>{"names", "facts", "states", "money", "← undertakes", "→ located_in", "documents"}));
}

TEST(Dossiers, PagesEscapeWhatNamesHold) {
  DocumentBuilder document("d1", "<b>&\"");
  document.mention("company", "<script>*公司_[x](y)");
  const Graph graph = link({document.build()});
  std::ostringstream html, markdown;
  write_dossier_html(graph, make_dossier(graph, 0), false, html);
  write_dossier_markdown(graph, make_dossier(graph, 0), true, markdown);
  EXPECT_EQ(html.str().find("<script>"), std::string::npos);
  EXPECT_NE(html.str().find("&lt;script&gt;"), std::string::npos);
  EXPECT_NE(markdown.str().find("\\<script\\>\\*公司\\_\\[x\\](y)"), std::string::npos);
  EXPECT_NE(markdown.str().find("## 名称"), std::string::npos);
}

} // namespace
} // namespace zonekg
