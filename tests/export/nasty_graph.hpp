// A graph whose texts hold everything that a format may stumble over.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "graph/graph.hpp"

namespace zonekg::test {

inline std::vector<std::string> nasty_texts() {
  return {"滨海县沿海工业园",
          "\"双引号\" 'single' “弯”",
          "back\\slash \\n \\ trailing\\",
          "]]> <![CDATA[ <!-- --> <a b=\"c\">&amp;&lt;&#65;&",
          std::string("nul\0 bell\a esc\x1B[31m del\x7F", 23),
          "tab\tline\nfeed\rreturn\r\n",
          "\uFFFE\uFFFF\u0085\u2028\u2029",
          "bidi \u202E\u2066abc\u2069\u202C \u200F",
          "lone surrogate \xED\xA0\x80 overlong \xC0\xAF cut \xE4\xB8",
          "graph", // keywords of DOT
          "node -> edge; }",
          "𠮷野家 👨‍👩‍👧 e\u0301",
          "",
          " ",
          std::string(3000, 'x'),
          "</script><script>alert(1)</script>",
          "${jndi:ldap://x} %s%n {{7*7}}",
          "=1+1",
          "\xEF\xBB\xBF"
          "BOM"};
}

inline Graph nasty_graph() {
  GraphHeader header;
  header.plugins = {{"zones", "1.0.0"}};
  header.documents.resize(2);
  header.documents[0] = {
      "d0123456789ab", "a\"b\\c <&>.txt", "题目\x01", std::string(64, 'f'), {20231200, 0, {20230101, 20231231}}};
  header.documents[0].publisher = "管委会\"";
  header.documents[0].index_number = "GA-2023/0012";
  header.documents[1] = {"dba9876543210", "b.txt", "", "", {}};
  std::vector<Node> nodes;
  std::vector<EdgeEnds> ends;
  std::vector<Edge> edges;
  const char* types[] = {"zone", "company", "project", "infrastructure", "investment", "odd type\"\\"};
  for (const std::string& text : nasty_texts()) {
    const auto n = static_cast<std::uint32_t>(nodes.size());
    const Evidence evidence{n % 2, n, n + 3, text, "zones", "rule " + text};
    Node node;
    node.id = "n" + std::to_string(n);
    node.type = types[n % 6];
    node.name = text;
    node.aliases = {"alias " + text, text + "; other"};
    node.confidence = 1.0 / (n + 1);
    node.mentions = {evidence};
    node.properties = {{"amount", 0.1 + n * 3.95e9}, {"capacity", Figure{1e-7, text}}, {"implicit", n % 2 == 0}};
    if (n % 3 == 0) node.properties.push_back({"mixed", text});
    if (n % 3 == 1) node.properties.push_back({"mixed", 1e300});
    node.properties.push_back({"odd <key>\" & " + std::to_string(n % 4), text});
    node.histories = {
        {"status", {{"started", "actual", "2023-01/2023-12", {evidence}}, {text, "target", "", {evidence}}}}};
    nodes.push_back(std::move(node));
    for (const std::uint32_t target : {0u, n / 2}) {
      ends.push_back({n, target});
      edges.push_back({target == 0 ? "located_in" : "type " + text, 0.25, n % 2 ? "target" : "", "", {evidence}});
    }
  }
  // A cycle of zones, and zones that lie in themselves.
  for (const auto& [source, target] : {std::pair{0u, 6u}, {6u, 12u}, {12u, 0u}, {18u, 18u}}) {
    ends.push_back({source, target});
    edges.push_back({"part_of", 0.5, "", "2023-01/2023-12", {}});
  }
  return Graph(std::move(header), std::move(nodes), std::move(ends), std::move(edges));
}

} // namespace zonekg::test
