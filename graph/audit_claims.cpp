#include "graph/audit_claims.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "graph/mention_index.hpp"
#include "graph/number_text.hpp"

namespace zonekg {
namespace {

constexpr std::array<std::string_view, 3> plan_words = {"计划", "目标", "任务"};
// Figures that a zone has one of: a firm's and a project's 产值, 投资, 税收 are told in the same words.
constexpr std::array<std::string_view, 12> headline = {"工业总产值", "增加值",   "固定资产投资", "工业投资", "税收收入", "财政收入",
                                                       "进出口",     "生产总值", "工业企业",     "社会消费", "GDP",      "利用外资"};
constexpr double close = 1, far = 3; // percentage points

Evidence evidence_of(std::uint32_t document, const ToldFigure& figure) {
  return {document, figure.begin, figure.end, figure.text, {}, {}, {}};
}

std::string percent(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f", value);
  return std::string(text) + " %";
}

double half_digit(double printed) {
  const std::string text = number_text(std::abs(printed));
  const std::size_t dot = text.find('.');
  return 0.5 * std::pow(10, dot == text.npos ? 0 : -static_cast<double>(text.size() - dot - 1));
}

// A figure with what its printing leaves open, in the base unit.
struct Measured {
  double value, half;
  std::string shown;
};

Measured measured(const ToldFigure& figure) {
  const double value = figure.value.value_or(0), scale = unit_scale(figure.unit);
  return {value * scale, half_digit(value) * scale, number_text(value) + figure.unit};
}

Measured measured(const Point& point) { return {*point.value, rounding_of(point), number_text(point.shown) + point.unit}; }

bool share_fits(const Measured& part, const Measured& whole, double told) {
  const double half = half_digit(told) * 1.0000001;
  const double least = (part.value - part.half) / (whole.value + whole.half) * 100;
  const double most = (part.value + part.half) / std::max(whole.value - whole.half, whole.half) * 100;
  return told >= least - half && told <= most + half;
}

class Claims {
 public:
  Claims(const Graph& graph, const std::vector<Series>& series, std::vector<AuditFinding>& findings)
      : graph_(graph), series_(series), findings_(findings), index_(graph), subjects_(graph.node_count()) {
    for (std::size_t e = 0; e < graph.edge_count(); ++e) {
      const EdgeView view = graph.edge(e);
      if (view.edge.type != "invested_in" && view.edge.type != "indicator_of") continue;
      subjects_[view.source].push_back(view.target);
      money_of_[view.target].push_back(view.source);
    }
  }

  void run() {
    for (std::uint32_t d = 0; d < graph_.header().documents.size(); ++d) {
      for (const ToldList& list : graph_.header().documents[d].lists) check_list(d, list);
      for (const ToldShare& share : graph_.header().documents[d].shares) check_share(d, share);
    }
  }

 private:
  void add(const char* rule, AuditVerdict verdict, std::uint32_t subject, std::string figure,
           std::vector<AuditStatement> statements, std::string arithmetic) {
    findings_.push_back({rule, verdict, subject, std::move(figure), std::move(statements), std::move(arithmetic)});
  }

  void check_list(std::uint32_t document, const ToldList& list) {
    const bool parts = list.items.size() > 1 && std::ranges::all_of(list.items, [](const ToldFigure& i) { return i.value.has_value(); });
    std::optional<std::uint32_t> subject;
    std::set<std::uint32_t> known; // one thing of each item
    for (const ToldFigure& item : list.items) {
      const auto named = index_.named_in(document, item.begin, item.end);
      if (named.empty()) continue;
      known.insert(named.front().node);
      if (!subject) subject = named.front().node;
    }
    if (!subject || parts) subject = index_.main_zone(document) ? index_.main_zone(document) : subject;
    if (!subject || !list.total.value) return;
    parts ? check_sum(document, list, *subject) : check_count(document, list, *subject, known.size());
  }

