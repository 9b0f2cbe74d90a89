#include "cli/server/site.hpp"

#include <algorithm>
#include <charconv>
#include <random>
#include <sstream>
#include <unordered_map>

#include "cli/server/query.hpp"
#include "cli/server/search.hpp"
#include "export/explorer_data.hpp"
#include "export/json_line.hpp"
#include "graph/algorithms.hpp"

namespace zonekg {
namespace {

constexpr std::size_t most_found = 50;
constexpr std::size_t longest_path = 100; // edges

using Text = std::shared_ptr<const std::string>;

Text shared(std::string text) { return std::make_shared<const std::string>(std::move(text)); }

Answer refusal(int status, std::string why) { return {status, "text/plain; charset=utf-8", shared(std::move(why) + "\n"), {}}; }

// Takes as long wherever the two differ.
bool same_secret(std::string_view a, std::string_view b) {
  unsigned different = a.size() == b.size() ? 0 : 1;
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
    different |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
  return different == 0;
}

bool is_own_address(const Gate& gate, std::string_view host) {
  const std::string port = ':' + std::to_string(gate.port);
  return host == "127.0.0.1" + port || host == "localhost" + port;
}

bool is_own_origin(const Gate& gate, std::string_view origin) {
  constexpr std::string_view scheme = "http://";
  return origin.starts_with(scheme) && is_own_address(gate, origin.substr(scheme.size()));
}

// The part of the path after the token; nothing when the token is wrong.
std::optional<std::string_view> inside(const Gate& gate, std::string_view path) {
  const std::size_t end = path.find('/', 1);
  if (!path.starts_with('/') || end == std::string_view::npos || !same_secret(path.substr(1, end - 1), gate.token))
    return std::nullopt;
  return path.substr(end + 1);
}

std::string member(const char* name, std::string_view value) {
  std::ostringstream out;
  JsonLine line;
  line.string(value);
  out << ",\"" << name << "\":";
  line.flush(out);
  return out.str();
}

std::string member(const char* name, std::size_t value) { return ",\"" + std::string(name) + "\":" + std::to_string(value); }

std::string quoted_list(const std::vector<std::string>& texts) {
  std::ostringstream out;
  JsonLine line;
  out << '[';
  for (std::size_t i = 0; i < texts.size(); ++i) {
    line.string(texts[i]);
    out << (i == 0 ? "" : ",");
    line.flush(out);
  }
  out << ']';
  return out.str();
}

} // namespace

std::string random_token() {
  std::random_device source; // the kernel's generator
  std::string token;
  for (int word = 0; word < 4; ++word) {
    std::uint32_t bits = source();
    for (int digit = 0; digit < 8; ++digit, bits >>= 4) token += "0123456789abcdef"[bits & 15];
  }
  return token;
}

struct Site::Impl {
  const Graph& graph;
  DocumentText text;
  ExplorerData data;
  NameSearch search;
  Text page, whole;
  std::string policy;
  std::unordered_map<std::string_view, std::uint32_t> nodes, documents; // by id

  Impl(const Graph& g, DocumentText t) : graph(g), text(std::move(t)), data(g), search(g) {
    page = shared(served_explorer_page());
    policy = std::string(content_policy(*page)) + "; frame-ancestors 'none'";
    std::ostringstream out;
    data.write(outline(graph, graph.node_count() <= most_in_page ? most_in_page : shown_of_large), {}, out);
    whole = shared(std::move(out).str());
    for (std::uint32_t i = 0; i < graph.node_count(); ++i) nodes.emplace(graph.node(i).id, i);
    for (std::uint32_t i = 0; i < graph.header().documents.size(); ++i) documents.emplace(graph.header().documents[i].id, i);
  }

  static std::optional<std::uint32_t> find(const std::unordered_map<std::string_view, std::uint32_t>& all, const RequestTarget& target,
                                           const char* name) {
    const auto given = target.query.find(name);
    if (given == target.query.end()) return std::nullopt;
    const auto found = all.find(given->second);
    return found == all.end() ? std::nullopt : std::optional(found->second);
  }

