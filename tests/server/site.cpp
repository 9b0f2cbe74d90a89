#include "cli/server/site.hpp"

#include <gtest/gtest.h>
#include <rapidjson/document.h>
#include <set>

#include "cli/server/query.hpp"
#include "cli/server/search.hpp"
#include "tests/export/nasty_graph.hpp"

namespace zonekg {
namespace {

// A hub with 300 companies, and one project that two of them undertake.
Graph small_graph() {
  GraphHeader header;
  header.documents.resize(1);
  header.documents[0].id = "d1";
  header.documents[0].path = "a.txt";
  std::vector<Node> nodes;
  std::vector<EdgeEnds> ends;
  std::vector<Edge> edges;
  const auto add = [&](const std::string& id, const char* type, const std::string& name) {
    Node& node = nodes.emplace_back();
    node.id = id;
    node.type = type;
    node.name = name;
    return static_cast<std::uint32_t>(nodes.size() - 1);
  };
  const auto join = [&](std::uint32_t from, std::uint32_t to, const char* type) {
    ends.push_back({from, to});
    edges.push_back({type, 0.9, {}, {}, {}});
  };
  const std::uint32_t zone = add("z1", "zone", "岚溪经济开发区"), project = add("p1", "project", "轴承项目 <b>");
  nodes[0].aliases = {"岚溪经开区", "LX Zone"};
  for (std::uint32_t i = 0; i < 300; ++i) join(add("c" + std::to_string(i), "company", "企业" + std::to_string(i)), zone, "located_in");
  join(2, project, "undertakes");
  join(3, project, "undertakes");
  add("c-alone", "company", "岚溪银行");
  return Graph(std::move(header), std::move(nodes), std::move(ends), std::move(edges));
}

class SiteTest : public testing::Test {
 protected:
  Answer ask(const std::string& inside, const std::string& method = "GET") {
    return site_.answer(gate_, {method, "/secret/" + inside, "127.0.0.1:8123", ""});
  }
  rapidjson::Document json(const std::string& inside) {
    const Answer answer = ask(inside);
    EXPECT_EQ(answer.status, 200) << inside;
    EXPECT_EQ(answer.type, "application/json");
    rapidjson::Document document;
    document.Parse(answer.body->data(), answer.body->size());
    EXPECT_FALSE(document.HasParseError()) << inside;
    return document;
  }

