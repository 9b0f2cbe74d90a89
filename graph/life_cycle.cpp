#include "graph/life_cycle.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "graph/period_text.hpp"

namespace zonekg {
namespace {

constexpr std::array<std::string_view, 9> stages = {
    "planned", "negotiating", "signed", "preparing", "started", "under_construction", "trial", "completed",
    "in_production"};

int months(int date) { return date / 10000 * 12 + std::max(date / 100 % 100, 1) - 1; }

bool is_actual(const Step& step) { return step.modality == "actual" || step.modality.empty(); }

// Trial runs come before or after the building is finished: neither order is a step back.
int milestone(std::string_view status) {
  const int stage = stage_of(status);
  return status == "trial" ? stage_of("completed") : stage;
}

// The document's period stands in where the words tell none.
bool is_reports_own(const Graph& graph, const HistoryEntry& entry) {
  return std::any_of(entry.evidence.begin(), entry.evidence.end(), [&](const Evidence& evidence) {
    return period_text(graph.header().documents[evidence.document].date.period) == entry.period;
  });
}

// When it was said: the first report of it.
int told_at(const Graph& graph, const HistoryEntry& entry) {
  int first = 0;
  for (const Evidence& evidence : entry.evidence) {
    const int month = month_of(graph.header().documents[evidence.document]);
    if (month > 0 && (first == 0 || month < first)) first = month;
  }
  return first;
}

Step make_step(const Graph& graph, const HistoryEntry& entry) {
  Step step;
  step.told = told_at(graph, entry);
  step.status = entry.value;
  step.modality = entry.modality;
  step.entry = &entry;
  if (const auto period = parse_period(entry.period); period && !is_reports_own(graph, entry)) {
    step.begin = months(period->start);
    step.end = months(period->end);
    step.dated = true;
    return step;
  }
  step.begin = step.end = step.told;
  return step;
}

// A target without a date is one for the year after its report's time.
int due(const Step& target) { return target.dated ? target.end : target.told + 12; }

} // namespace

Target judge(const Step& promised, const std::vector<Step>& steps, const Reports& reports) {
  const int limit = due(promised), told = promised.told;
  const Step *reached = nullptr, *halted = nullptr, *short_of_it = nullptr;
  for (const Step& step : steps) {
    if (!is_actual(step) || step.end < told) continue;
    if (step.status == "halted" && halted == nullptr) halted = &step;
    const bool enough = milestone(step.status) >= milestone(promised.status);
    if (enough && reached == nullptr) reached = &step;
    if (!enough && step.status != "halted" && step.told > limit) short_of_it = &step;
  }
  const auto as = [&](TargetOutcome outcome, const Step* came) { return Target{promised, outcome, came == nullptr ? Step{} : *came}; };
  if (reached != nullptr) {
    // An undated report of success says only that it came before the report.
    const bool in_time = reached->begin <= limit || (!reached->dated && reached->told <= limit + 12);
    return as(in_time ? TargetOutcome::kept : TargetOutcome::late, reached);
  }
  if (halted != nullptr) return as(TargetOutcome::dropped, halted);
  if (short_of_it != nullptr) return as(TargetOutcome::missed, short_of_it);
  if (reports.last_of_it <= told && reports.last_of_zone > std::max(limit, told)) return as(TargetOutcome::silent, nullptr);
  return as(TargetOutcome::open, nullptr);
}

std::string_view text_of(TargetOutcome outcome) {
  constexpr std::array<std::string_view, 6> texts = {"open", "kept", "late", "missed", "dropped", "silent"};
  return texts[static_cast<std::size_t>(outcome)];
}

int stage_of(std::string_view status) {
  const auto place = std::find(stages.begin(), stages.end(), status);
  return place == stages.end() ? -1 : static_cast<int>(place - stages.begin());
}

std::string month_text(int month) {
  if (month <= 0) return {};
  const std::string number = std::to_string(month % 12 + 1);
  return std::to_string(month / 12) + (number.size() < 2 ? "-0" : "-") + number;
}

int month_of(const DocumentHeader& document) {
  if (document.date.period.end > 0) return months(document.date.period.end);
  return document.date.published > 0 ? months(document.date.published) : 0;
}

namespace {

int last_report(const Graph& graph, std::uint32_t zone) {
  int last = 0;
  for (const Evidence& evidence : graph.node(zone).mentions)
    last = std::max(last, month_of(graph.header().documents[evidence.document]));
  return last;
}

LifeCycle cycle_of(const Graph& graph, std::uint32_t index, int last_of_zone);

} // namespace

std::vector<int> last_zone_reports(const Graph& graph) {
  std::vector<int> of_zone(graph.node_count()), result(graph.node_count());
  const NodeRange zones = graph.nodes_of_type("zone");
  for (std::uint32_t n = zones.begin; n < zones.end; ++n) of_zone[n] = last_report(graph, n);
  for (std::size_t e = 0; e < graph.edge_count(); ++e) {
    const EdgeView view = graph.edge(e);
    result[view.source] = std::max(result[view.source], of_zone[view.target]);
  }
  return result;
}

LifeCycle life_cycle(const Graph& graph, std::uint32_t node, const std::vector<int>& last_reports) {
  return cycle_of(graph, node, last_reports[node]);
}

LifeCycle life_cycle(const Graph& graph, std::uint32_t node) {
  int last = 0;
  for (const std::uint32_t e : graph.edges_of(node))
    if (const EdgeView view = graph.edge(e); view.source == node && graph.node(view.target).type == "zone")
      last = std::max(last, last_report(graph, view.target));
  return cycle_of(graph, node, last);
}

namespace {

LifeCycle cycle_of(const Graph& graph, std::uint32_t index, int last_of_zone) {
  LifeCycle cycle;
  const Node& node = graph.node(index);
  std::set<std::uint32_t> documents;
  for (const Evidence& evidence : node.mentions) documents.insert(evidence.document);
  for (const History& history : node.histories)
    if (history.key == "status")
      for (const HistoryEntry& entry : history.entries) {
        cycle.steps.push_back(make_step(graph, entry));
        for (const Evidence& evidence : entry.evidence) documents.insert(evidence.document);
      }
  if (cycle.steps.empty()) return cycle;
  std::stable_sort(cycle.steps.begin(), cycle.steps.end(), [](const Step& a, const Step& b) {
    return std::tuple(a.end, stage_of(a.status)) < std::tuple(b.end, stage_of(b.status));
  });
  for (const std::uint32_t document : documents)
    cycle.reports.last_of_it = std::max(cycle.reports.last_of_it, month_of(graph.header().documents[document]));
  cycle.reports.last_of_zone = last_of_zone;
  int highest = -1;
  for (const Step& step : cycle.steps) {
    if (!is_actual(step)) {
      cycle.targets.push_back(judge(step, cycle.steps, cycle.reports));
      continue;
    }
    if (stage_of(step.status) >= 0 && milestone(step.status) < highest) cycle.went_back.push_back(step);
    highest = std::max(highest, milestone(step.status));
  }
  cycle.documents.assign(documents.begin(), documents.end());
  std::stable_sort(cycle.documents.begin(), cycle.documents.end(), [&](std::uint32_t a, std::uint32_t b) {
    return month_of(graph.header().documents[a]) < month_of(graph.header().documents[b]);
  });
  return cycle;
}

} // namespace
} // namespace zonekg
