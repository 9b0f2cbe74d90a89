// zonekg_graphs: what saved graphs cost. CPU seconds a line, the best of a few rounds.
//   zonekg_graphs make FILE NODES       a graph of that many nodes, as JSON: firms and projects of zones, four edges a project
//   zonekg_graphs write GRAPH FOLDER    writing GraphML: ours, fwrite of the same bytes, Boost's write_graphml
//   zonekg_graphs ask GRAPH NAME…       loading; then the cards of the nodes of these names together, and the shortest way
//                                       from the first to the second

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/graphml.hpp>
#include <boost/property_map/dynamic_property_map.hpp>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <limits>
#include <sstream>
#include <string>

#include "export/readable.hpp"
#include "export/writers.hpp"
#include "graph/algorithms.hpp"
#include "graph/dossier.hpp"
#include "graph/node_context.hpp"
#include "graph/read_json.hpp"

namespace zonekg::bench {
namespace {

double seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double best(int rounds, const std::function<void()>& work) {
  double best = std::numeric_limits<double>::max();
  for (int i = 0; i < rounds; ++i) {
    const double begin = seconds();
    work();
    best = std::min(best, seconds() - begin);
  }
  return best;
}

std::string read_file(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes(std::filesystem::file_size(file), '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return bytes;
}

Evidence words(std::uint32_t at, const std::string& text) { return {0, at, at + 6, text, "bench", "made", {}}; }

// Names that begin differently, as names do; the first ones are 一一有限公司0 and so on.
std::string first_words(std::uint32_t i) {
  const auto character = [](std::uint32_t number) {
    const char32_t c = 0x4E00 + number % 5000;
    return std::string{static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 0x3F)),
                       static_cast<char>(0x80 | (c & 0x3F))};
  };
  return character(i * 7) + character(i / 3);
}

// Low bits that follow no pattern (the finaliser of MurmurHash3).
std::uint32_t scattered(std::uint32_t i) {
  i = (i ^ i >> 16) * 0x85EBCA6Bu;
  return (i ^ i >> 13) * 0xC2B2AE35u >> 3;
}

// Every hundredth node is a zone; firms and projects take turns.
Graph make_graph(std::uint32_t count) {
  GraphHeader header;
  header.documents.push_back({"d1", "d1.txt", "", "", {}, {}, {}});
  std::vector<Node> nodes;
  std::vector<EdgeEnds> ends;
  std::vector<Edge> edges;
  const auto add_edge = [&](std::uint32_t from, std::uint32_t to, const char* type) {
    ends.push_back({from, to});
    edges.push_back({type, 0.9, {}, {}, {words(from, "由其投资建设")}});
  };
  for (std::uint32_t i = 0; i < count; ++i) {
    const char* type = i % 100 == 0 ? "zone" : i % 2 == 0 ? "project" : "company";
    Node node;
    node.type = type;
    node.id = type[0] + std::to_string(100'000'000 + i);
    node.name = first_words(i) + (type[0] == 'z' ? "开发区" : type[0] == 'p' ? "扩建项目" : "有限公司") + std::to_string(i);
    node.confidence = 0.75;
    node.mentions = {words(i, node.name)};
    if (type[0] == 'p') node.properties = {{"status", std::string("started")}};
    nodes.push_back(std::move(node));
    if (i % 100 != 0) add_edge(i, i / 100 * 100, "located_in");
    if (type[0] == 'p' && i > 100) {
      add_edge(i - 1, i, "undertakes");
      add_edge(scattered(i) % i | 1u, i, "undertakes"); // across zones
    }
  }
  return Graph(std::move(header), std::move(nodes), std::move(ends), std::move(edges));
}

struct BoostNode {
  std::string id, type, name, mentions;
  double confidence = 0;
};
struct BoostEdge {
  std::string type, evidence;
  double confidence = 0;
};
using BoostGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, BoostNode, BoostEdge>;

// The same graph as others would hold it.
BoostGraph to_boost(const Graph& graph) {
  BoostGraph result(graph.node_count());
  for (std::size_t i = 0; i < graph.node_count(); ++i) {
    const Node& node = graph.node(i);
    result[i] = {node.id, node.type, node.name, readable_evidence(node.mentions, graph.header()), node.confidence};
  }
  for (std::size_t i = 0; i < graph.edge_count(); ++i) {
    const auto [source, target, edge] = graph.edge(i);
    boost::add_edge(source, target, {edge.type, readable_evidence(edge.evidence, graph.header()), edge.confidence}, result);
  }
  return result;
}

std::size_t write_by_boost(BoostGraph& graph, const std::string& file) {
  boost::dynamic_properties properties;
  properties.property("type", boost::get(&BoostNode::type, graph));
  properties.property("name", boost::get(&BoostNode::name, graph));
  properties.property("mentions", boost::get(&BoostNode::mentions, graph));
  properties.property("confidence", boost::get(&BoostNode::confidence, graph));
  properties.property("type", boost::get(&BoostEdge::type, graph));
  properties.property("evidence", boost::get(&BoostEdge::evidence, graph));
  std::ofstream out(file, std::ios::binary);
  boost::write_graphml(out, graph, boost::get(&BoostNode::id, graph), properties);
  out.flush();
  return static_cast<std::size_t>(out.tellp());
}

void measure_writing(const std::string& file, const std::string& folder) {
  const Graph graph = read_json(read_file(file), file);
  std::ostringstream whole;
  write_graphml(graph, whole);
  const std::string bytes = std::move(whole).str(), target = folder + "/out.graphml";
  const double ours = best(3, [&] {
    std::ofstream out(target, std::ios::binary);
    write_graphml(graph, out);
  });
  const double raw = best(3, [&] {
    std::FILE* out = std::fopen(target.c_str(), "wb");
    std::fwrite(bytes.data(), 1, bytes.size(), out);
    std::fclose(out);
  });
  BoostGraph other = to_boost(graph);
  std::size_t other_bytes = 0;
  const double theirs = best(2, [&] { other_bytes = write_by_boost(other, target); });
  std::printf("write %.4f\nbytes %zu\nfwrite %.4f\nboost %.4f\nboost_bytes %zu\n", ours, bytes.size(), raw, theirs, other_bytes);
}

void measure_questions(const std::string& file, const std::vector<std::string>& names) {
  double begin = seconds();
  const Graph graph = read_json(read_file(file), file);
  std::printf("load %.4f\n", seconds() - begin);
  std::size_t lines = 0;
  const double show = best(3, [&] {
    for (const std::string& name : names) lines += make_dossier(graph, find_nodes(graph, name).at(0)).sections.size();
  });
  const double path = best(3, [&] {
    lines += shortest_paths(graph, find_nodes(graph, names[0]).at(0), find_nodes(graph, names[1]).at(0), 1, 100).size();
  });
  std::printf("show %.6f\npath %.6f\nfound %zu\n", show, path, lines);
}

int run(const std::vector<std::string>& arguments) {
  if (arguments.size() == 3 && arguments[0] == "make") {
    std::ofstream out(arguments[1], std::ios::binary);
    write_json(make_graph(static_cast<std::uint32_t>(std::stoul(arguments[2]))), out);
    return 0;
  }
  if (arguments.size() == 3 && arguments[0] == "write") return measure_writing(arguments[1], arguments[2]), 0;
  if (arguments.size() > 3 && arguments[0] == "ask")
    return measure_questions(arguments[1], {arguments.begin() + 2, arguments.end()}), 0;
  std::cerr << "usage: zonekg_graphs make FILE NODES | write GRAPH FOLDER | ask GRAPH NAME OTHER…\n";
  return 2;
}

} // namespace
} // namespace zonekg::bench

int main(int count, char** arguments) {
  try {
    return zonekg::bench::run({arguments + 1, arguments + count});
  } catch (const std::exception& error) {
    std::cerr << "zonekg_graphs: " << error.what() << "\n";
    return 1;
  }
}
