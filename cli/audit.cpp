#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/commands.hpp"
#include "cli/graph_input.hpp"
#include "cli/output.hpp"
#include "cli/terminal_text.hpp"
#include "graph/audit.hpp"

namespace zonekg::cli {
namespace {

struct Options {
  std::string graph, rule;
  bool json = false, all = false;
};

void print_finding(const Graph& graph, const AuditFinding& finding) {
  std::cout << padded(std::string(text_of(finding.verdict)), 14) << padded(finding.rule, 15)
            << graph.node(finding.subject).name << "  " << finding.figure << "\n    " << finding.arithmetic << "\n";
  for (const AuditStatement& statement : finding.statements) std::cout << "    " << quoted(graph, statement.evidence) << "\n";
}

void put_finding(JsonWriter& json, const Graph& graph, const AuditFinding& finding) {
  json.StartObject();
  put(json, "verdict", text_of(finding.verdict));
  put(json, "rule", finding.rule);
  put(json, "subject", graph.node(finding.subject).id);
  put(json, "name", graph.node(finding.subject).name);
  put(json, "figure", finding.figure);
  put(json, "arithmetic", finding.arithmetic);
  std::vector<Evidence> evidence;
  for (const AuditStatement& statement : finding.statements) evidence.push_back(statement.evidence);
  put_evidence(json, graph, evidence);
  json.EndObject();
}

void print_findings(const Options& options) {
  const Graph graph = load_graph(options.graph);
  std::vector<AuditFinding> findings = audit(graph);
  const std::size_t count = findings.size();
  std::erase_if(findings, [&](const AuditFinding& finding) {
    if (!options.rule.empty() && finding.rule != options.rule) return true;
    return !options.all && (finding.verdict == AuditVerdict::fits || finding.verdict == AuditVerdict::rounding) &&
           finding.rule != "target" && finding.rule != "count";
  });
  if (options.json) {
    rapidjson::OStreamWrapper stream(exact_output());
    JsonWriter json(stream);
    json.SetIndent(' ', 1);
    json.StartArray();
    for (const AuditFinding& finding : findings) put_finding(json, graph, finding);
    json.EndArray();
    std::cout << "\n";
  } else {
    for (const AuditFinding& finding : findings) print_finding(graph, finding);
    std::cout << count << " comparisons, " << findings.size() << " shown" << (options.all ? "" : "; --all shows those that fit")
              << "\n";
  }
  flush_stdout();
}

} // namespace

void add_audit(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("audit", "Do the figures fit each other? Both statements, the arithmetic, a verdict");
  command->add_option("graph", options->graph, "A graph that build wrote as JSON; - is standard input")->required();
  command->add_option("-r,--rule", options->rule, "Only growth, magnitude, part-of-whole, target, twice, progress, count, sum or share")
      ->check(CLI::IsMember({"growth", "magnitude", "part-of-whole", "target", "twice", "progress", "count", "sum", "share"}));
  command->add_flag("-a,--all", options->all, "What fits as well");
  command->add_flag("--json", options->json, "As JSON");
  command->callback([options] { print_findings(*options); });
}

} // namespace zonekg::cli
