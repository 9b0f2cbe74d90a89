#include <CLI/CLI.hpp>
#include <algorithm>
#include <iomanip>
#include <iostream>
#include <memory>

#include "cli/commands.hpp"
#include "cli/json.hpp"
#include "cli/output.hpp"
#include "cli/setup.hpp"
#include "cli/terminal_text.hpp"
#include "core/host/pipeline.hpp"
#include "graph/read_json.hpp"
#include "graph/statistics.hpp"

namespace zonekg::cli {
namespace {

using Counts = std::vector<std::pair<std::string, std::size_t>>;

void put_counts(JsonWriter& json, const char* key, const Counts& counts) {
  json.Key(key);
  json.StartObject();
  for (const auto& [type, count] : counts) put(json, type.c_str(), std::uint64_t{count});
  json.EndObject();
}

void print_json(const Statistics& statistics, const Graph& graph) {
  rapidjson::OStreamWrapper stream(exact_output());
  JsonWriter json(stream);
  json.SetIndent(' ', 1);
  json.StartObject();
  put(json, "documents", std::uint64_t{statistics.documents});
  put(json, "nodes", std::uint64_t{statistics.nodes});
  put(json, "edges", std::uint64_t{statistics.edges});
  put_counts(json, "nodes_by_type", statistics.nodes_by_type);
  put_counts(json, "edges_by_type", statistics.edges_by_type);
  put(json, "components", std::uint64_t{statistics.components});
  put(json, "largest_component", std::uint64_t{statistics.largest_component});
  json.Key("degree");
  json.StartObject();
  put(json, "minimum", std::uint64_t{statistics.degrees.minimum});
  put(json, "maximum", std::uint64_t{statistics.degrees.maximum});
  put(json, "isolated", std::uint64_t{statistics.degrees.isolated});
  json.Key("mean");
  json.Double(statistics.degrees.mean);
  json.EndObject();
  json.Key("hubs");
  json.StartArray();
  for (const Statistics::Degrees::Hub& hub : statistics.degrees.hubs) {
    const Node& node = graph.node(hub.node);
    json.StartObject();
    put(json, "id", node.id);
    put(json, "type", node.type);
    put(json, "name", node.name);
    put(json, "in", std::uint64_t{hub.in});
    put(json, "out", std::uint64_t{hub.out});
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
  std::cout << "\n";
}

void print_row(const std::string& name, std::size_t count) {
  std::cout << "  " << std::left << std::setw(20) << name << std::right << std::setw(8) << count << "\n";
}

void print_table(const Statistics& statistics, const Graph& graph) {
  print_row("documents", statistics.documents);
  print_row("nodes", statistics.nodes);
  for (const auto& [type, count] : statistics.nodes_by_type) print_row("  " + type, count);
  print_row("edges", statistics.edges);
  for (const auto& [type, count] : statistics.edges_by_type) print_row("  " + type, count);
  print_row("components", statistics.components);
  print_row("  largest", statistics.largest_component);
  std::cout << "  degree              " << statistics.degrees.minimum << " to " << statistics.degrees.maximum
            << ", mean " << std::fixed << std::setprecision(2) << statistics.degrees.mean << ", isolated "
            << statistics.degrees.isolated << "\n";
  for (const Statistics::Degrees::Hub& hub : statistics.degrees.hubs) {
    const Node& node = graph.node(hub.node);
    std::cout << std::setw(8) << hub.in + hub.out << "  " << node.name << " (" << node.type << ")\n";
  }
}

void print_statistics(const std::string& argument, bool json) {
  const Input input = single_input(argument);
  const Graph graph = read_json(read_bytes(input), input.path);
  const Statistics statistics = graph_statistics(graph);
  if (json)
    print_json(statistics, graph);
  else
    print_table(statistics, graph);
  flush_stdout();
}

} // namespace

void add_stats(CLI::App& app) {
  struct Options {
    std::string graph;
    bool json = false;
  };
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("stats", "Count what a graph holds");
  command->add_option("graph", options->graph, "A graph that build wrote as JSON; - is standard input")->required();
  command->add_flag("--json", options->json, "As JSON");
  command->callback([options] { print_statistics(options->graph, options->json); });
}

} // namespace zonekg::cli
