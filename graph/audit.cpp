#include "graph/audit.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

#include "core/text/holds_any.hpp"
#include "graph/audit_claims.hpp"
#include "graph/number_text.hpp"
#include "graph/series.hpp"

namespace zonekg {
namespace {

// Growth of these is counted in comparable prices, or from a base that was counted anew.
constexpr std::array<std::string_view, 4> real_terms = {"增加值", "总产值", "生产总值", "GDP"};
constexpr std::array<std::string_view, 9> vague_words = {"约", "近", "超", "余", "多", "左右", "以上", "逾", "突破"};
constexpr std::array<std::string_view, 5> other_basis = {"可比", "同口径", "核减", "调整为", "剔除"};

struct Parts {
  std::string_view part, whole;
};
constexpr std::array<Parts, 6> parts = {{{"工业投资", "固定资产投资"},
                                         {"工业性投资", "固定资产投资"},
                                         {"技改投资", "工业投资"},
                                         {"出口总额", "进出口总额"},
                                         {"工业税收", "税收收入"},
                                         {"规上工业增加值", "规上工业总产值"}}};

std::string_view words_of(const Graph& graph, const Point& point) {
  const auto& mentions = graph.node(point.node).mentions;
  return mentions.empty() ? std::string_view() : std::string_view(mentions.front().text);
}

AuditStatement statement(const Graph& graph, const Point& point) {
  const auto& mentions = graph.node(point.node).mentions;
  return {point.node, mentions.empty() ? Evidence{} : mentions.front()};
}

std::string percent(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f", value);
  return std::string(text) + " %";
}

std::string shown(const Point& point) { return number_text(point.shown) + point.unit; }

bool is_year(const std::string& period) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return period.size() == 15 && std::all_of(period.begin(), period.begin() + 4, digit) && period.substr(4, 4) == "-01/" && period.substr(0, 4) == period.substr(8, 4) &&
         period.ends_with("-12");
}

int year_of(const Point& point) { return is_year(point.period) ? std::stoi(point.period.substr(0, 4)) : 0; }

class Auditor {
 public:
  explicit Auditor(const Graph& graph) : graph_(graph), series_(indicator_series(graph)) {}

  std::vector<AuditFinding> run() {
    for (const Series& series : series_) {
      if (!is_headline(series.metric)) continue;
      check_growth(series);
      check_targets(series);
      check_twice(series);
      check_siblings(series);
    }
    check_parts();
    check_progress();
    audit_claims(graph_, series_, findings_);
    std::stable_sort(findings_.begin(), findings_.end(), [](const AuditFinding& a, const AuditFinding& b) {
      const auto rank = [](const AuditFinding& f) {
        return std::tuple(-static_cast<int>(f.verdict), f.subject, std::string_view(f.rule), std::string_view(f.figure));
      };
      return rank(a) < rank(b);
    });
    return std::move(findings_);
  }

 private:
  void add(std::string rule, AuditVerdict verdict, std::uint32_t subject, std::string figure,
           std::vector<AuditStatement> statements, std::string arithmetic) {
    findings_.push_back(
        {std::move(rule), verdict, subject, std::move(figure), std::move(statements), std::move(arithmetic)});
  }

  static bool can_compare(const Point& a, const Point& b) {
    return a.modality == "actual" && b.modality == "actual" && a.value && b.value && *a.value > 0 && *b.value > 0;
  }

  // This year's value against last year's and the growth that is told.
  void check_growth(const Series& series) {
    for (const Point& now : series.points) {
      const int year = year_of(now);
      if (year == 0 || !now.yoy) continue;
      std::vector<const Point*> bases;
      for (const Point& before : series.points)
        if (year_of(before) == year - 1 && can_compare(before, now)) bases.push_back(&before);
      if (bases.empty()) continue;
      // Of several values for last year the one that fits is the one that was meant.
      const auto fitting = std::find_if(bases.begin(), bases.end(), [&](const Point* b) { return growth_fits(*b, now); });
      const Point& base = fitting == bases.end() ? *bases.back() : **fitting;
      judge_growth(series, base, now, fitting != bases.end());
    }
  }

