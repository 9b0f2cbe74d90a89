#include "core/host/fact_periods.hpp"

#include <algorithm>

#include "core/text/characters.hpp"

namespace zonekg {
namespace {

constexpr std::size_t reach = 180; // bytes of a clause that are looked at

bool ends_clause(char32_t c) { return c == U',' || c == U'，' || c == U':' || c == U'：' || c == U'；' || c == U'\n' || ends_sentence(c); }

std::size_t clause_begin(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && end - begin < reach) {
    const std::size_t previous = previous_code_point(text, begin);
    if (ends_clause(code_point_at(text, previous).value)) break;
    begin = previous;
  }
  return begin;
}

int last_known_day(const DocumentDate& date) { return std::max(date.published, date.period.end); }

} // namespace

zkg_interval fact_period(std::string_view text, const Layers& layers, zkg_span words, bool actual) {
  const auto& rows = layers.periods;
  const auto before = [&](std::size_t end) { // the last row that ends by `end`, or null
    const auto next = std::ranges::upper_bound(rows, end, {}, [](const zkg_period& p) { return p.span.end; });
    return next == rows.begin() ? nullptr : &*std::prev(next);
  };
  const zkg_period* const last_inside = before(words.end);
  const zkg_period* row = before(words.begin);
  const bool one_inside = last_inside != row && (row == nullptr ? last_inside == &rows.front() : last_inside == row + 1);
  if (one_inside) row = last_inside;
  if (row == nullptr) return {0, 0};
  const std::size_t begin = clause_begin(text, words.begin);
  if (!one_inside && row->span.begin < begin) {
    if (begin == 0) return {0, 0};
    const std::size_t mark = previous_code_point(text, begin);
    const char32_t sign = code_point_at(text, mark).value;
    if (sign != U',' && sign != U'，') return {0, 0};
    const std::size_t left = clause_begin(text, mark);
    if (row->span.begin < left || trim(text.substr(left, mark - left)) != text.substr(row->span.begin, row->span.end - row->span.begin))
      return {0, 0};
  }
  const int today = last_known_day(layers.date);
  const bool to_come = actual && today > 0 && row->interval.start > today;
  return to_come ? zkg_interval{0, 0} : row->interval;
}

} // namespace zonekg
