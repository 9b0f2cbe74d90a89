#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/commands.hpp"
#include "cli/graph_input.hpp"
#include "cli/output.hpp"
#include "cli/terminal_text.hpp"
#include "graph/algorithms.hpp"

namespace zonekg::cli {
namespace {

struct Options {
  std::string graph, from, to, type;
  std::size_t limit = 3, longest = 8;
  bool json = false, evidence = false;
};

void print_step(const Graph& graph, std::uint32_t node, std::uint32_t next, std::size_t edge, bool evidence) {
  const EdgeView view = graph.edge(edge);
  const bool forward = view.source == node;
  std::cout << "    " << (forward ? "—" : "←") << view.edge.type << (forward ? "→ " : "— ") << label(graph.node(next));
  if (!view.edge.period.empty()) std::cout << " " << view.edge.period;
  if (!view.edge.modality.empty() && view.edge.modality != "actual") std::cout << " " << view.edge.modality;
  std::cout << "\n";
  print_evidence(graph, view.edge.evidence, 8, evidence ? view.edge.evidence.size() : 1);
}

void print_paths(const Graph& graph, const std::vector<Path>& paths, const Options& options) {
  if (paths.empty()) std::cout << "no way of at most " << options.longest << " relations\n";
  for (const Path& path : paths) {
    std::cout << label(graph.node(path.nodes.front())) << "\n";
    for (std::size_t i = 0; i < path.edges.size(); ++i)
      print_step(graph, path.nodes[i], path.nodes[i + 1], path.edges[i], options.evidence);
  }
}

void print_json(const Graph& graph, const std::vector<Path>& paths) {
  rapidjson::OStreamWrapper stream(exact_output());
  JsonWriter json(stream);
  json.SetIndent(' ', 1);
  json.StartArray();
  for (const Path& path : paths) {
    json.StartObject();
    json.Key("nodes");
    json.StartArray();
    for (const std::uint32_t node : path.nodes) {
      json.StartObject();
      put_node(json, graph.node(node));
      json.EndObject();
    }
    json.EndArray();
    json.Key("edges");
    json.StartArray();
    for (const std::uint32_t edge : path.edges) put_edge(json, graph, edge);
    json.EndArray();
    json.EndObject();
  }
  json.EndArray();
  std::cout << "\n";
}

void find_paths(const Options& options) {
  const Graph graph = load_graph(options.graph);
  const std::uint32_t from = pick_node(graph, options.from, options.type), to = pick_node(graph, options.to, options.type);
  const auto paths = shortest_paths(graph, from, to, options.limit, options.longest);
  options.json ? print_json(graph, paths) : print_paths(graph, paths, options);
  flush_stdout();
}

struct NeighbourOptions {
  std::string graph, name, type, relation, of_type;
  bool json = false, evidence = false;
};

void show_neighbours(const NeighbourOptions& options) {
  const Graph graph = load_graph(options.graph);
  const std::uint32_t node = pick_node(graph, options.name, options.type);
  rapidjson::OStreamWrapper stream(options.json ? exact_output() : std::cout);
  JsonWriter json(stream);
  json.SetIndent(' ', 1);
  if (options.json) json.StartArray();
  for (const std::uint32_t e : graph.edges_of(node)) {
    const EdgeView view = graph.edge(e);
    const std::uint32_t other = view.source == node ? view.target : view.source;
    if (!options.relation.empty() && view.edge.type != options.relation) continue;
    if (!options.of_type.empty() && graph.node(other).type != options.of_type) continue;
    if (options.json)
      put_edge(json, graph, e);
    else
      print_step(graph, node, other, e, options.evidence);
  }
  if (options.json) json.EndArray();
  if (options.json) std::cout << "\n";
  flush_stdout();
}

} // namespace

void add_path(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("path", "The shortest ways between two things, with the words behind each step");
  command->add_option("graph", options->graph, "A graph that build wrote as JSON; - is standard input")->required();
  command->add_option("from", options->from, "Name or id")->required();
  command->add_option("to", options->to, "Name or id")->required();
  command->add_option("-t,--type", options->type, "Type of both, where a name has several");
  command->add_option("-n,--limit", options->limit, "At most so many ways")->check(CLI::Range(1, 1000));
  command->add_option("--longest", options->longest, "Longest way, in relations")->check(CLI::Range(1, 64));
  command->add_flag("-e,--evidence", options->evidence, "All the words behind each step, not the first alone");
  command->add_flag("--json", options->json, "As JSON");
  command->callback([options] { find_paths(*options); });
}

void add_neighbors(CLI::App& app) {
  const auto options = std::make_shared<NeighbourOptions>();
  CLI::App* command = app.add_subcommand("neighbors", "What a thing is tied to, with the words behind each tie");
  command->add_option("graph", options->graph, "A graph that build wrote as JSON; - is standard input")->required();
  command->add_option("name", options->name, "Name or id")->required();
  command->add_option("-t,--type", options->type, "Its type, where the name has several");
  command->add_option("-r,--relation", options->relation, "Only edges of this type");
  command->add_option("--of", options->of_type, "Only neighbours of this type");
  command->add_flag("-e,--evidence", options->evidence, "All the words behind each tie, not the first alone");
  command->add_flag("--json", options->json, "As JSON");
  command->callback([options] { show_neighbours(*options); });
}

} // namespace zonekg::cli
