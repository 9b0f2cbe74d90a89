#include "export/timeline.hpp"

#include <algorithm>
#include <chrono>

#include "graph/period_text.hpp"

namespace zonekg {
namespace {

namespace ch = std::chrono;

// 20230000 → 20230101.
int first_day(int date) {
  if (date <= 0) return 0;
  if (date / 100 % 100 == 0) date += 100;
  return date % 100 == 0 ? date + 1 : date;
}

int day_before(int day) {
  const ch::sys_days that = ch::year(day / 10000) / ch::month(static_cast<unsigned>(day / 100 % 100)) /
                            ch::day(static_cast<unsigned>(day % 100));
  const ch::year_month_day before(that - ch::days(1));
  return static_cast<int>(before.year()) * 10000 + static_cast<int>(static_cast<unsigned>(before.month())) * 100 +
         static_cast<int>(static_cast<unsigned>(before.day()));
}

int told(const DocumentDate& date) {
  return date.period.start > 0 ? date.period.start : first_day(date.published);
}

int start_of(const HistoryEntry& entry, const GraphHeader& header) {
  if (const auto period = parse_period(entry.period)) return period->start;
  return first_told(entry.evidence, header);
}

} // namespace

std::string day_text(int day) { return date_text(day); }

int first_told(const std::vector<Evidence>& evidence, const GraphHeader& header) {
  int first = 0;
  for (const Evidence& e : evidence) {
    const int day = told(header.documents[e.document].date);
    if (day > 0 && (first == 0 || day < first)) first = day;
  }
  return first;
}

Lifetime lifetime_of(const Node& node, const GraphHeader& header) {
  if (const auto* property = find_property(node, "period"); property && node.type != "document")
    if (const auto* text = std::get_if<std::string>(property))
      if (const auto period = parse_period(*text)) return {period->start, period->end};
  int start = first_told(node.mentions, header);
  for (const History& history : node.histories)
    for (const HistoryEntry& entry : history.entries)
      if (const int day = entry.modality == "actual" ? start_of(entry, header) : 0; day > 0 && (start == 0 || day < start))
        start = day;
  return {start, 0};
}

Lifetime lifetime_of(const Edge& edge, const GraphHeader& header) {
  if (const auto period = parse_period(edge.period)) return {period->start, period->end};
  return {first_told(edge.evidence, header), 0};
}

std::vector<TimedState> timed_states(const History& history, const GraphHeader& header) {
  std::vector<TimedState> states;
  for (const HistoryEntry& entry : history.entries)
    if (const int start = entry.modality == "actual" ? start_of(entry, header) : 0; start > 0)
      states.push_back({entry.value, start, 0});
  std::stable_sort(states.begin(), states.end(), [](const auto& a, const auto& b) { return a.start < b.start; });
  std::vector<TimedState> kept;
  for (TimedState& state : states) {
    if (!kept.empty() && kept.back().start == state.start) kept.pop_back();
    if (!kept.empty() && kept.back().value == state.value) {
      kept.back().end = 0;
      continue;
    }
    if (!kept.empty()) kept.back().end = day_before(state.start);
    kept.push_back(std::move(state));
  }
  return kept;
}

} // namespace zonekg
