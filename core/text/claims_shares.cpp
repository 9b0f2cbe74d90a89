#include <algorithm>
#include <array>
#include <cmath>

#include "core/text/characters.hpp"
#include "core/text/claims.hpp"
#include "core/text/holds_any.hpp"

namespace zonekg {
namespace {

constexpr std::array<std::string_view, 3> plan_words = {"计划", "目标", "任务"};
constexpr std::array<std::string_view, 7> growth_words = {"增长", "下降", "增速", "增幅", "同比", "比增", "环比"};
constexpr std::array<std::string_view, 2> inclusion_words = {"其中", "当中"};

// A clause and the figures in it.
struct Clause {
  zkg_span span{0, 0};
  std::size_t first = 0, last = 0; // rows of the quantities layer, the last one excluded
};

class Shares {
 public:
  Shares(std::string_view text, const Layers& layers) : text_(text), rows_(layers.quantities) {}

  std::vector<ShareClaim> run() {
    for (std::size_t i = 0; i < rows_.size(); ++i)
      if (rows_[i].kind == ZKG_Q_PERCENT && rows_[i].flags == 0 && rows_[i].value > 0) add(i);
    return std::move(claims_);
  }

 private:
  [[nodiscard]] std::string_view words(std::size_t begin, std::size_t end) const {
    return text_.substr(begin, std::max(begin, end) - begin);
  }

