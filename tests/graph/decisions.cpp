// Decisions of people: read, refused, replayed, and missed when what they are about is gone.
#include <algorithm>
#include <gtest/gtest.h>
#include <set>

#include "graph/extraction_store.hpp"
#include "graph/link.hpp"
#include "tests/graph/document_builder.hpp"

namespace zonekg {
namespace {

using test::DocumentBuilder;

constexpr const char* signature = R"(, "who": "wang", "when": "2024-03-01", "why": "annual report")";

std::vector<Decision> decisions(const std::string& fields) {
  return read_decisions("{" + fields + signature + "}", "d.jsonl");
}

std::set<std::string> names_of(const Graph& graph, const std::string& type) {
  std::set<std::string> result;
  for (std::size_t n = 0; n < graph.node_count(); ++n) {
    if (graph.node(n).type != type) continue;
    std::string text = graph.node(n).name;
    for (const std::string& alias : graph.node(n).aliases) text += " | " + alias;
    result.insert(text);
  }
  return result;
}

Extraction firms(const std::string& id, const std::vector<std::string>& names) {
  DocumentBuilder document(id);
  document.mention("zone", "荆门高新区", {{"reporting", 1.0}});
  for (const std::string& name : names) document.relation("located_in", document.mention("company", name), reporting_zone);
  return document.build();
}

Graph link_decided(std::vector<Extraction> documents, std::vector<Decision> decided) {
  LinkOptions options;
  options.decisions = std::move(decided);
  return link(std::move(documents), options);
}

TEST(Decisions, SameJoinsWhatNamesDoNot) {
  const std::vector<Extraction> documents = {firms("d1", {"甲方锂电"}), firms("d2", {"乙方股份"})};
  EXPECT_EQ(names_of(link_decided(documents, {}), "company").size(), 2u);
  const auto decided = decisions(R"("decide": "same", "type": "company", "names": ["甲方锂电", "乙方股份"])");
  EXPECT_EQ(names_of(link_decided(documents, decided), "company"), std::set<std::string>{"乙方股份 | 甲方锂电"});
}

TEST(Decisions, DifferentKeepsApartInOneDocumentAndAcross) {
  const auto decided =
      decisions(R"("decide": "different", "type": "company", "names": ["遂宁盛新锂业有限公司", "盛新锂业"])");
  const std::vector<Extraction> together = {firms("d1", {"遂宁盛新锂业有限公司", "盛新锂业"})};
  const std::vector<Extraction> across = {firms("d1", {"遂宁盛新锂业有限公司"}), firms("d2", {"盛新锂业"}), firms("d3", {"盛新锂业"})};
  for (const auto& documents : {together, across}) {
    EXPECT_EQ(names_of(link_decided(documents, {}), "company").size(), 1u);
    EXPECT_EQ(names_of(link_decided(documents, decided), "company"),
              (std::set<std::string>{"遂宁盛新锂业有限公司", "盛新锂业"}))
        << "and the two reports' 盛新锂业 stay one";
  }
}

TEST(Decisions, RenameRetypeAndReject) {
  const std::vector<Extraction> documents = {firms("d1", {"北斗卫星", "国家开发银行"})};
  EXPECT_EQ(names_of(link_decided(documents, decisions(R"("decide": "rename", "type": "company", "name": "北斗卫星", "to": "北斗卫星导航有限公司")")), "company"),
            (std::set<std::string>{"北斗卫星导航有限公司 | 北斗卫星", "国家开发银行"}));
  const Graph retyped = link_decided(documents, decisions(R"("decide": "retype", "type": "company", "name": "北斗卫星", "to": "project")"));
  EXPECT_EQ(names_of(retyped, "project"), std::set<std::string>{"北斗卫星"});
  const Graph rejected = link_decided(documents, decisions(R"("decide": "reject", "edge": "located_in", "names": ["国家开发银行", "荆门高新区"])"));
  EXPECT_EQ(rejected.edge_count(), 1u);
  EXPECT_EQ(rejected.node(rejected.edge(0).source).name, "北斗卫星");
}

TEST(Decisions, RenamingKeepsTheId) {
  const std::vector<Extraction> documents = {firms("d1", {"北斗卫星"})};
  const Graph before = link_decided(documents, {});
  const Graph after = link_decided(documents, decisions(R"("decide": "rename", "type": "company", "name": "北斗卫星", "to": "别的名字")"));
  EXPECT_EQ(before.node(0).id, after.node(0).id);
}

TEST(Decisions, AlarmsNameWhatIsGone) {
  const std::vector<Extraction> documents = {firms("d1", {"北斗卫星"})};
  const auto alarms = [&](const std::string& fields) { return stale_decisions(decisions(fields), ExtractionStore(documents), "d.jsonl"); };
  EXPECT_TRUE(alarms(R"("decide": "rename", "type": "company", "name": "北斗卫星", "to": "x")").empty());
  const auto gone = alarms(R"("decide": "same", "type": "company", "names": ["北斗卫星", "天枢卫星"])");
  ASSERT_EQ(gone.size(), 1u);
  EXPECT_EQ(gone[0].where, "d.jsonl:1");
  EXPECT_NE(gone[0].message.find("天枢卫星"), std::string::npos);
  EXPECT_EQ(gone[0].message.find("北斗卫星"), std::string::npos);
  EXPECT_EQ(alarms(R"("decide": "rename", "type": "zone", "name": "北斗卫星", "to": "x")").size(), 1u) << "of another type";
  EXPECT_TRUE(alarms(R"("decide": "reject", "edge": "located_in", "names": ["北斗卫星", "荆门高新区"], "words": "located_in")").empty());
  EXPECT_EQ(alarms(R"("decide": "reject", "edge": "located_in", "names": ["北斗卫星", "荆门高新区"], "words": "落户")").size(), 1u);
}

TEST(Decisions, FilesHoldCommentsAndEmptyLines) {
  const std::string line = R"({"decide":"same","type":"company","names":["a","b"],"who":"w","when":"2024-01-01","why":"y"})";
  const auto read = read_decisions("# names of firms\n\n" + line + "\r\n", "d.jsonl");
  ASSERT_EQ(read.size(), 1u);
  EXPECT_EQ(read[0].line, 3u);
  EXPECT_EQ(write_decision(read[0]), line);
}

class BadDecisions : public testing::TestWithParam<std::string> {};
TEST_P(BadDecisions, AreRefusedWithTheirLine) {
  try {
    read_decisions("\n" + GetParam(), "d.jsonl");
    FAIL() << GetParam();
  } catch (const InputError& error) {
    EXPECT_EQ(std::string(error.what()).rfind("d.jsonl: line 2: ", 0), 0u) << error.what();
  }
}
INSTANTIATE_TEST_SUITE_P(
    All, BadDecisions,
    testing::Values("{", "[]", "{}", R"({"decide":"merge","names":["a","b"],"who":"w","when":"x","why":"y"})",
                    R"({"decide":"same","type":"company","names":["a"],"who":"w","when":"x","why":"y"})",
                    R"({"decide":"same","names":["a","b"],"who":"w","when":"x","why":"y"})",
                    R"({"decide":"rename","type":"zone","name":"a","who":"w","when":"x","why":"y"})",
                    R"({"decide":"reject","names":["a","b"],"who":"w","when":"x","why":"y"})",
                    R"({"decide":"same","type":"zone","names":["a",3],"who":"w","when":"x","why":"y"})",
                    R"({"decide":"same","type":"zone","names":["a","b"],"when":"x","why":"y"})", "\xFF"));

std::string id_of(const Graph& graph, const std::string& name) {
  for (std::size_t n = 0; n < graph.node_count(); ++n) {
    const Node& node = graph.node(n);
    if (node.name == name || std::find(node.aliases.begin(), node.aliases.end(), name) != node.aliases.end()) return node.id;
  }
  return {};
}

TEST(StableIds, StayWhenADocumentTellsAFullerName) {
  for (const auto& [brief, full] : std::vector<std::pair<std::string, std::string>>{
           {"盛新锂业", "遂宁盛新锂业有限公司"}, {"鼎丰集团", "鼎丰集团有限公司"}, {"盛屯", "盛屯集团"}}) {
    const std::string before = id_of(link({firms("d1", {brief})}), brief);
    const Graph after = link({firms("d1", {brief}), firms("d2", {full})});
    EXPECT_EQ(id_of(after, full), before) << full;
    EXPECT_EQ(names_of(after, "company").size(), 1u) << full;
  }
  DocumentBuilder first("d1"), second("d2");
  first.mention("zone", "射洪经开区", {{"reporting", 1.0}});
  second.mention("zone", "四川射洪经济开发区", {{"reporting", 1.0}});
  EXPECT_EQ(id_of(link({first.build()}), "射洪经开区"), id_of(link({first.build(), second.build()}), "四川射洪经济开发区"));
}

TEST(StableIds, AreTwoForTwo) {
  const Graph graph = link({firms("d1", {"湖北亿纬动力有限公司", "荆门亿纬动力有限公司"})});
  EXPECT_NE(id_of(graph, "湖北亿纬动力有限公司"), id_of(graph, "荆门亿纬动力有限公司"));
}

} // namespace
} // namespace zonekg