  // More items than are claimed are an error of the list only when each of so many is a thing of its own: a name that
  // holds a separator looks like two.
  void check_count(std::uint32_t document, const ToldList& list, std::uint32_t subject, std::size_t known) {
    const double claimed = *list.total.value, named = static_cast<double>(list.items.size());
    AuditVerdict verdict = AuditVerdict::unclear;
    if (named == claimed || (named < claimed && list.open)) verdict = AuditVerdict::fits;
    else if (static_cast<double>(known) > claimed && list.exact) verdict = AuditVerdict::contradiction;
    else if (named > claimed && !list.exact) verdict = AuditVerdict::rounding;
    add("count", verdict, subject, list.noun, {{subject, evidence_of(document, list.total)}},
        "named " + number_text(named) + " of " + number_text(claimed));
  }

  void check_sum(std::uint32_t document, const ToldList& list, std::uint32_t subject) {
    const double claimed = *list.total.value;
    double sum = 0, slack = half_digit(claimed);
    bool whole_numbers = claimed == std::floor(claimed);
    std::string arithmetic;
    for (const ToldFigure& item : list.items) {
      sum += *item.value;
      slack += half_digit(*item.value);
      whole_numbers = whole_numbers && *item.value == std::floor(*item.value);
      arithmetic += (arithmetic.empty() ? "" : " + ") + number_text(*item.value);
    }
    const double gap = std::abs(sum - claimed);
    AuditVerdict verdict = AuditVerdict::unclear;
    if (gap < 1e-9 * std::max(1.0, std::abs(claimed))) verdict = AuditVerdict::fits;
    else if (!whole_numbers && gap <= slack) verdict = AuditVerdict::rounding;
    // Parts that make less may not be all of them; a table's are.
    else if (list.exact && (sum > claimed || is_cell(list))) verdict = AuditVerdict::contradiction;
    constexpr double digits = 1e6; // sums of binary fractions are shown without their noise
    add("sum", verdict, subject, list.noun,
        {{subject, evidence_of(document, list.total)}, {subject, evidence_of(document, list.items.front())}},
        arithmetic + " = " + number_text(std::round(sum * digits) / digits) + ", said " + number_text(claimed));
  }

  static bool is_cell(const ToldList& list) {
    return list.items.back().end <= list.total.begin;
  }

  void check_share(std::uint32_t document, const ToldShare& share) {
    const bool of_plan = std::ranges::any_of(plan_words, [&](std::string_view word) { return share.of.find(word) != share.of.npos; });
    if (!share.part.value || !share.percent.value || *share.part.value <= 0) return;
    const auto observation = index_.observation_at(document, share.part.begin, share.part.end);
    const auto subject = subject_of(document, observation);
    if (!subject) return;
    const AuditStatement told{observation.value_or(*subject), evidence_of(document, share.percent)};
    const char* rule = of_plan ? "target" : "share";
    const std::string figure = observation ? metric_of(*observation, share) : share.of;
    if (share.whole && share.whole->value && *share.whole->value > 0 && base_unit(share.whole->unit) == base_unit(share.part.unit)) {
      judge(rule, *subject, figure, share, measured(*share.whole), told, {*subject, evidence_of(document, *share.whole)}, true);
    } else if (of_plan && observation) {
      check_against_plans(*subject, figure, share, *observation, told);
    }
  }

  void judge(const char* rule, std::uint32_t subject, const std::string& figure, const ToldShare& share, const Measured& whole,
             const AuditStatement& told, const AuditStatement& base, bool tied) {
    const Measured part = measured(share.part);
    const double rate = part.value / whole.value * 100, said = *share.percent.value, gap = std::abs(rate - said);
    AuditVerdict verdict = AuditVerdict::unclear;
    if (share_fits(part, whole, said)) verdict = AuditVerdict::fits;
    else if (gap <= close) verdict = AuditVerdict::rounding;
    else if (gap > far && tied) verdict = AuditVerdict::contradiction;
    add(rule, verdict, subject, figure, {base, told},
        part.shown + " / " + whole.shown + " = " + percent(rate) + ", said " + number_text(said) + " %");
  }

