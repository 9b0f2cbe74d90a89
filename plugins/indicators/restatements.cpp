#include "plugins/indicators/restatements.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>

#include "plugins/indicators/period_choice.hpp"

namespace zonekg {
namespace {

constexpr std::array<std::string_view, 8> becomes = {"调整为", "修订为", "修正为", "更正为", "核定为", "核减为", "核增为", "核减至"};
constexpr std::array<std::string_view, 2> from = {"由", "从"};
constexpr std::uint32_t longest_metric = 24; // characters

bool is_one_of(std::string_view text, const auto& words) { return std::find(words.begin(), words.end(), text) != words.end(); }

// The metric's words between the period and 由; empty without either.
kit::Range metric_before(const kit::Reading& reading, std::uint32_t end, const zkg_period*& period) {
  const auto& rows = reading.periods();
  const std::uint32_t least = end > longest_metric ? end - longest_metric : 0;
  std::uint32_t begin = end;
  while (begin > least && !kit::breaks_name(reading.at(std::int64_t{begin} - 1)) && !kit::is_opening(reading.at(std::int64_t{begin} - 1)) &&
         (reading.ends(begin) & kit::mark_period) == 0)
    --begin;
  std::size_t row = kit::first_row_from(rows, reading.span({begin, end}).begin);
  while (row > 0 && reading.range(rows[row - 1].span).end > begin) --row;
  period = row > 0 && reading.range(rows[row - 1].span).end == begin ? &rows[row - 1] : nullptr;
  return {begin, end};
}

} // namespace

void propose_restatements(const kit::Reading& reading, Sink& sink) {
  const auto& rows = reading.quantities();
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const kit::Range before = reading.range(rows[i - 1].span), now = reading.range(rows[i].span);
    if (before.begin < 2 || before.end >= now.begin || rows[i].kind != rows[i - 1].kind || !std::isfinite(rows[i].value)) continue;
    if (!is_one_of(reading.text({before.end, now.begin}), becomes) || !is_one_of(reading.text({before.begin - 1, before.begin}), from)) continue;
    const zkg_period* period = nullptr;
    const kit::Range metric = metric_before(reading, before.begin - 1, period);
    if (period == nullptr || metric.size() < 2) continue;
    const std::string words(reading.text(metric)), interval = interval_text(period->interval);
    if (interval.empty()) continue;
    MentionCandidate candidate{"indicator", reading.span({metric.begin, now.end}), 1, "restated"};
    candidate.with("metric", words).with("modality", "actual").with("period", interval);
    candidate.with_number("value", rows[i].value).with("unit", rows[i].unit_name);
    sink.add(candidate);
  }
}

} // namespace zonekg
