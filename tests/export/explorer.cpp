#include "export/explorer.hpp"

#include <gtest/gtest.h>
#include <rapidjson/document.h>
#include <set>
#include <sstream>

#include "export/explorer_data.hpp"
#include "export/filter.hpp"
#include "export/script_text.hpp"
#include "export/style.hpp"
#include "tests/export/nasty_graph.hpp"

namespace zonekg {
namespace {

std::string escaped(const std::vector<std::string>& pieces) {
  std::ostringstream out;
  {
    ScriptText script(out);
    std::ostream stream(&script);
    for (const std::string& piece : pieces) stream << piece;
  }
  return out.str();
}

TEST(ScriptText, HoldsNothingThatAPageWouldRead) {
  const std::pair<std::vector<std::string>, const char*> cases[] = {
      {{"\"a\""}, "\"a\""},
      {{"\"</script><!--&\""}, "\"\\u003c/script\\u003e\\u003c!--\\u0026\""},
      {{"a\u2028b\u2029c"}, "a\\u2028b\\u2029c"},
      {{"a\xE2", "\x80", "\xA8", "b"}, "a\\u2028b"},
      {{"\xE2\x80", "<"}, "\xE2\x80\\u003c"},
      {{"\xE2\xE2\x80\xA8"}, "\xE2\\u2028"},
      {{"\xE2\x80\xE2\x80\xA9"}, "\xE2\x80\\u2029"},
      {{"“…€"}, "“…€"},
      {{"\xE2"}, "\xE2"},
      {{}, ""}};
  for (const auto& [pieces, expected] : cases) EXPECT_EQ(escaped(pieces), expected);
}

// Whatever pieces the text comes in, it is the same JSON.
TEST(ScriptText, ChangesHowItIsWrittenOnly) {
  const std::string letters[] = {"<", ">", "&", "\xE2", "\x80", "\xA8", "\xA9", "a", "区"};
  std::uint32_t state = 1;
  for (int round = 0; round < 2'000; ++round) {
    std::vector<std::string> pieces;
    std::string plain;
    for (int i = 0; i < 12; ++i) {
      state = state * 1664525u + 1013904223u;
      const std::string& letter = letters[(state >> 16) % std::size(letters)];
      plain += letter;
      if (state % 3 == 0 || pieces.empty()) pieces.emplace_back();
      pieces.back() += letter;
    }
    std::string text = escaped(pieces);
    EXPECT_EQ(text.find_first_of("<>&"), std::string::npos);
    EXPECT_EQ(text.find("\u2028"), std::string::npos);
    EXPECT_EQ(text.find("\u2029"), std::string::npos);
    for (const auto& [escape, meaning] : {std::pair{"\\u003c", "<"}, {"\\u003e", ">"}, {"\\u0026", "&"},
                                          {"\\u2028", "\u2028"}, {"\\u2029", "\u2029"}})
      for (std::size_t at = text.find(escape); at != std::string::npos; at = text.find(escape, at)) text.replace(at, 6, meaning);
    EXPECT_EQ(text, plain);
  }
}

// The page without its data, and the data.
std::pair<std::string, std::string> taken_apart(const std::string& page) {
  const std::string begin = "<script type=\"application/json\" id=\"zonekg-data\">", end = "</script>";
  const std::size_t from = page.find(begin) + begin.size(), to = page.find(end, from);
  return {page.substr(0, from) + "{}" + page.substr(to), page.substr(from, to - from)};
}

rapidjson::Document parsed(const std::string& json) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseValidateEncodingFlag>(json.data(), json.size());
  EXPECT_FALSE(document.HasParseError()) << document.GetErrorOffset();
  return document;
}

rapidjson::Document data_of(const Graph& graph, const DocumentText& text = {}) {
  std::ostringstream out;
  EXPECT_EQ(write_explorer(graph, text, out), "");
  return parsed(taken_apart(out.str()).second);
}

TEST(Explorer, PageHasOnePlaceForTheDataAndOnePolicy) {
  const std::string page(explorer_page());
  const auto count = [&](const std::string& text) {
    std::size_t found = 0;
    for (std::size_t at = page.find(text); at != std::string::npos; at = page.find(text, at + 1)) ++found;
    return found;
  };
  EXPECT_EQ(count("<script type=\"application/json\" id=\"zonekg-data\">{}</script>"), 1u);
  EXPECT_EQ(count("connect-src 'none'"), 1u);
  EXPECT_EQ(count("http-equiv=\"Content-Security-Policy\""), 1u);
  const std::string_view policy = content_policy(page);
  EXPECT_TRUE(policy.starts_with("default-src 'none'")) << policy;
  for (const char* loose : {"unsafe-eval", "script-src 'unsafe-inline'", "http:", "https:", "*"})
    EXPECT_EQ(policy.find(loose), std::string_view::npos) << loose;
}

TEST(Explorer, ServedPageAsksItsServerOnly) {
  const std::string page = served_explorer_page();
  EXPECT_NE(content_policy(page).find("connect-src 'self'"), std::string_view::npos);
  EXPECT_EQ(page.find("connect-src 'none'"), std::string::npos);
  EXPECT_EQ(taken_apart(page).second, "{\"version\":1,\"served\":\"data.json\"}");
}

TEST(Explorer, HostileNamesStayText) {
  std::ostringstream out;
  write_explorer(test::nasty_graph(), [](std::uint32_t) { return "</script><script>alert(1)</script>\u2028"; }, out);
  const auto [page, data] = taken_apart(out.str());
  EXPECT_EQ(page, explorer_page());
  for (const char* bad : {"<", ">", "&", "\u2028", "\u2029"}) EXPECT_EQ(data.find(bad), std::string::npos) << bad;
  const auto json = parsed(data);
  std::set<std::string> names;
  for (const auto& node : json["graph"]["nodes"].GetArray()) names.insert(node["name"].GetString());
  for (const char* name : {"</script><script>alert(1)</script>", "]]> <![CDATA[ <!-- --> <a b=\"c\">&amp;&lt;&#65;&"})
    EXPECT_TRUE(names.contains(name)) << name;
  EXPECT_STREQ(json["documents"][0]["text"].GetString(), "</script><script>alert(1)</script>\u2028");
}

TEST(Explorer, DataIsAlignedWithTheNodes) {
  const Graph graph = test::nasty_graph();
  const auto json = data_of(graph);
  EXPECT_EQ(json["version"].GetInt(), 1);
  EXPECT_EQ(json["whole"]["nodes"].GetUint64(), graph.node_count());
  EXPECT_EQ(json["whole"]["edges"].GetUint64(), graph.edge_count());
  EXPECT_EQ(json["graph"]["nodes"].Size(), graph.node_count());
  EXPECT_EQ(json["graph"]["links"].Size(), graph.edge_count());
  EXPECT_EQ(json["layout"]["x"].Size(), graph.node_count());
  EXPECT_EQ(json["layout"]["y"].Size(), graph.node_count());
  EXPECT_EQ(json["pinyin"].Size(), graph.node_count());
  EXPECT_TRUE(json["shown"]["all"].GetBool());
  EXPECT_EQ(json["documents"].Size(), 2u);
  EXPECT_FALSE(json["documents"][0].HasMember("text"));
  for (std::size_t i = 0; i < graph.node_count(); ++i)
    EXPECT_TRUE(json["types"]["nodes"].HasMember(graph.node(i).type.c_str())) << graph.node(i).type;
  // States that are stated: of every node of the nasty graph.
  EXPECT_EQ(json["life_cycles"].MemberCount(), graph.node_count());
}

TEST(Explorer, AnEmptyGraphIsAPageToo) {
  const auto json = data_of(Graph());
  EXPECT_EQ(json["graph"]["nodes"].Size(), 0u);
  EXPECT_EQ(json["layout"]["x"].Size(), 0u);
  EXPECT_STREQ(json["title"].GetString(), "zonekg");
}

Graph stars(std::uint32_t hubs, std::uint32_t leaves) {
  std::vector<Node> nodes;
  std::vector<EdgeEnds> ends;
  for (std::uint32_t h = 0; h < hubs; ++h) {
    const auto hub = static_cast<std::uint32_t>(nodes.size());
    for (std::uint32_t i = 0; i <= leaves; ++i) {
      Node& node = nodes.emplace_back();
      node.id = "n" + std::to_string(100'000'000 + nodes.size());
      node.name = node.id;
      node.type = "zone";
      if (i > 0) ends.push_back({hub + i, hub});
    }
  }
  const std::vector<Edge> edges(ends.size(), Edge{"part_of", 1, {}, {}, {}});
  return Graph({}, std::move(nodes), std::move(ends), edges);
}

TEST(Explorer, LargeGraphsOpenOnAPart) {
  const Graph graph = stars(250, 100);
  std::ostringstream out;
  ExplorerData(graph).write(outline(graph, graph.node_count()), {}, out);
  const auto json = parsed(out.str());
  EXPECT_EQ(json["graph"]["nodes"].Size(), graph.node_count());
  EXPECT_FALSE(json["shown"]["all"].GetBool());
  EXPECT_EQ(json["shown"]["nodes"].Size(), shown_of_large);

  std::ostringstream served;
  ExplorerData(graph).write(outline(graph, shown_of_large), {}, served);
  const auto part = parsed(served.str());
  EXPECT_EQ(part["graph"]["nodes"].Size(), shown_of_large);
  EXPECT_EQ(part["layout"]["x"].Size(), shown_of_large);
  EXPECT_EQ(part["whole"]["nodes"].GetUint64(), graph.node_count());
  EXPECT_TRUE(part["shown"]["all"].GetBool());
}

TEST(Outline, HasHubsWithSomeOfTheirNeighbours) {
  const Graph graph = stars(30, 50);
  const auto nodes = outline(graph, 100);
  ASSERT_EQ(nodes.size(), 100u);
  EXPECT_TRUE(std::is_sorted(nodes.begin(), nodes.end()));
  const Graph part = part_of(graph, nodes);
  EXPECT_EQ(part.edge_count(), 90u); // ten hubs, nine leaves each
  EXPECT_EQ(outline(graph, 1'000'000).size(), graph.node_count());
}

TEST(PointColour, IsKnownOrByTheName) {
  EXPECT_EQ(point_colour({}, "zone"), "#d55e00");
  EXPECT_EQ(point_colour({}, "research_institute"), point_colour({}, "research_institute"));
  EXPECT_NE(point_colour({}, "research_institute"), point_colour({}, "policy"));
  for (const char* type : {"", "x", "policy", "\xFF"}) {
    const std::string colour = point_colour({}, type);
    ASSERT_EQ(colour.size(), 7u) << type;
    EXPECT_EQ(colour.find_first_not_of("0123456789abcdef", 1), std::string::npos) << colour;
  }
}

} // namespace
} // namespace zonekg
