#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/commands.hpp"
#include "cli/graph_input.hpp"
#include "cli/output.hpp"
#include "cli/terminal_text.hpp"
#include "graph/diff.hpp"

namespace zonekg::cli {
namespace {

struct Options {
  std::string older, newer;
  bool json = false, evidence = false, edges = false;
};

void print_change(const Graph& older, const Graph& newer, const Change& change, bool evidence) {
  std::cout << padded(std::string(text_of(change.kind)), 16) << padded(change.type, 15) << change.name;
  const bool step = change.kind == ChangeKind::progressed || change.kind == ChangeKind::went_back; // from nothing told, too
  if (step || (!change.before.empty() && !change.after.empty()))
    std::cout << "  " << change.before << " → " << change.after;
  else if (!change.before.empty() || !change.after.empty())
    std::cout << "  " << change.before << change.after;
  std::cout << "\n";
  if (!evidence) return;
  print_evidence(older, change.old_evidence, 4, 1);
  print_evidence(newer, change.new_evidence, 4, 1);
}

void put_change(JsonWriter& json, const Graph& older, const Graph& newer, const Change& change) {
  json.StartObject();
  put(json, "change", text_of(change.kind));
  put(json, "type", change.type);
  put(json, "name", change.name);
  if (!change.before.empty()) put(json, "before", change.before);
  if (!change.after.empty()) put(json, "after", change.after);
  json.Key("old");
  json.StartObject();
  put_evidence(json, older, change.old_evidence);
  json.EndObject();
  json.Key("new");
  json.StartObject();
  put_evidence(json, newer, change.new_evidence);
  json.EndObject();
  json.EndObject();
}

void show_changes(const Options& options) {
  const Graph older = load_graph(options.older), newer = load_graph(options.newer);
  std::vector<Change> changes = compare_graphs(older, newer);
  if (!options.edges)
    std::erase_if(changes, [](const Change& c) { return c.kind == ChangeKind::edge_gone || c.kind == ChangeKind::edge_added; });
  if (options.json) {
    rapidjson::OStreamWrapper stream(exact_output());
    JsonWriter json(stream);
    json.SetIndent(' ', 1);
    json.StartArray();
    for (const Change& change : changes) put_change(json, older, newer, change);
    json.EndArray();
    std::cout << "\n";
  } else {
    for (const Change& change : changes) print_change(older, newer, change, options.evidence);
    if (changes.empty()) std::cout << "no differences\n";
  }
  flush_stdout();
}

} // namespace

void add_diff(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("diff", "What a newer graph says otherwise: progress, targets, restated figures, what came and went");
  command->add_option("older", options->older, "A graph that build wrote as JSON")->required();
  command->add_option("newer", options->newer, "A later one")->required();
  command->add_flag("--edges", options->edges, "Edges between things that both hold, as well");
  command->add_flag("-e,--evidence", options->evidence, "The words on both sides");
  command->add_flag("--json", options->json, "As JSON");
  command->callback([options] { show_changes(*options); });
}

} // namespace zonekg::cli
