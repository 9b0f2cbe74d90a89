#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <map>
#include <memory>

#include "cli/commands.hpp"
#include "cli/graph_input.hpp"
#include "cli/output.hpp"
#include "cli/terminal_text.hpp"
#include "graph/algorithms.hpp"
#include "graph/number_text.hpp"

namespace zonekg::cli {
namespace {

const std::map<std::string, Measure> measures = {
    {"degree", Measure::degree}, {"pagerank", Measure::pagerank}, {"betweenness", Measure::betweenness}};

struct RankOptions {
  std::string graph, type;
  Measure by = Measure::degree;
  std::size_t limit = 20;
  bool json = false;
};

std::string rounded(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.6g", value);
  return text;
}

void print_rank(const RankOptions& options) {
  const Graph graph = load_graph(options.graph);
  const std::vector<double> values = rank(graph, options.by);
  std::vector<std::uint32_t> nodes;
  for (std::uint32_t n = 0; n < values.size(); ++n)
    if (options.type.empty() || graph.node(n).type == options.type) nodes.push_back(n);
  std::stable_sort(nodes.begin(), nodes.end(), [&](std::uint32_t a, std::uint32_t b) { return values[a] > values[b]; });
  if (nodes.size() > options.limit) nodes.resize(options.limit);
  rapidjson::OStreamWrapper stream(options.json ? exact_output() : std::cout);
  JsonWriter json(stream);
  json.SetIndent(' ', 1);
  if (options.json) json.StartArray();
  for (const std::uint32_t node : nodes) {
    if (!options.json) {
      std::cout << padded(rounded(values[node]), 14) << label(graph.node(node)) << "\n";
      continue;
    }
    json.StartObject();
    put_node(json, graph.node(node));
    json.Key("value");
    json.Double(values[node]);
    json.EndObject();
  }
  if (options.json) json.EndArray();
  if (options.json) std::cout << "\n";
  flush_stdout();
}

struct SetOptions {
  std::string graph;
  std::size_t limit = 20, smallest = 2;
  bool json = false;
};

// The members of most edges stand for a set.
std::string most_tied(const Graph& graph, const std::vector<std::uint32_t>& set, const std::vector<double>& degrees) {
  constexpr std::size_t shown = 5;
  std::vector<std::uint32_t> nodes = set;
  std::stable_sort(nodes.begin(), nodes.end(), [&](std::uint32_t a, std::uint32_t b) { return degrees[a] > degrees[b]; });
  std::string text;
  for (std::size_t i = 0; i < std::min(nodes.size(), shown); ++i)
    text += (i > 0 ? "、" : "") + graph.node(nodes[i]).name;
  return text + (nodes.size() > shown ? " …" : "");
}

void print_sets(const Graph& graph, const NodeSets& sets, const SetOptions& options) {
  const std::vector<double> degrees = rank(graph, Measure::degree);
  std::size_t shown = 0, left = 0;
  for (const auto& set : sets) {
    if (shown == options.limit || set.size() < options.smallest) {
      ++left;
      continue;
    }
    ++shown;
    std::cout << padded(std::to_string(set.size()), 7) << most_tied(graph, set, degrees) << "\n";
  }
  if (left > 0) std::cout << "and " << left << " more sets\n";
}

void print_sets_json(const Graph& graph, const NodeSets& sets) {
  rapidjson::OStreamWrapper stream(exact_output());
  JsonWriter json(stream);
  json.SetIndent(' ', 1);
  json.StartArray();
  for (const auto& set : sets) {
    json.StartArray();
    for (const std::uint32_t node : set) {
      json.StartObject();
      put_node(json, graph.node(node));
      json.EndObject();
    }
    json.EndArray();
  }
  json.EndArray();
  std::cout << "\n";
}

void add_set_options(CLI::App& command, SetOptions& options) {
  command.add_option("graph", options.graph, "A graph that build wrote as JSON; - is standard input")->required();
  command.add_option("-n,--limit", options.limit, "Show at most so many sets");
  command.add_option("--smallest", options.smallest, "Smallest set to show");
  command.add_flag("--json", options.json, "As JSON, all of them");
}

void show_sets(const SetOptions& options, NodeSets (*find)(const Graph&), bool with_modularity) {
  const Graph graph = load_graph(options.graph);
  const NodeSets sets = find(graph);
  if (options.json) {
    print_sets_json(graph, sets);
  } else {
    if (with_modularity) std::cout << "modularity " << rounded(modularity(graph, sets)) << "\n";
    print_sets(graph, sets, options);
  }
  flush_stdout();
}

} // namespace

void add_rank(CLI::App& app) {
  const auto options = std::make_shared<RankOptions>();
  CLI::App* command = app.add_subcommand("rank", "The nodes that matter most by degree, PageRank or betweenness");
  command->add_option("graph", options->graph, "A graph that build wrote as JSON; - is standard input")->required();
  command->add_option("-b,--by", options->by, "degree, pagerank or betweenness (all shortest ways: slow beyond 10,000 nodes)")
      ->transform(CLI::CheckedTransformer(measures));
  command->add_option("-t,--type", options->type, "Only nodes of this type");
  command->add_option("-n,--limit", options->limit, "At most so many");
  command->add_flag("--json", options->json, "As JSON");
  command->callback([options] { print_rank(*options); });
}

void add_components(CLI::App& app) {
  const auto options = std::make_shared<SetOptions>();
  CLI::App* command = app.add_subcommand("components", "The parts of the graph that no edge joins");
  add_set_options(*command, *options);
  command->callback([options] { show_sets(*options, connected_parts, false); });
}

void add_communities(CLI::App& app) {
  const auto options = std::make_shared<SetOptions>();
  CLI::App* command = app.add_subcommand("communities", "Sets of nodes with more edges inside than chance would have");
  add_set_options(*command, *options);
  command->callback([options] { show_sets(*options, communities, true); });
}

} // namespace zonekg::cli