  void judge_growth(const Series& series, const Point& base, const Point& now, bool fits) {
    constexpr double close = 1, far = 3, slip = 5; // percentage points; factor
    const GrowthRange g = growth_between(base, now);
    const double gap = std::abs(g.value - *now.yoy), ratio = *now.value / *base.value;
    const bool basis = holds_any(series.metric, real_terms) || holds_any(words_of(graph_, now), other_basis);
    const bool vague = holds_any(words_of(graph_, base), vague_words) || holds_any(words_of(graph_, now), vague_words);
    AuditVerdict verdict = AuditVerdict::unclear;
    if (fits) verdict = AuditVerdict::fits;
    else if (gap <= close) verdict = AuditVerdict::rounding;
    else if (gap > far && !basis && !vague) verdict = AuditVerdict::contradiction;
    const bool magnitude = (ratio >= slip || ratio <= 1 / slip) && std::abs(*now.yoy) < 100;
    if (magnitude && !vague) verdict = AuditVerdict::contradiction;
    std::string arithmetic = shown(now) + " / " + shown(base) + " − 1 = " + percent(g.value) + ", said " + percent(*now.yoy);
    if (verdict == AuditVerdict::unclear && basis) arithmetic += " (comparable basis, or the base was counted anew)";
    add(magnitude ? "magnitude" : "growth", verdict, series.zone, series.metric,
        {statement(graph_, base), statement(graph_, now)}, std::move(arithmetic));
  }

  // What was aimed at against what came.
  void check_targets(const Series& series) {
    for (const Point& target : series.points) {
      if (target.modality == "actual" || target.period.empty()) continue;
      for (const Point& came : series.points) {
        if (came.modality != "actual" || came.period != target.period || came.document == target.document) continue;
        if (target.value && came.value && *target.value > 0) {
          const double rate = *came.value / *target.value * 100;
          add("target", AuditVerdict::fits, series.zone, series.metric, {statement(graph_, target), statement(graph_, came)},
              shown(came) + " / " + shown(target) + " = " + percent(rate) + (rate >= 100 ? ", reached" : ", not reached"));
        } else if (target.yoy && came.yoy && !target.value) {
          add("target", AuditVerdict::fits, series.zone, series.metric, {statement(graph_, target), statement(graph_, came)},
              "growth " + percent(*came.yoy) + " against " + percent(*target.yoy) +
                  (*came.yoy >= *target.yoy ? ", reached" : ", not reached"));
        }
      }
    }
  }

  // One figure of one period told twice. In one report that is a contradiction, in a later one a restatement, unless the
  // growth shows that the later one means its own year.
  void check_twice(const Series& series) {
    for (std::size_t i = 0; i < series.points.size(); ++i)
      for (std::size_t j = i + 1; j < series.points.size(); ++j) {
        const Point &a = series.points[i], &b = series.points[j];
        if (a.period != b.period || a.period.empty() || !can_compare(a, b) || agree(a, b)) continue;
        if (b.yoy && growth_fits(a, b)) continue;
        if (a.yoy && growth_fits(b, a)) continue;
        const bool vague = holds_any(words_of(graph_, a), vague_words) || holds_any(words_of(graph_, b), vague_words);
        const double gap = (*b.value / *a.value - 1) * 100;
        AuditVerdict verdict = a.document == b.document ? AuditVerdict::unclear : AuditVerdict::restated;
        // Two growth rates beside the two values: both sentences mean this very figure.
        const bool both_full = a.document == b.document && a.yoy && b.yoy && *a.yoy == *b.yoy;
        if (vague && std::abs(gap) < 5) verdict = AuditVerdict::rounding;
        else if (both_full) verdict = AuditVerdict::contradiction;
        add("twice", verdict, series.zone, series.metric, {statement(graph_, a), statement(graph_, b)},
            shown(a) + " and " + shown(b) + " for " + a.period + ": " + percent(gap));
      }
  }

  // One year's value far from those of all others: a unit or a digit slipped. Which of them, no growth says.
  void check_siblings(const Series& series) {
    constexpr std::size_t enough = 3; // years
    constexpr double slip = 8;
    std::map<int, const Point*> years;
    for (const Point& point : series.points)
      if (year_of(point) > 0 && can_compare(point, point)) years.try_emplace(year_of(point), &point);
    if (years.size() < enough) return;
    for (const auto& [year, point] : years) {
      double least = 0, most = 0;
      const Point* nearest = nullptr;
      for (const auto& [other_year, other] : years) {
        if (other_year == year) continue;
        least = nearest == nullptr ? *other->value : std::min(least, *other->value);
        most = std::max(most, *other->value);
        if (nearest == nullptr || std::abs(other_year - year) < std::abs(year_of(*nearest) - year)) nearest = other;
      }
      if (most / least >= slip || (*point->value < most * slip && *point->value > least / slip)) continue;
      const AuditStatement base = statement(graph_, *nearest), odd = statement(graph_, *point);
      const bool known = std::any_of(findings_.begin(), findings_.end(), [&](const AuditFinding& f) {
        return f.rule == "magnitude" && f.statements.back().node == odd.node;
      });
      if (!known)
        add("magnitude", AuditVerdict::unclear, series.zone, series.metric, {base, odd},
            shown(*point) + " / " + shown(*nearest) + " = " + number_text(std::round(*point->value / *nearest->value * 100) / 100));
    }
  }

