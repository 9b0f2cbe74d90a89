#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "core/text/characters.hpp"
#include "core/text/claims.hpp"
#include "core/text/enumeration_words.hpp"
#include "core/text/holds_any.hpp"

namespace zonekg {
namespace {

constexpr std::array<std::string_view, 4> total_words = {"合计", "总计", "共计", "总和"};
constexpr std::array<std::string_view, 3> partial_words = {"小计", "其中", "合计"}; // rows that count others again
constexpr std::array<std::string_view, 4> other_words = {"的", ")", ",", "、"}; // between a count and a bracket with parts
constexpr std::array<std::string_view, 2> vague_inside = {"余", "多"}; // 10余项
constexpr std::array<std::string_view, 3> vague_before = {"近", "约", "超"};

std::string_view words(std::string_view text, zkg_span span) { return text.substr(span.begin, span.end - span.begin); }

// The last count in [begin, end) that has the claimed value; `end` when there is none.
std::size_t find_claim(std::string_view text, std::size_t begin, std::size_t end, double claimed) {
  std::size_t found = end;
  for (std::size_t at = begin; at < end; at += code_point_at(text, at).size) {
    if (at > 0 && (is_digit(text[at - 1]) || text[at - 1] == '.')) continue;
    const Claim claim = claim_at(text, at);
    if (claim.size > 0 && claim.value == claimed && at + claim.size <= end) found = at;
  }
  return found;
}

class Lists {
 public:
  Lists(std::string_view text, const Layers& layers) : text_(text), layers_(layers) {}

  std::vector<ListClaim> run() {
    for (const zkg_enumeration& row : layers_.enumerations) {
      if (row.kind == ZKG_ENUM_INLINE || row.kind == ZKG_ENUM_PARENTHESISED) add_list(row);
      if (row.kind == ZKG_ENUM_TABLE) add_table(row);
    }
    return std::move(claims_);
  }

 private:
  [[nodiscard]] const zkg_item& item(const zkg_enumeration& row, std::uint32_t i) const {
    return layers_.items[row.first_item + i];
  }

  void add_list(const zkg_enumeration& row) {
    if (!(row.claimed >= 2) || !std::isfinite(row.claimed) || row.item_count == 0) return;
    constexpr std::size_t reach = 60; // bytes before the bracket
    const bool behind = row.kind == ZKG_ENUM_INLINE;
    const std::size_t last = item(row, row.item_count - 1).span.end;
    std::size_t begin = behind ? last : std::max<std::size_t>(row.span.begin, reach) - reach;
    while (begin < row.span.begin && is_continuation(text_[begin])) ++begin;
    const std::size_t end = behind ? row.span.end : row.span.begin;
    const std::size_t count = find_claim(text_, begin, end, row.claimed);
    if (count == end) return; // a count told of something else in the sentence
    if (!behind && holds_any(text_.substr(count, end - count), other_words)) return; // 两个园区的县(市、区)
    ListClaim claim;
    claim.span = behind ? row.span : zkg_span{static_cast<std::uint32_t>(count), row.span.end};
    claim.noun = row.head;
    claim.claimed = row.claimed;
    claim.open = words(text_, {static_cast<std::uint32_t>(last), row.span.end}).find("等") != std::string_view::npos;
    claim.exact = is_exact(count);
    for (std::uint32_t i = 0; i < row.item_count; ++i)
      claim.items.push_back({item(row, i).span, count_at_end(item(row, i).span)});
    claims_.push_back(std::move(claim));
  }

  // 约10家, not 签约10家.
  [[nodiscard]] bool is_exact(std::size_t count) const {
    const std::string_view before = text_.substr(0, count);
    const bool vague = std::ranges::any_of(vague_before, [&](std::string_view word) { return before.ends_with(word); });
    return !holds_any(text_.substr(count, claim_at(text_, count).size), vague_inside) && (!vague || before.ends_with("签约"));
  }

  // 储能装备7个 → 7.
  [[nodiscard]] std::optional<double> count_at_end(zkg_span span) const {
    const auto next = std::ranges::upper_bound(layers_.quantities, span.end, {}, [](const zkg_quantity& q) { return q.span.end; });
    if (next == layers_.quantities.begin()) return std::nullopt;
    const zkg_quantity& q = *std::prev(next);
    const bool counts = q.kind == ZKG_Q_COUNT && q.flags == 0 && q.span.end == span.end && q.span.begin > span.begin;
    return counts ? std::optional(q.value) : std::nullopt;
  }

  // Columns of figures above a total.
  void add_table(const zkg_enumeration& row) {
    std::map<std::uint32_t, std::vector<const zkg_item*>> columns;
    std::uint32_t total_row = 0, last_row = 0;
    bool recounts = false;
    for (std::uint32_t i = 0; i < row.item_count; ++i) {
      const zkg_item& cell = item(row, i);
      columns[cell.column].push_back(&cell);
      last_row = std::max(last_row, cell.row);
      if (cell.row == 0 || cell.column > 1) continue;
      const std::string_view label = trim(words(text_, cell.span));
      if (holds_any(label, total_words) && label.size() <= 12) total_row = total_row == 0 ? cell.row : ~0U;
      else recounts = recounts || (label.size() <= 30 && holds_any(label, partial_words));
    }
    if (total_row != last_row || total_row < 3 || recounts) return; // fewer than two rows are no parts
    for (const auto& [column, cells] : columns) add_column(cells, total_row);
  }

  void add_column(const std::vector<const zkg_item*>& cells, std::uint32_t total_row) {
    ListClaim claim;
    for (const zkg_item* cell : cells) {
      const std::optional<double> figure = figure_of(cell->span);
      if (cell->row == 0) continue;
      if (!figure) return; // words, or a figure that is blacked out
      if (cell->row == total_row) {
        claim.claimed = *figure;
        claim.span = cell->span;
        claim.noun = cell->header;
      } else {
        claim.items.push_back({cell->span, figure});
      }
    }
    if (claim.span.end > 0 && claim.items.size() + 1 == total_row) claims_.push_back(std::move(claim));
  }

  // Of a cell that holds one figure and nothing else.
  [[nodiscard]] std::optional<double> figure_of(zkg_span span) const {
    const auto at = std::ranges::lower_bound(layers_.quantities, span.begin, {}, [](const zkg_quantity& q) { return q.span.begin; });
    if (at == layers_.quantities.end() || (at->flags & ~unsigned{ZKG_Q_UNIT_FROM_HEADER}) != 0) return std::nullopt;
    const bool adds_up = at->kind != ZKG_Q_PERCENT && at->kind != ZKG_Q_RANK && at->kind != ZKG_Q_POINTS;
    const bool alone = trim(words(text_, span)) == trim(words(text_, at->span));
    return adds_up && alone && std::isfinite(at->value) ? std::optional(at->value) : std::nullopt;
  }

  std::string_view text_;
  const Layers& layers_;
  std::vector<ListClaim> claims_;
};

} // namespace

std::vector<ListClaim> find_list_claims(std::string_view text, const Layers& layers) { return Lists(text, layers).run(); }

} // namespace zonekg