  struct Plan {
    Measured whole;
    AuditStatement words;
  };

  // The share is told of a plan that stands elsewhere: of a zone's figure the targets of its year, of a project's money
  // the whole sum. Told in another place it may have been another plan: a difference stays open.
  void check_against_plans(std::uint32_t subject, const std::string& figure, const ToldShare& share, std::uint32_t observation,
                           const AuditStatement& told) {
    std::vector<Plan> plans = graph_.node(observation).type == "indicator" ? targets_of(observation) : totals_of(subject, share);
    std::erase_if(plans, [&](const Plan& plan) { return plan.whole.value <= 0; });
    const Measured part = measured(share.part);
    const auto fitting = std::ranges::find_if(plans, [&](const Plan& p) { return share_fits(part, p.whole, *share.percent.value); });
    if (fitting == plans.end() && (plans.size() != 1 || !is_headline(figure))) return;
    const Plan& plan = fitting == plans.end() ? plans.front() : *fitting;
    judge("target", subject, figure, share, plan.whole, told, plan.words, false);
  }

  [[nodiscard]] std::vector<Plan> targets_of(std::uint32_t observation) const {
    std::vector<Plan> plans;
    for (const Series& series : series_) {
      const auto part = std::ranges::find(series.points, observation, &Point::node);
      if (part == series.points.end()) continue;
      for (const Point& point : series.points)
        if (point.modality != "actual" && point.value && point.period.size() == 15 && part->period.size() == 15 &&
            point.period.substr(0, 4) == part->period.substr(8, 4))
          plans.push_back({measured(point), {point.node, graph_.node(point.node).mentions.front()}});
    }
    return plans;
  }

  [[nodiscard]] std::vector<Plan> totals_of(std::uint32_t subject, const ToldShare& share) const {
    std::vector<Plan> plans;
    if (share.of.find("年") != share.of.npos) return plans; // of a year's plan, not of the whole
    const auto money = money_of_.find(subject);
    if (money == money_of_.end() || graph_.node(subject).type == "zone") return plans;
    for (const std::uint32_t n : money->second) {
      const Node& node = graph_.node(n);
      const PropertyValue *kind = find_property(node, "kind"), *amount = find_property(node, "amount");
      if (kind == nullptr || *kind != PropertyValue(std::string("total")) || amount == nullptr || node.mentions.empty()) continue;
      if (const auto* yuan = std::get_if<double>(amount)) plans.push_back({{*yuan, 0, node.mentions.front().text.str()}, {n, node.mentions.front()}});
    }
    return plans;
  }

  [[nodiscard]] std::optional<std::uint32_t> subject_of(std::uint32_t document, std::optional<std::uint32_t> observation) const {
    if (observation && !subjects_[*observation].empty()) return subjects_[*observation].front();
    return index_.main_zone(document);
  }

  [[nodiscard]] std::string metric_of(std::uint32_t observation, const ToldShare& share) const {
    const PropertyValue* metric = find_property(graph_.node(observation), "metric");
    const auto* text = metric == nullptr ? nullptr : std::get_if<std::string>(metric);
    return text == nullptr ? share.of : *text;
  }

  const Graph& graph_;
  const std::vector<Series>& series_;
  std::vector<AuditFinding>& findings_;
  MentionIndex index_;
  std::vector<std::vector<std::uint32_t>> subjects_; // of each investment
  std::map<std::uint32_t, std::vector<std::uint32_t>> money_of_;
};

} // namespace

bool is_headline(std::string_view metric) {
  return std::ranges::any_of(headline, [&](std::string_view word) { return metric.find(word) != metric.npos; });
}

void audit_claims(const Graph& graph, const std::vector<Series>& series, std::vector<AuditFinding>& findings) {
  Claims(graph, series, findings).run();
}

} // namespace zonekg
