#include <CLI/CLI.hpp>
#include <iomanip>
#include <iostream>
#include <memory>

#include "cli/commands.hpp"
#include "cli/graph_input.hpp"
#include "cli/output.hpp"
#include "cli/terminal_text.hpp"
#include "graph/card.hpp"

namespace zonekg::cli {
namespace {

std::string_view text_of_verdict(NameVerdict verdict) {
  if (verdict == NameVerdict::same) return "same";
  return verdict == NameVerdict::different ? "different" : "unsure";
}

std::string signed_text(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%+.1f", value);
  return text;
}

std::string place_of(const Node& node) { return label(node) + " " + node.id; }

void print_card(const Graph& graph, const Card& card) {
  const bool one = card.a == card.b;
  std::cout << card.name_a << " | " << card.name_b << "\n";
  if (one)
    std::cout << "  one node: " << place_of(graph.node(card.a)) << "\n";
  else
    std::cout << "  two nodes: " << place_of(graph.node(card.a)) << ", " << place_of(graph.node(card.b)) << "\n";
  for (const CardRow& row : card.rows)
    std::cout << "  " << padded(row.part, 12) << padded(row.a.empty() ? "–" : row.a, 22)
              << padded(row.b.empty() ? "–" : row.b, 22) << padded(std::string(text_of(row.agreement)), 11)
              << signed_text(row.weight) << "\n";
  std::cout << "  " << padded("sum", 67) << signed_text(card.score) << "\n";
  std::cout << (card.rule == undertaken_by ? "  names and who undertakes it: " : "  names alone: ")
            << text_of_verdict(card.verdict) << " by rule " << card.rule << "\n";
}

void put_card(JsonWriter& json, const Graph& graph, const Card& card) {
  json.StartObject();
  json.Key("nodes");
  json.StartArray();
  put(json, graph.node(card.a).id);
  if (card.a != card.b) put(json, graph.node(card.b).id);
  json.EndArray();
  put(json, "type", graph.node(card.a).type);
  put(json, "a", card.name_a);
  put(json, "b", card.name_b);
  json.Key("parts");
  json.StartArray();
  for (const CardRow& row : card.rows) {
    json.StartObject();
    put(json, "part", row.part);
    put(json, "a", row.a);
    put(json, "b", row.b);
    put(json, "agreement", text_of(row.agreement));
    json.Key("weight");
    json.Double(row.weight);
    json.EndObject();
  }
  json.EndArray();
  json.Key("score");
  json.Double(card.score);
  put(json, "verdict", text_of_verdict(card.verdict));
  put(json, "rule", card.rule);
  json.EndObject();
}

// What stands for a node on the command line, without the type before it: project:高端铝箔.
std::string_view name_of(std::string_view argument, const Node& node) {
  const bool typed = argument.size() > node.type.size() && argument.starts_with(node.type) && argument[node.type.size()] == ':';
  return typed && argument != node.name ? argument.substr(node.type.size() + 1) : argument;
}

struct WhyOptions {
  std::string graph, a, b, type;
  bool json = false, evidence = false;
};

void explain(const WhyOptions& options) {
  const Graph graph = load_graph(options.graph);
  const std::uint32_t a = pick_node(graph, options.a, options.type), b = pick_node(graph, options.b, options.type);
  const Cards cards(graph);
  const bool ids = options.a == graph.node(a).id || options.b == graph.node(b).id;
  const Card card = a == b && !ids ? cards.compare_names(a, name_of(options.a, graph.node(a)), name_of(options.b, graph.node(b))) : cards.compare_nodes(a, b);
  if (options.json) {
    rapidjson::OStreamWrapper stream(exact_output());
    JsonWriter json(stream);
    json.SetIndent(' ', 1);
    put_card(json, graph, card);
    std::cout << "\n";
  } else {
    print_card(graph, card);
    if (options.evidence) {
      print_evidence(graph, graph.node(a).mentions, 4);
      if (a != b) print_evidence(graph, graph.node(b).mentions, 4);
    }
  }
  flush_stdout();
}

struct UnsureOptions {
  std::string graph;
  std::size_t limit = 20;
  bool json = false, evidence = false;
};

void show_open_questions(const UnsureOptions& options) {
  const Graph graph = load_graph(options.graph);
  const auto questions = Cards(graph).open_questions(options.limit);
  if (options.json) {
    rapidjson::OStreamWrapper stream(exact_output());
    JsonWriter json(stream);
    json.SetIndent(' ', 1);
    json.StartArray();
    for (const Card& card : questions) put_card(json, graph, card);
    json.EndArray();
    std::cout << "\n";
  } else {
    for (const Card& card : questions) {
      const Node &a = graph.node(card.a), &b = graph.node(card.b);
      std::cout << padded(signed_text(card.score), 7) << padded(a.type, 15) << a.name << " | " << b.name << " (" << card.rule
                << ")\n";
      if (!options.evidence) continue;
      print_evidence(graph, a.mentions, 4, 1);
      print_evidence(graph, b.mentions, 4, 1);
    }
    if (questions.empty()) std::cout << "no open questions\n";
  }
  flush_stdout();
}

} // namespace

void add_why(CLI::App& app) {
  const auto options = std::make_shared<WhyOptions>();
  CLI::App* command = app.add_subcommand("why", "Why two names are one thing or two, part by part");
  command->add_option("graph", options->graph, "A graph that build wrote as JSON; - is standard input")->required();
  command->add_option("a", options->a, "Name or id")->required();
  command->add_option("b", options->b, "Name or id")->required();
  command->add_option("-t,--type", options->type, "Type of both, where a name has several");
  command->add_flag("-e,--evidence", options->evidence, "The words that name them");
  command->add_flag("--json", options->json, "As JSON");
  command->callback([options] { explain(*options); });
}

void add_unsure(CLI::App& app) {
  const auto options = std::make_shared<UnsureOptions>();
  CLI::App* command = app.add_subcommand("unsure", "Names that might be one thing: open questions, best first");
  command->add_option("graph", options->graph, "A graph that build wrote as JSON; - is standard input")->required();
  command->add_option("-n,--limit", options->limit, "At most so many");
  command->add_flag("-e,--evidence", options->evidence, "The first words that name each");
  command->add_flag("--json", options->json, "As JSON");
  command->callback([options] { show_open_questions(*options); });
}

} // namespace zonekg::cli
