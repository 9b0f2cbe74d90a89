#include <CLI/CLI.hpp>
#include <cstdlib>
#include <iostream>
#include <memory>

#include "cli/commands.hpp"
#include "cli/graph_input.hpp"
#include "cli/output.hpp"
#include "cli/terminal_text.hpp"
#include "graph/dossier.hpp"

namespace zonekg::cli {
namespace {

struct Options {
  std::string graph, name, type, output, language;
  bool json = false, evidence = false;
};

void print_card(const Graph& graph, const Dossier& dossier, bool evidence) {
  std::cout << label(graph.node(dossier.node)) << " " << graph.node(dossier.node).id << "\n";
  for (const DossierSection& section : dossier.sections) {
    std::cout << section.title << "\n";
    for (const DossierLine& line : section.lines) {
      std::cout << "  " << line.text << "\n";
      if (evidence) print_evidence(graph, line.evidence, 6);
    }
  }
}

void print_json(const Graph& graph, const Dossier& dossier) {
  rapidjson::OStreamWrapper stream(exact_output());
  JsonWriter json(stream);
  json.SetIndent(' ', 1);
  json.StartObject();
  put_node(json, graph.node(dossier.node));
  json.Key("sections");
  json.StartObject();
  for (const DossierSection& section : dossier.sections) {
    json.Key(section.title.c_str());
    json.StartArray();
    for (const DossierLine& line : section.lines) {
      json.StartObject();
      put(json, "text", line.text);
      put_evidence(json, graph, line.evidence);
      json.EndObject();
    }
    json.EndArray();
  }
  json.EndObject();
  json.EndObject();
  std::cout << "\n";
}

void show(const Options& options) {
  const Graph graph = load_graph(options.graph);
  const Dossier dossier = make_dossier(graph, pick_node(graph, options.name, options.type));
  options.json ? print_json(graph, dossier) : print_card(graph, dossier, options.evidence);
  flush_stdout();
}

bool is_chinese(const Options& options) {
  if (!options.language.empty()) return options.language == "zh";
  const char* language = std::getenv("LANG");
  return language != nullptr && std::string_view(language).starts_with("zh");
}

void write_dossier(const Options& options) {
  const bool html = options.output.ends_with(".html") || options.output.ends_with(".htm");
  if (!html && !options.output.ends_with(".md") && options.output != "-")
    throw UsageError("a dossier is written as .md or .html, not as " + options.output);
  const Graph graph = load_graph(options.graph);
  const Dossier dossier = make_dossier(graph, pick_node(graph, options.name, options.type));
  write_output(options.output, [&](std::ostream& out) {
    (html ? write_dossier_html : write_dossier_markdown)(graph, dossier, is_chinese(options), out);
  });
}

void add_name_options(CLI::App& command, Options& options) {
  command.add_option("graph", options.graph, "A graph that build wrote as JSON; - is standard input")->required();
  command.add_option("name", options.name, "Name, alias or id")->required();
  command.add_option("-t,--type", options.type, "Its type, where the name has several");
}

} // namespace

void add_show(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("show", "What is known about one thing: names, states, figures, neighbours");
  add_name_options(*command, *options);
  command->add_flag("-e,--evidence", options->evidence, "The words behind each line");
  command->add_flag("--json", options->json, "As JSON, with the words");
  command->callback([options] { show(*options); });
}

void add_dossier(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("dossier", "One page about one thing to hand on, every line with its source");
  add_name_options(*command, *options);
  command->add_option("-o,--output", options->output, "x.md or x.html; - is Markdown on standard output")->required();
  command->add_option("--language", options->language, "Headings: zh or en; by LANG when not given")
      ->check(CLI::IsMember({"zh", "en"}));
  command->callback([options] { write_dossier(*options); });
}

} // namespace zonekg::cli