  Answer json(std::ostringstream out) { return {200, "application/json", shared(std::move(out).str()), {}}; }

  Answer neighbours(const RequestTarget& target) {
    const auto node = find(nodes, target, "node");
    if (!node) return refusal(404, "no such node");
    std::size_t from = 0;
    if (const auto given = target.query.find("from"); given != target.query.end()) {
      const std::string& number = given->second;
      const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), from);
      if (error != std::errc() || end != number.data() + number.size()) return refusal(400, "'from' is not a number");
    }
    const auto all = neighbours_of(graph, *node);
    from = std::min(from, all.size());
    const std::size_t count = std::min(neighbours_at_once, all.size() - from);
    std::vector<std::uint32_t> part(all.begin() + static_cast<std::ptrdiff_t>(from),
                                    all.begin() + static_cast<std::ptrdiff_t>(from + count));
    part.push_back(*node);
    std::sort(part.begin(), part.end());
    std::ostringstream out;
    data.write_fragment(part, member("node", graph.node(*node).id) + member("from", from) + member("total", all.size()), out);
    return json(std::move(out));
  }

  Answer path(const RequestTarget& target) {
    const auto from = find(nodes, target, "from"), to = find(nodes, target, "to");
    if (!from || !to) return refusal(404, "no such node");
    const auto ways = shortest_paths(graph, *from, *to, 1, longest_path);
    std::vector<std::uint32_t> part = ways.empty() ? std::vector<std::uint32_t>() : ways.front().nodes;
    std::vector<std::string> ids;
    for (const std::uint32_t node : part) ids.push_back(graph.node(node).id);
    std::sort(part.begin(), part.end());
    std::ostringstream out;
    data.write_fragment(part, ",\"path\":" + quoted_list(ids), out);
    return json(std::move(out));
  }

  Answer found(const RequestTarget& target) {
    const auto given = target.query.find("q");
    const auto all = search.find(given == target.query.end() ? std::string_view() : std::string_view(given->second));
    std::ostringstream out;
    JsonLine line;
    line.begin();
    line.add("total", static_cast<double>(all.size()));
    line.begin_list("nodes");
    for (std::size_t i = 0; i < std::min(all.size(), most_found); ++i) {
      const Node& node = graph.node(all[i]);
      line.begin();
      line.add("id", std::string_view(node.id));
      line.add("type", std::string_view(node.type));
      line.add("name", std::string_view(node.name));
      line.end();
    }
    line.end_list();
    line.end();
    line.flush(out);
    return json(std::move(out));
  }

  Answer document(const RequestTarget& target) {
    const auto index = find(documents, target, "id");
    if (!index) return refusal(404, "no such document");
    std::ostringstream out;
    write_document(graph.header().documents[*index], text ? text(*index) : std::nullopt, out);
    return json(std::move(out));
  }

  Answer answer(const Gate& gate, const Request& request) {
    if (request.method != "GET" && request.method != "HEAD") return refusal(405, "only GET and HEAD");
    if (!is_own_address(gate, request.host)) return refusal(421, "this address is for a browser on this computer");
    if (!request.origin.empty() && !is_own_origin(gate, request.origin)) return refusal(403, "not for other sites");
    const auto target = parse_target(request.target);
    if (!target) return refusal(400, "broken address");
    const auto path = inside(gate, target->path);
    if (!path) return refusal(404, "not here");
    if (path->empty()) return {200, "text/html; charset=utf-8", page, policy};
    if (*path == "data.json") return {200, "application/json", whole, {}};
    if (*path == "neighbours") return neighbours(*target);
    if (*path == "path") return this->path(*target);
    if (*path == "search") return found(*target);
    if (*path == "document") return document(*target);
    return refusal(404, "not here");
  }
};

Site::Site(const Graph& graph, DocumentText text) : impl_(std::make_unique<Impl>(graph, std::move(text))) {}
Site::~Site() = default;

Answer Site::answer(const Gate& gate, const Request& request) { return impl_->answer(gate, request); }

} // namespace zonekg
