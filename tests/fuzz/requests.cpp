// Requests to the explorer's server, behind the network: target, host, origin.
#include "cli/server/query.hpp"
#include "cli/server/site.hpp"
#include "graph/read_json.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace zonekg;

namespace {

const std::string token(32, 'a');

Graph small_graph() {
  std::vector<Node> nodes(2);
  nodes[0] = {"zone-1", "zone", "岚溪经济开发区", {"岚溪经开区"}, 0.9, {{0, 0, 7, "岚溪经济开发区", "p", "r"}}, {}, {}};
  nodes[1] = {"company-2", "company", "廷砾铝业有限公司", {}, 0.9, {{0, 0, 7, "廷砾铝业", "p", "r"}}, {}, {}};
  GraphHeader header;
  header.documents.resize(1);
  header.documents[0].id = "d000000000000";
  header.documents[0].path = "report.txt";
  return {std::move(header), std::move(nodes), {{1, 0}}, {{"located_in", 0.9, "", "", {{0, 0, 7, "位于", "p", "r"}}}}};
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Graph graph = small_graph();
  static Site site(graph, [](std::uint32_t) { return std::optional<std::string>("岚溪经济开发区"); });
  fuzz::Parts parts(fuzz::view(data, size));
  const std::string target(parts.next());
  if (const auto parsed = parse_target(target)) fuzz::expect(parsed->path.size() <= target.size(), "a path is a piece of the target");
  Request request;
  request.method = "GET";
  request.target = "/" + token + "/" + target;
  request.host = "127.0.0.1:8080";
  const Gate gate{token, 8080};
  const Answer inside = site.answer(gate, request);
  fuzz::expect(inside.body != nullptr && inside.status >= 200 && inside.status < 500, "there is an answer");
  request.target = target;
  request.host = parts.next();
  request.origin = parts.next();
  const Answer outside = site.answer(gate, request);
  const bool knows = target.starts_with("/" + token);
  const bool same = request.host == "127.0.0.1:8080" || request.host == "localhost:8080";
  if (!knows || !same) fuzz::expect(outside.status >= 400, "whoever does not know the address gets nothing");
  return 0;
}
