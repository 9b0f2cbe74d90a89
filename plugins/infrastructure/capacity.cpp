#include "plugins/infrastructure/capacity.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace zonekg {
namespace {

using kit::Range;
using kit::Reading;

constexpr std::array<std::string_view, 7> land_words = {"占地", "用地", "征地", "收储", "投资", "资金", "租金"};
constexpr std::array<std::string_view, 7> flow_words = {"处理", "供水", "供热", "供气", "规模", "能力", "产能"};

// Measures of a facility. Weights and volumes only as what goes through it.
bool measures(const zkg_quantity& q, std::string_view before) {
  const auto said = [&](const auto& words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return before.find(word) != before.npos; });
  };
  if ((q.flags & ZKG_Q_REDACTED) != 0 || said(land_words)) return false;
  switch (q.kind) {
  case ZKG_Q_AREA: return std::string_view(q.unit_name) != "亩";
  case ZKG_Q_LENGTH: case ZKG_Q_POWER: case ZKG_Q_VOLTAGE: case ZKG_Q_RATE: return true;
  case ZKG_Q_MASS: case ZKG_Q_VOLUME: return said(flow_words);
  default: return false;
  }
}

bool is_phase(char32_t c) {
  constexpr std::u32string_view signs = U"（）()一二三四五六七八九十期段东西南北延伸#号扩建改造工程项目";
  return signs.find(c) != signs.npos;
}

// The class word that ends last in the name, the longest of those.
std::string_view kind_of(const Reading& reading, kit::Classes heads, Range name) {
  const auto [first, last] = reading.hits_in(name);
  Range best{0, 0};
  for (std::size_t row = first; row < last; ++row) {
    const zkg_trigger_hit& hit = reading.hit(row);
    const Range range = reading.range(hit.span);
    if (!(heads >> hit.id & 1) || range.end > name.end) continue;
    bool behind = true;
    for (std::uint32_t i = range.end; i < name.end; ++i) behind = behind && is_phase(reading.at(i));
    const bool whole = range.size() > 1 || range.end == name.end;
    if (behind && whole && range.size() > best.size()) best = range;
  }
  return best.size() == 0 ? std::string_view() : reading.text(best);
}

// The end of the clause that goes on at `at`, at most 40 characters on.
std::uint32_t clause_end(const Reading& reading, std::uint32_t at, std::uint32_t next) {
  constexpr std::uint32_t reach = 40;
  const std::uint32_t limit = std::min({reading.size(), at + reach, next});
  while (at < limit && !kit::breaks_name(reading.at(at))) ++at;
  return at;
}

// `left`, `right`: where the facilities before and behind it end and begin.
const zkg_quantity* capacity_of(const Reading& reading, Range name, std::uint32_t left, std::uint32_t right) {
  const auto& rows = reading.quantities();
  const auto text = reading.document().text();
  const zkg_span words = reading.span(name);
  const std::uint32_t end = reading.span({name.end, clause_end(reading, name.end, right)}).end;
  const std::uint32_t begin = reading.span({std::max(left, name.begin > 12 ? name.begin - 12 : 0), name.begin}).begin;
  const zkg_quantity* behind = nullptr;
  for (std::size_t i = kit::first_row_from(rows, begin); i < rows.size() && rows[i].span.begin < end; ++i) {
    const zkg_quantity& q = rows[i];
    const bool inside = q.span.begin >= words.begin && q.span.end <= words.end;
    const bool directly_before = q.span.end == words.begin;
    if ((inside || directly_before) && measures(q, {})) return &q;
    if (q.span.begin < words.end || q.span.end > end || behind != nullptr) continue;
    if (measures(q, text.substr(words.end, q.span.begin - words.end))) behind = &q;
  }
  return behind;
}

} // namespace

// Likely proposals never overlap.
void describe_facilities(const Reading& reading, kit::Classes heads, std::vector<kit::Proposal>& proposals) {
  std::vector<kit::Proposal*> likely;
  for (kit::Proposal& proposal : proposals)
    if (proposal.likely()) likely.push_back(&proposal);
  for (std::size_t i = 0; i < likely.size(); ++i) {
    kit::Proposal& own = *likely[i];
    const std::uint32_t left = i == 0 ? 0 : likely[i - 1]->range.end;
    const std::uint32_t right = i + 1 == likely.size() ? reading.size() : likely[i + 1]->range.begin;
    if (const std::string_view kind = kind_of(reading, heads, own.range); !kind.empty()) own.candidate.with("kind", kind);
    const zkg_quantity* q = capacity_of(reading, own.range, left, right);
    if (q == nullptr) continue;
    own.candidate.with_number("capacity", q->value);
    own.candidate.with("capacity_unit", std::string_view(q->unit_name));
  }
}

} // namespace zonekg
