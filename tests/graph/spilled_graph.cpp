// What waits outside of memory comes back as it was, and a graph that waits is written as the same graph in memory.
#include <gtest/gtest.h>

#include <cstdlib>
#include <sstream>
#include <string>
#include <system_error>
#include <vector>

#include "core/process/spill.hpp"
#include "export/writers.hpp"
#include "graph/link.hpp"
#include "graph/spilled_graph.hpp"
#include "tests/graph/document_builder.hpp"

namespace zonekg {
namespace {

using test::DocumentBuilder;

TEST(Spill, GivesBackWhatItTook) {
  for (const std::size_t room : {std::size_t{0}, std::size_t{1}, std::size_t{10}, std::size_t{1000}}) {
    Spill spill(room);
    std::vector<std::string> texts;
    std::vector<Spill::Piece> pieces;
    for (std::size_t size : {3u, 0u, 12u, 7u, 1u, 40u, 9u, 0u, 2u}) {
      texts.emplace_back(size, static_cast<char>('a' + texts.size()));
      pieces.push_back(spill.add(texts.back()));
      for (std::size_t i = texts.size(); i-- > 0;) {
        std::string read = "left over";
        spill.read(pieces[i], read);
        EXPECT_EQ(read, texts[i]) << "room " << room << ", piece " << i;
      }
    }
  }
}

TEST(Spill, SaysWhereItCannotWrite) {
  const char* before = std::getenv("TMPDIR");
  const std::string old = before == nullptr ? "" : before;
  setenv("TMPDIR", "/proc/no-such-folder", 1);
  Spill spill(4);
  EXPECT_NO_THROW(spill.add("four"));
  try {
    spill.add("five");
    ADD_FAILURE() << "there is no such folder";
  } catch (const std::system_error& error) {
    EXPECT_NE(std::string(error.what()).find("/proc/no-such-folder"), std::string::npos);
    EXPECT_NE(std::string(error.what()).find("TMPDIR"), std::string::npos);
  }
  if (before == nullptr) unsetenv("TMPDIR");
  else setenv("TMPDIR", old.c_str(), 1);
}

TEST(SpilledRows, AreFoundByNumber) {
  SpilledRows rows;
  for (int i = 0; i < 1000; ++i) rows.add(std::string(static_cast<std::size_t>(i), 'x') + std::to_string(i));
  ASSERT_EQ(rows.size(), 1000u);
  std::string row;
  for (const std::size_t i : {999u, 0u, 500u, 1u, 998u}) {
    rows.read(i, row);
    EXPECT_EQ(row, std::string(i, 'x') + std::to_string(i));
  }
}

Extraction report(const std::string& id, const std::string& zone) {
  DocumentBuilder document(id);
  if (!zone.empty()) document.mention("zone", zone);
  const auto firm = document.mention("company", "廷砾铝业有限公司"), project = document.mention("project", "廷砾铝业高端铝箔一期"),
             next = document.mention("project", "廷砾铝业高端铝箔二期");
  document.relation("located_in", firm, reporting_zone);
  document.relation("undertakes", firm, project);
  document.relation("undertakes", firm, next);
  Extraction made = document.build();
  made.document.lists.push_back({{1, 4, "2个", 2.0, "个"}, "项目", true, false, {{1, 2, "一", {}, ""}}});
  return made;
}

std::vector<Decision> decided(const std::string& fields) { return read_decisions("{" + fields + R"(, "who": "w", "when": "2026-01-01", "why": "y"})", "decisions"); }

TEST(SpilledGraph, IsWrittenAsTheGraphInMemory) {
  const std::vector<Extraction> documents = {report("d1", "荆门高新区"), report("d2", ""), report("d3", "荆门高新区"), report("d4", "岚溪经开区")};
  struct Case {
    const char* what;
    std::vector<Decision> decisions;
    bool documents;
  };
  const Case cases[] = {
      {"plain", {}, false},
      {"with documents", {}, true},
      {"renamed", decided(R"("decide": "rename", "type": "company", "name": "廷砾铝业有限公司", "to": "廷砾")"), true},
      {"rejected", decided(R"("decide": "reject", "edge": "undertakes", "names": ["廷砾铝业有限公司", "廷砾铝业高端铝箔一期"])"), false},
  };
  for (const Case& test : cases) {
    LinkOptions options;
    options.decisions = test.decisions;
    options.documents = test.documents;
    const auto waiting = link_spilled(ExtractionStore(documents), options);
    const Graph graph = link(documents, options);
    ASSERT_GT(graph.edge_count(), 0u) << test.what;
    EXPECT_EQ(waiting->node_count(), graph.node_count()) << test.what;
    std::ostringstream streamed, written, streamed_xml, written_xml;
    stream_json(*waiting, streamed, 1);
    write_json(graph, written);
    EXPECT_EQ(streamed.str(), written.str()) << test.what;
    EXPECT_NE(written.str().find("\"lists\":["), std::string::npos) << test.what;
    stream_graphml(*waiting, streamed_xml, 2);
    write_graphml(graph, written_xml);
    EXPECT_EQ(streamed_xml.str(), written_xml.str()) << test.what;
  }
}

} // namespace
} // namespace zonekg