  Graph graph_ = small_graph();
  Gate gate_{"secret", 8123};
  Site site_{graph_, [](std::uint32_t) { return "全文"; }};
};

TEST_F(SiteTest, LetsInOnlyItsOwnAddress) {
  const std::tuple<Request, int> cases[] = {
      {{"GET", "/secret/", "127.0.0.1:8123", ""}, 200},
      {{"HEAD", "/secret/", "127.0.0.1:8123", ""}, 200},
      {{"GET", "/secret/", "localhost:8123", "http://localhost:8123"}, 200},
      {{"GET", "/secret/data.json", "127.0.0.1:8123", "http://127.0.0.1:8123"}, 200},
      {{"POST", "/secret/", "127.0.0.1:8123", ""}, 405},
      {{"OPTIONS", "/secret/", "127.0.0.1:8123", "http://evil.example"}, 405},
      {{"", "/secret/", "127.0.0.1:8123", ""}, 405},
      {{"GET", "/secret/", "", ""}, 421},
      {{"GET", "/secret/", "evil.example", ""}, 421},
      {{"GET", "/secret/", "evil.example:8123", ""}, 421},
      {{"GET", "/secret/", "127.0.0.1", ""}, 421},
      {{"GET", "/secret/", "127.0.0.1:8124", ""}, 421},
      {{"GET", "/secret/", "127.0.0.1:81234", ""}, 421},
      {{"GET", "/secret/", "127.0.0.1:8123", "null"}, 403},
      {{"GET", "/secret/", "127.0.0.1:8123", "http://evil.example"}, 403},
      {{"GET", "/secret/", "127.0.0.1:8123", "https://127.0.0.1:8123"}, 403},
      {{"GET", "/secret/", "127.0.0.1:8123", "http://127.0.0.1:9000"}, 403},
      {{"GET", "/", "127.0.0.1:8123", ""}, 404},
      {{"GET", "", "127.0.0.1:8123", ""}, 404},
      {{"GET", "/secret", "127.0.0.1:8123", ""}, 404},
      {{"GET", "/secre/", "127.0.0.1:8123", ""}, 404},
      {{"GET", "/secrets/", "127.0.0.1:8123", ""}, 404},
      {{"GET", "//data.json", "127.0.0.1:8123", ""}, 404},
      {{"GET", "http://127.0.0.1:8123/secret/", "127.0.0.1:8123", ""}, 404},
      {{"GET", "/favicon.ico", "127.0.0.1:8123", ""}, 404}};
  for (const auto& [request, status] : cases)
    EXPECT_EQ(site_.answer(gate_, request).status, status) << request.method << ' ' << request.target << ' ' << request.host;
}

TEST_F(SiteTest, HasNoFiles) {
  for (const char* path : {"../", "../../etc/passwd", "..%2f..%2fetc/passwd", "/etc/passwd", "data.json/", "data.json%00", "%64ata.json",
                           "explorer.html", "neighbours", "neighbours?node=", "neighbours?node=../z1", "document?id=a.txt",
                           "path?from=z1", "path?from=z1&to=x"})
    EXPECT_EQ(ask(path).status, 404) << path;
  for (const char* path : {"search?q=%", "search?q=%4", "search?q=%zz", "neighbours?node=z1&from=-1", "neighbours?node=z1&from=x",
                           "neighbours?node=z1&from=99999999999999999999999"})
    EXPECT_EQ(ask(path).status, 400) << path;
}

TEST_F(SiteTest, SendsThePageWithItsPolicy) {
  const Answer page = ask("");
  EXPECT_EQ(page.type, "text/html; charset=utf-8");
  EXPECT_NE(page.policy.find("default-src 'none'"), std::string::npos);
  EXPECT_NE(page.policy.find("connect-src 'self'"), std::string::npos);
  EXPECT_NE(page.policy.find("frame-ancestors 'none'"), std::string::npos);
  EXPECT_NE(page.body->find("\"served\":\"data.json\""), std::string::npos);
}

TEST_F(SiteTest, SendsTheData) {
  const auto data = json("data.json");
  EXPECT_EQ(data["graph"]["nodes"].Size(), graph_.node_count());
  EXPECT_FALSE(data["documents"][0].HasMember("text"));
  EXPECT_STREQ(json("document?id=d1")["text"].GetString(), "全文");
}

TEST_F(SiteTest, SendsNeighboursByTheHundred) {
  std::set<std::string> seen;
  for (const auto& [from, count] : {std::pair{0, 201}, {200, 101}, {300, 1}, {5000, 1}}) {
    const auto fragment = json("neighbours?node=z1&from=" + std::to_string(from));
    EXPECT_EQ(fragment["total"].GetInt(), 300);
    EXPECT_EQ(fragment["graph"]["nodes"].Size(), static_cast<unsigned>(count)) << from;
    EXPECT_EQ(fragment["pinyin"].Size(), static_cast<unsigned>(count)) << from;
    EXPECT_EQ(fragment["graph"]["links"].Size(), static_cast<unsigned>(count - 1)) << from;
    for (const auto& node : fragment["graph"]["nodes"].GetArray()) seen.insert(node["id"].GetString());
  }
  EXPECT_EQ(seen.size(), 301u);
}

TEST_F(SiteTest, FindsAWay) {
  const auto way = json("path?from=p1&to=z1");
  ASSERT_EQ(way["path"].Size(), 3u);
  EXPECT_STREQ(way["path"][0].GetString(), "p1");
  EXPECT_STREQ(way["path"][2].GetString(), "z1");
  EXPECT_EQ(way["graph"]["nodes"].Size(), 3u);
  EXPECT_EQ(way["graph"]["links"].Size(), 2u);
  EXPECT_EQ(json("path?from=z1&to=z1")["path"].Size(), 1u);
  EXPECT_EQ(json("path?from=z1&to=c-alone")["path"].Size(), 0u);
}

TEST_F(SiteTest, Searches) {
  const std::tuple<const char*, const char*, unsigned> cases[] = {
      {"%E5%B2%9A%E6%BA%AA", "z1", 2},  {"lanxi", "z1", 2}, {"lxyh", "c-alone", 1}, {"yinhang", "c-alone", 1}, {"lx+zone", "z1", 1},
      {"P1", "p1", 1},                  {"%3Cb%3E", "p1", 1}, {"qiye299", "c299", 1},  {"c-alone", "c-alone", 1}};
  for (const auto& [text, first, total] : cases) {
    const auto found = json(std::string("search?q=") + text);
    EXPECT_EQ(found["total"].GetUint(), total) << text;
    ASSERT_GT(found["nodes"].Size(), 0u) << text;
    EXPECT_STREQ(found["nodes"][0]["id"].GetString(), first) << text;
  }
  for (const char* nothing : {"search", "search?q=", "search?q=%0A", "search?q=xyzzy", "search?q=%FF"})
    EXPECT_EQ(json(nothing)["total"].GetInt(), 0) << nothing;
  const auto many = json("search?q=%E4%BC%81%E4%B8%9A");
  EXPECT_EQ(many["total"].GetInt(), 300);
  EXPECT_EQ(many["nodes"].Size(), 50u);
}

TEST(Site, TakesGraphsOfAnyContent) {
  const Graph graph = test::nasty_graph();
  Site site(graph, {});
  for (const char* path : {"", "data.json", "search?q=%00", "search?q=+", "neighbours?node=n0", "path?from=n0&to=n18"}) {
    const Answer answer = site.answer({"t", 1}, {"GET", std::string("/t/") + path, "127.0.0.1:1", ""});
    EXPECT_EQ(answer.status, 200) << path;
  }
}

TEST(Site, AnswersWhateverIsAsked) {
  const Graph graph = small_graph();
  Site site(graph, {});
  const std::string letters[] = {"/", "?", "&", "=", "%", "%41", "..", "t", "node", "z1", "search", "q", "\xFF", std::string(1, '\0'), "岚", " "};
  std::uint32_t state = 7;
  for (int round = 0; round < 5'000; ++round) {
    std::string target = round % 2 ? "/t/" : "/t/search?q=";
    for (std::uint32_t i = 0; i < state % 9; ++i) {
      target += letters[(state >> 13) % std::size(letters)];
      state = state * 1664525u + 1013904223u;
    }
    state = state * 1664525u + 1013904223u;
    const Answer answer = site.answer({"t", 1}, {"GET", target, "127.0.0.1:1", ""});
    EXPECT_TRUE(answer.status == 200 || answer.status == 400 || answer.status == 404) << target;
    ASSERT_TRUE(answer.body) << target;
  }
}

TEST(Token, IsLongAndNew) {
  const std::string first = random_token();
  EXPECT_EQ(first.size(), 32u);
  EXPECT_EQ(first.find_first_not_of("0123456789abcdef"), std::string::npos);
  EXPECT_NE(first, random_token());
}

TEST(Target, IsTakenApart) {
  const auto target = parse_target("/a/b?x=1&y=%E5%8C%BA+%2B&x=2&z&=&&w=a=b");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->path, "/a/b");
  const std::map<std::string, std::string> expected = {{"x", "1"}, {"y", "区 +"}, {"z", ""}, {"", ""}, {"w", "a=b"}};
  EXPECT_EQ(target->query, expected);
  for (const char* broken : {"?%", "?%1", "?a=%g0", "?a=%+1", "?a=%-1"}) EXPECT_FALSE(parse_target(broken)) << broken;
}

} // namespace
} // namespace zonekg