  // A part is not greater than its whole, in one report and period.
  void check_parts() {
    for (const Series& part : series_)
      for (const Parts& pair : parts) {
        if (part.metric != pair.part) continue;
        for (const Series& whole : series_)
          if (whole.metric == pair.whole && whole.zone == part.zone && whole.unit == part.unit) check_part(part, whole);
      }
  }

  void check_part(const Series& part, const Series& whole) {
    for (const Point& p : part.points)
      for (const Point& w : whole.points) {
        if (p.period != w.period || p.document != w.document || !can_compare(p, w)) continue;
        const bool fits = *p.value <= *w.value + rounding_of(w) + rounding_of(p);
        add("part-of-whole", fits ? AuditVerdict::fits : AuditVerdict::contradiction, part.zone, part.metric,
            {statement(graph_, p), statement(graph_, w)},
            shown(p) + " of " + shown(w) + " = " + percent(*p.value / *w.value * 100));
      }
  }

  // Money spent so far against the whole sum of a project.
  void check_progress();

  const Graph& graph_;
  std::vector<Series> series_;
  std::vector<AuditFinding> findings_;
};

struct Money {
  std::uint32_t node;
  double amount;
  const Evidence* evidence;
};

std::string money_text(double yuan) {
  if (yuan >= 1e8) return number_text(yuan / 1e8) + "亿元";
  return yuan >= 1e4 ? number_text(yuan / 1e4) + "万元" : number_text(yuan) + "元";
}

void Auditor::check_progress() {
  std::map<std::uint32_t, std::map<std::string, std::vector<Money>>> money; // by subject and kind
  for (std::size_t e = 0; e < graph_.edge_count(); ++e) {
    const EdgeView view = graph_.edge(e);
    if (view.edge.type != "invested_in" || graph_.node(view.target).type != "project" || view.edge.evidence.empty()) continue;
    const Node& node = graph_.node(view.source);
    const PropertyValue *kind = find_property(node, "kind"), *amount = find_property(node, "amount");
    if (kind == nullptr || amount == nullptr || !std::holds_alternative<double>(*amount)) continue;
    const Evidence& words = node.mentions.empty() ? view.edge.evidence.front() : node.mentions.front();
    if (const auto* text = std::get_if<std::string>(kind))
      money[view.target][*text].push_back({view.source, std::get<double>(*amount), &words});
  }
  for (auto& [project, kinds] : money) {
    if (kinds["total"].size() != 1) continue; // several totals are several phases or a changed plan
    const Money& total = kinds["total"].front();
    for (const Money& spent : kinds["cumulative"]) {
      const double rate = spent.amount / total.amount * 100;
      // More than a project may cost beyond its plan. An amount of its neighbour in the text is read as its own more
      // often than a report errs: only the two amounts of one passage contradict each other.
      constexpr double overrun = 130;
      constexpr std::uint32_t passage = 30; // code points
      const Evidence &a = *total.evidence, &b = *spent.evidence;
      const bool near = a.document == b.document && std::max(a.begin, b.begin) - std::min(a.end, b.end) < passage;
      AuditVerdict verdict = AuditVerdict::unclear;
      if (rate <= 100) verdict = AuditVerdict::fits;
      else if (rate >= overrun && near && kinds["cumulative"].size() == 1) verdict = AuditVerdict::contradiction;
      add("progress", verdict, project, "累计完成投资", {{total.node, *total.evidence}, {spent.node, *spent.evidence}},
          money_text(spent.amount) + " of " + money_text(total.amount) + " = " + percent(rate));
    }
  }
}

} // namespace

std::string_view text_of(AuditVerdict verdict) {
  constexpr std::array<std::string_view, 5> texts = {"fits", "rounding", "restated", "unclear", "contradiction"};
  return texts[static_cast<std::size_t>(verdict)];
}

std::vector<AuditFinding> audit(const Graph& graph) { return Auditor(graph).run(); }

} // namespace zonekg