  // The clause that ends at `end`: back to a comma, or to the mark that ends a sentence.
  [[nodiscard]] Clause clause_before(std::size_t end, std::size_t last) const {
    constexpr std::size_t reach = 240; // bytes; a share stands close to what it is told of
    const std::size_t stop = end > reach ? end - reach : 0;
    std::size_t begin = end;
    while (begin > stop) {
      const std::size_t previous = previous_code_point(text_, begin);
      const char32_t sign = code_point_at(text_, previous).value;
      if (sign == U',' || sign == U'\n' || ends_sentence(sign)) break;
      begin = previous;
    }
    Clause clause{{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, last, last};
    while (clause.first > 0 && rows_[clause.first - 1].span.begin >= begin) --clause.first;
    return clause;
  }

  // Does the next clause to the left belong to the same sentence? Then where it ends.
  [[nodiscard]] std::optional<Clause> clause_left_of(const Clause& clause, bool over_semicolon) const {
    if (clause.span.begin == 0) return std::nullopt;
    const std::size_t mark = previous_code_point(text_, clause.span.begin);
    const char32_t sign = code_point_at(text_, mark).value;
    if (sign != U',' && !(over_semicolon && sign == U';')) return std::nullopt;
    return clause_before(mark, clause.first);
  }

  // 占年度计划的, 占比, 完成全年任务的, 为目标任务的: the words behind it say of what.
  [[nodiscard]] std::optional<zkg_span> label(std::size_t begin, std::size_t end) const {
    const std::string_view clause = words(begin, end);
    const std::size_t share = clause.rfind("占");
    std::size_t from = std::string_view::npos;
    bool must_plan = false;
    if (share != clause.npos) {
      from = share + std::string_view("占").size();
      if (clause.substr(share).find("占地") == 0 || clause.substr(share).find("占用") == 0) return std::nullopt;
    } else {
      for (const std::string_view word : {"完成", "为", "是"})
        if (const std::size_t at = clause.rfind(word); at != clause.npos && from == clause.npos) from = at + word.size();
      must_plan = true;
    }
    if (from == clause.npos || clause.size() - from > 75) return std::nullopt;
    std::string_view of = trim(clause.substr(from));
    if (must_plan && !holds_any(of, plan_words)) return std::nullopt;
    for (const std::string_view word : {"比重", "比例", "比", "的", "约", "达到", "达", "为", "到", "了", "升至"})
      if (of.ends_with(word)) of = trim(of.substr(0, of.size() - word.size()));
    for (const std::string_view word : {"比", "到", "了"})
      if (of.starts_with(word)) of = trim(of.substr(word.size()));
    const auto at = static_cast<std::uint32_t>(of.empty() ? end : static_cast<std::size_t>(of.data() - text_.data()));
    return zkg_span{at, at + static_cast<std::uint32_t>(of.size())};
  }

  static bool is_figure(const zkg_quantity& q) {
    return q.kind != ZKG_Q_PERCENT && q.kind != ZKG_Q_POINTS && q.kind != ZKG_Q_RANK && q.kind != ZKG_Q_DURATION &&
           q.flags == 0 && std::isfinite(q.base_value) && q.base_value > 0;
  }
  static bool same_kind(const zkg_quantity& a, const zkg_quantity& b) {
    return a.kind == b.kind && std::string_view(a.currency) == b.currency &&
           (a.kind != ZKG_Q_COUNT || std::string_view(a.unit_name) == b.unit_name);
  }

  void add(std::size_t percent) {
    const Clause own = clause_before(rows_[percent].span.begin, percent);
    const auto of = label(own.span.begin, own.span.end);
    if (!of) return;
    ShareClaim claim;
    claim.percent = rows_[percent];
    claim.of = *of;
    Clause at = own;
    const zkg_quantity* part = own.first < own.last ? &rows_[own.last - 1] : nullptr;
    for (int clauses = 0; part == nullptr && clauses < 2; ++clauses) {
      const auto left = clause_left_of(at, false);
      if (!left) return;
      at = *left;
      // Only growth may stand between a figure and its share.
      if (at.first < at.last && rows_[at.last - 1].kind != ZKG_Q_PERCENT) part = &rows_[at.last - 1];
      else if (!holds_any(words(at.span.begin, at.span.end), growth_words)) return;
    }
    if (part == nullptr || !is_figure(*part)) return;
    const std::string_view before = words(at.span.begin, part->span.begin);
    if (part->span.end <= claim.of.begin + (claim.of.end == claim.of.begin) && holds_any(before, plan_words) &&
        before.find("完成") == before.npos)
      return; // the plan itself: 计划投资5亿元，完成年度计划的88.3%
    if (part->span.begin >= claim.of.begin && part->span.end <= claim.of.end) return; // 占2万平方米目标的35%
    claim.part = *part;
    claim.span = {at.span.begin, claim.percent.span.end};
    find_whole(claim, at);
    claims_.push_back(claim);
  }

  [[nodiscard]] static bool fits(const ShareClaim& claim, const zkg_quantity& whole) {
    constexpr double half_a_digit = 0.06; // percentage points
    return std::abs(claim.part.base_value / whole.base_value * 100 - claim.percent.value) <= half_a_digit;
  }

  // Where 其中 stands that ties the part to what was told before; 0 without one. Behind 其中甲…、乙… only the first is near.
  [[nodiscard]] std::size_t inclusion_before(const Clause& clause, const zkg_quantity& part) const {
    const std::string_view before = words(clause.span.begin, part.span.begin);
    std::size_t at = before.npos;
    for (const std::string_view word : inclusion_words)
      if (const std::size_t found = before.rfind(word); found != before.npos) at = clause.span.begin + found;
    if (at == before.npos) return 0;
    for (std::size_t i = clause.first; i < clause.last; ++i)
      if (rows_[i].span.begin > at && rows_[i].span.begin < part.span.begin) return 0;
    return at;
  }

  // Of several figures that the words might tie it to none is taken.
  void find_whole(ShareClaim& claim, const Clause& at) const {
    constexpr std::size_t reach = 300; // bytes
    const bool of_plan = holds_any(words(claim.of.begin, claim.of.end), plan_words);
    const std::size_t inclusion = claim.of.begin == claim.of.end ? inclusion_before(at, claim.part) : 0;
    const zkg_quantity* tied = nullptr;
    zkg_span tied_words{0, 0};
    bool several = false;
    for (std::optional<Clause> clause = at; clause; clause = clause_left_of(*clause, true)) {
      if (at.span.end - clause->span.begin > reach) break;
      for (std::size_t i = clause->last; i-- > clause->first;) {
        const zkg_quantity& q = rows_[i];
        if (q.span.begin >= claim.part.span.begin || !is_figure(q) || !same_kind(q, claim.part)) continue;
        const zkg_span told{clause->span.begin, q.span.end};
        if (fits(claim, q)) return take(claim, q, told);
        const std::string_view before = words(clause->span.begin, q.span.begin);
        const bool planned = of_plan && holds_any(before, plan_words) && before.find("完成") == before.npos;
        if (!planned && (q.span.end > inclusion || tied != nullptr)) continue;
        several = tied != nullptr;
        tied = &q;
        tied_words = told;
      }
    }
    if (tied != nullptr && !several) take(claim, *tied, tied_words);
  }

  static void take(ShareClaim& claim, const zkg_quantity& whole, zkg_span told) {
    claim.whole = whole;
    claim.whole_words = told;
  }

  std::string_view text_;
  const std::vector<zkg_quantity>& rows_;
  std::vector<ShareClaim> claims_;
};

} // namespace

std::vector<ShareClaim> find_share_claims(std::string_view text, const Layers& layers) { return Shares(text, layers).run(); }

} // namespace zonekg
