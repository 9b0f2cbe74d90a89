// What the graph tells beyond itself: life cycles, figures through the years, what does not fit.
#include <algorithm>

#include "export/explorer_data.hpp"
#include "export/json_line.hpp"
#include "graph/audit.hpp"
#include "graph/life_cycle.hpp"
#include "graph/series.hpp"

namespace zonekg {
namespace {

// A list or object of many pieces, each written as soon as it is there.
class Pieces {
 public:
  explicit Pieces(std::ostream& out) : out_(out) {}
  void next() {
    if (!first_) out_ << ",\n";
    first_ = false;
  }

 private:
  std::ostream& out_;
  bool first_ = true;
};

bool is_in(const std::vector<std::uint32_t>& nodes, std::uint32_t node) {
  return std::binary_search(nodes.begin(), nodes.end(), node);
}

void add_step(JsonLine& line, const Step& step) {
  line.add("status", std::string_view(step.status));
  line.add("modality", std::string_view(step.modality));
  line.add_stated("begin", month_text(step.begin));
  line.add_stated("end", month_text(step.end));
  line.add("dated", step.dated);
}

void add_targets(JsonLine& line, const LifeCycle& cycle) {
  line.begin_list("targets");
  for (const Target& target : cycle.targets) {
    line.begin();
    add_step(line, target.promised);
    line.add("outcome", text_of(target.outcome));
    if (target.came.entry != nullptr) {
      line.begin_object("came");
      add_step(line, target.came);
      line.end();
    }
    line.end();
  }
  line.end_list();
}

void add_life_cycle(JsonLine& line, const LifeCycle& cycle) {
  line.begin();
  line.begin_list("steps");
  for (const Step& step : cycle.steps) {
    line.begin();
    add_step(line, step);
    line.end();
  }
  line.end_list();
  line.begin_list("went_back");
  for (const Step& back : cycle.went_back)
    for (std::size_t i = 0; i < cycle.steps.size(); ++i)
      if (cycle.steps[i].entry == back.entry) line.number(static_cast<double>(i));
  line.end_list();
  add_targets(line, cycle);
  line.end();
}

void add_point(JsonLine& line, const Graph& graph, const Point& point) {
  line.begin();
  line.add("node", std::string_view(graph.node(point.node).id));
  line.add("period", std::string_view(point.period));
  line.add("modality", std::string_view(point.modality));
  if (point.value) {
    line.add("value", *point.value);
    line.add("shown", point.shown);
    line.add("unit", std::string_view(point.unit));
  }
  if (point.yoy) line.add("yoy", *point.yoy);
  line.begin_list("documents");
  for (const std::uint32_t document : point.documents) line.string(graph.header().documents[document].id);
  line.end_list();
  line.end();
}

void add_series(JsonLine& line, const Graph& graph, const Series& series) {
  line.begin();
  line.add("zone", std::string_view(graph.node(series.zone).id));
  line.add("metric", std::string_view(series.metric));
  line.add("unit", std::string_view(series.unit));
  line.begin_list("points");
  for (const Point& point : series.points) add_point(line, graph, point);
  line.end_list();
  line.end();
}

void add_statement(JsonLine& line, const Graph& graph, const AuditStatement& statement) {
  const DocumentHeader& document = graph.header().documents[statement.evidence.document];
  line.begin();
  line.add("node", std::string_view(graph.node(statement.node).id));
  line.add("doc", std::string_view(document.id));
  line.add("path", std::string_view(document.path));
  line.add("begin", static_cast<double>(statement.evidence.begin));
  line.add("end", static_cast<double>(statement.evidence.end));
  line.add("text", std::string_view(statement.evidence.text));
  line.end();
}

void add_finding(JsonLine& line, const Graph& graph, const AuditFinding& finding) {
  line.begin();
  line.add("verdict", text_of(finding.verdict));
  line.add("rule", std::string_view(finding.rule));
  line.add("subject", std::string_view(graph.node(finding.subject).id));
  line.add("name", std::string_view(graph.node(finding.subject).name));
  line.add("figure", std::string_view(finding.figure));
  line.add("arithmetic", std::string_view(finding.arithmetic));
  line.begin_list("evidence");
  for (const AuditStatement& statement : finding.statements) add_statement(line, graph, statement);
  line.end_list();
  line.end();
}

} // namespace

void write_life_cycles(const Graph& graph, const std::vector<std::uint32_t>& nodes, const std::vector<int>& last_reports,
                       std::ostream& out) {
  JsonLine line;
  Pieces pieces(out);
  out << ",\n\"life_cycles\":{";
  for (const std::uint32_t node : nodes) {
    const LifeCycle cycle = life_cycle(graph, node, last_reports);
    if (cycle.steps.empty()) continue;
    pieces.next();
    line.string(graph.node(node).id);
    line.flush(out);
    out << ':';
    add_life_cycle(line, cycle);
    line.flush(out);
  }
  out << '}';
}

void write_series(const Graph& graph, const std::vector<std::uint32_t>& nodes, std::ostream& out) {
  JsonLine line;
  Pieces pieces(out);
  out << ",\n\"series\":[";
  for (const Series& series : indicator_series(graph)) {
    if (!is_in(nodes, series.zone)) continue;
    pieces.next();
    add_series(line, graph, series);
    line.flush(out);
  }
  out << ']';
}

void write_audit(const Graph& graph, const std::vector<std::uint32_t>& nodes, std::ostream& out) {
  JsonLine line;
  Pieces pieces(out);
  std::size_t count = 0;
  out << ",\n\"audit\":[";
  for (const AuditFinding& finding : audit(graph)) {
    if (!is_in(nodes, finding.subject) || ++count > most_findings) continue;
    pieces.next();
    add_finding(line, graph, finding);
    line.flush(out);
  }
  out << ']';
  if (count > most_findings) out << ",\n\"audit_left_out\":" << count - most_findings;
}

} // namespace zonekg
