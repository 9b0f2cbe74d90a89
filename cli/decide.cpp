#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>

#include "cli/commands.hpp"
#include "cli/graph_input.hpp"
#include "cli/output.hpp"
#include "graph/decisions.hpp"
#include "graph/node_context.hpp"

namespace zonekg::cli {
namespace {

struct Options {
  std::string file, graph;
  Decision decision;
};

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Names that the graph does not hold are mistakes of the hand more often than not.
void check_names(const Options& options) {
  if (options.graph.empty()) return;
  const Graph graph = load_graph(options.graph);
  for (const std::string& name : options.decision.names) {
    bool found = false;
    for (const std::uint32_t n : find_nodes(graph, name, options.decision.type)) {
      const Node& node = graph.node(n);
      found = found || node.name == name || std::find(node.aliases.begin(), node.aliases.end(), name) != node.aliases.end();
    }
    if (!found) throw InputError("nothing in " + options.graph + " is called " + name);
  }
}

void decide(Options options) {
  Decision& decision = options.decision;
  if (decision.kind == "rename" || decision.kind == "retype") {
    if (decision.names.size() != 2) throw UsageError(decision.kind + " takes the name and what it becomes");
    decision.to = decision.names.back();
    decision.names.pop_back();
  }
  const std::string line = write_decision(decision) + "\n";
  read_decisions(line, "this decision"); // what the file would be refused for
  check_names(options);
  std::string text = std::filesystem::exists(options.file) ? read_file(options.file) : std::string();
  read_decisions(text, options.file);
  if (!text.empty() && text.back() != '\n') text += '\n';
  write_output(options.file, [&](std::ostream& out) { out << text << line; });
}

} // namespace

void add_decide(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  Decision& decision = options->decision;
  CLI::App* command = app.add_subcommand("decide", "Add a decision to a file that build --decisions replays");
  command->add_option("file", options->file, "The decisions file; made when it is not there")->required();
  command->add_option("decision", decision.kind, "same, different, rename, retype or reject")
      ->required()
      ->check(CLI::IsMember({"same", "different", "rename", "retype", "reject"}));
  command->add_option("names", decision.names,
                      "same, different: the names; rename: name and new name; retype: name and new type; "
                      "reject: source and target of the edge")
      ->required();
  command->add_option("-t,--type", decision.type, "Type of the names (not for reject)");
  command->add_option("--edge", decision.edge, "Type of the edge (reject)");
  command->add_option("--words", decision.words, "Words of the reports that it rests on: an alarm when they are gone");
  command->add_option("--who", decision.who, "Who decided")->required();
  command->add_option("--when", decision.when, "When, as 2024-03-01")->required();
  command->add_option("--why", decision.why, "Why")->required();
  command->add_option("--graph", options->graph, "Check the names against this graph");
  command->callback([options] { decide(*options); });
}

} // namespace zonekg::cli
