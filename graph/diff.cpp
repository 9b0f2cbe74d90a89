#include "graph/diff.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "graph/life_cycle.hpp"
#include "graph/local_links.hpp"
#include "graph/name_key.hpp"
#include "graph/number_text.hpp"
#include "graph/series.hpp"

namespace zonekg {
namespace {

bool is_entity(const Node& node) {
  return !is_observation(node.type) && node.type != "document" && find_property(node, "implicit") == nullptr;
}

std::string status_of(const Node& node) {
  const PropertyValue* status = find_property(node, "status");
  const auto* text = status == nullptr ? nullptr : std::get_if<std::string>(status);
  return text == nullptr ? std::string() : *text;
}

std::vector<Evidence> status_evidence(const Node& node, const std::string& status) {
  for (const History& history : node.histories)
    if (history.key == "status")
      for (const HistoryEntry& entry : history.entries)
        if (entry.value == status && (entry.modality == "actual" || entry.modality.empty())) return entry.evidence;
  return {};
}

using Name = std::pair<std::string, std::u32string>;

ChangeKind kind_of(TargetOutcome outcome) {
  switch (outcome) {
    case TargetOutcome::late: return ChangeKind::late;
    case TargetOutcome::missed: return ChangeKind::missed;
    case TargetOutcome::dropped: return ChangeKind::dropped;
    case TargetOutcome::silent: return ChangeKind::silent;
    default: break;
  }
  return ChangeKind::kept;
}

std::string text_of(const Step& step, bool dated) { return dated ? step.status + " " + month_text(step.end) : step.status; }

// Of each zone: the month of the last document that names it.
int last_report(const Graph& graph, std::uint32_t zone) {
  int last = 0;
  for (const Evidence& evidence : graph.node(zone).mentions) last = std::max(last, month_of(graph.header().documents[evidence.document]));
  return last;
}

class Comparer {
 public:
  Comparer(const Graph& older, const Graph& newer)
      : older_(older), newer_(newer), twin_(newer.node_count(), no_entity), twin_of_old_(older.node_count(), no_entity) {
    match();
  }

  std::vector<Change> run() {
    compare_nodes();
    compare_targets();
    compare_figures();
    compare_edges();
    std::stable_sort(changes_.begin(), changes_.end(), [](const Change& a, const Change& b) {
      return std::tie(a.kind, a.type, a.name, a.before, a.after) < std::tie(b.kind, b.type, b.name, b.before, b.after);
    });
    return std::move(changes_);
  }

 private:
  void pair(std::uint32_t old_node, std::uint32_t new_node) {
    if (twin_of_old_[old_node] != no_entity || twin_[new_node] != no_entity) return;
    twin_of_old_[old_node] = new_node;
    twin_[new_node] = old_node;
  }

  // By canonical names first, then ids, then any name that one node of each graph carries alone.
  void match() {
    std::map<Name, std::vector<std::uint32_t>> by_name, by_alias;
    std::map<std::string, std::uint32_t> by_id;
    for (std::uint32_t n = 0; n < older_.node_count(); ++n) {
      const Node& node = older_.node(n);
      if (!is_entity(node)) continue;
      by_id[node.id] = n;
      by_name[{node.type, name_key(node.type, node.name)}].push_back(n);
      by_alias[{node.type, name_key(node.type, node.name)}].push_back(n);
      for (const std::string& alias : node.aliases) by_alias[{node.type, name_key(node.type, alias)}].push_back(n);
    }
    const auto pair_named = [&](const std::map<Name, std::vector<std::uint32_t>>& names, std::uint32_t n, const std::string& name) {
      const auto found = names.find({newer_.node(n).type, name_key(newer_.node(n).type, name)});
      if (found != names.end() && found->second.size() == 1) pair(found->second.front(), n);
    };
    for (std::uint32_t n = 0; n < newer_.node_count(); ++n)
      if (is_entity(newer_.node(n))) pair_named(by_name, n, newer_.node(n).name);
    for (std::uint32_t n = 0; n < newer_.node_count(); ++n)
      if (const auto found = by_id.find(newer_.node(n).id); is_entity(newer_.node(n)) && found != by_id.end())
        pair(found->second, n);
    for (std::uint32_t n = 0; n < newer_.node_count(); ++n) {
      if (!is_entity(newer_.node(n))) continue;
      pair_named(by_alias, n, newer_.node(n).name);
      for (const std::string& alias : newer_.node(n).aliases) pair_named(by_alias, n, alias);
    }
  }

  void compare_nodes() {
    for (std::uint32_t n = 0; n < newer_.node_count(); ++n) {
      const Node& node = newer_.node(n);
      if (!is_entity(node)) continue;
      if (twin_[n] == no_entity)
        changes_.push_back({ChangeKind::added, node.type, node.name, {}, status_of(node), {}, node.mentions});
      else
        compare_twins(older_.node(twin_[n]), node);
    }
    for (std::uint32_t n = 0; n < older_.node_count(); ++n)
      if (const Node& node = older_.node(n); is_entity(node) && twin_of_old_[n] == no_entity)
        changes_.push_back({ChangeKind::gone, node.type, node.name, status_of(node), {}, node.mentions, {}});
  }

  void compare_twins(const Node& before, const Node& after) {
    const bool known = std::find(before.aliases.begin(), before.aliases.end(), after.name) != before.aliases.end();
    if (before.name != after.name && !known)
      changes_.push_back({ChangeKind::renamed, after.type, after.name, before.name, after.name, before.mentions, after.mentions});
    const std::string was = status_of(before), is = status_of(after);
    if (was == is || is.empty()) return; // that nothing is told any more is no step
    const bool forward = is != "halted" && stage_of(is) > stage_of(was);
    changes_.push_back({forward ? ChangeKind::progressed : ChangeKind::went_back, after.type, after.name, was, is,
                        status_evidence(before, was), status_evidence(after, is)});
  }

  // Targets of the older graph that it leaves open or takes for missed.
  void compare_targets() {
    const std::vector<int> old_reports = last_zone_reports(older_), new_reports = last_zone_reports(newer_);
    for (std::uint32_t n = 0; n < older_.node_count(); ++n) {
      const LifeCycle before = life_cycle(older_, n, old_reports);
      if (before.targets.empty()) continue;
      const std::uint32_t twin = twin_of_old_[n];
      LifeCycle after = twin == no_entity ? LifeCycle{} : life_cycle(newer_, twin, new_reports);
      const Reports reports{std::max(before.reports.last_of_it, after.reports.last_of_it),
                            std::max(twin == no_entity ? 0 : new_reports[twin], last_report_of_zones(n))};
      after.steps.insert(after.steps.begin(), before.steps.begin(), before.steps.end());
      for (const Target& target : before.targets)
        if (target.outcome == TargetOutcome::open || target.outcome == TargetOutcome::missed)
          add_outcome(older_.node(n), target, judge(target.promised, after.steps, reports));
    }
  }

  void add_outcome(const Node& node, const Target& before, const Target& now) {
    if (now.outcome == before.outcome || now.outcome == TargetOutcome::open) return;
    const bool told = now.came.entry != nullptr;
    changes_.push_back({kind_of(now.outcome), node.type, node.name, text_of(now.promised, now.promised.dated), told ? text_of(now.came, now.came.end > 0) : std::string(),
                        now.promised.entry->evidence, told ? now.came.entry->evidence : std::vector<Evidence>{}});
  }

  // In the newer graph, of the zones that the older one puts the node in.
  [[nodiscard]] int last_report_of_zones(std::uint32_t old_node) const {
    int last = 0;
    for (const std::uint32_t e : older_.edges_of(old_node))
      if (const EdgeView view = older_.edge(e); view.source == old_node && older_.node(view.target).type == "zone")
        if (const std::uint32_t twin = twin_of_old_[view.target]; twin != no_entity) last = std::max(last, last_report(newer_, twin));
    return last;
  }

  // Points of one zone, metric and period in both graphs.
  void compare_figures() {
    std::map<std::tuple<std::uint32_t, std::u32string, std::string, std::string>, Point> old_points;
    const auto is_target = [](const Point& p) { return p.modality != "actual"; };
    const auto key = [&](std::uint32_t zone, const Series& series, const Point& p) {
      return std::tuple(zone, name_key("", series.metric), p.period, std::string(is_target(p) ? "target" : "actual"));
    };
    for (const Series& series : indicator_series(older_))
      for (const Point& p : series.points)
        if (!p.period.empty() && twin_of_old_[series.zone] != no_entity)
          old_points.try_emplace(key(twin_of_old_[series.zone], series, p), p);
    for (const Series& series : indicator_series(newer_))
      for (const Point& p : series.points) {
        const auto found = old_points.find(key(series.zone, series, p));
        if (found != old_points.end()) compare_points(series, found->second, p);
      }
  }

  void compare_points(const Series& series, const Point& before, const Point& after) {
    if (!before.value || !after.value || *before.value == *after.value) return;
    const bool told_once = agree(before, after) || growth_fits(before, after); // rounded, or of the next year
    if (after.modality == "actual" && told_once) return;
    ChangeKind kind = ChangeKind::restated;
    if (after.modality != "actual") kind = *after.value < *before.value ? ChangeKind::lowered : ChangeKind::raised;
    changes_.push_back({kind, "indicator", newer_.node(series.zone).name + " " + series.metric + " " + after.period,
                        number_text(before.shown) + before.unit, number_text(after.shown) + after.unit,
                        older_.node(before.node).mentions, newer_.node(after.node).mentions});
  }

  // Edges between things that both graphs hold: that a new thing has edges goes without saying.
  void compare_edges() {
    using Key = std::tuple<std::uint32_t, std::uint32_t, std::string>;
    std::set<Key> old_edges, new_edges;
    for (std::size_t e = 0; e < older_.edge_count(); ++e)
      if (const EdgeView view = older_.edge(e);
          twin_of_old_[view.source] != no_entity && twin_of_old_[view.target] != no_entity)
        old_edges.emplace(twin_of_old_[view.source], twin_of_old_[view.target], view.edge.type);
    for (std::size_t e = 0; e < newer_.edge_count(); ++e) {
      const EdgeView view = newer_.edge(e);
      if (twin_[view.source] == no_entity || twin_[view.target] == no_entity) continue;
      new_edges.emplace(view.source, view.target, view.edge.type);
      if (!old_edges.contains({view.source, view.target, view.edge.type}))
        changes_.push_back({ChangeKind::edge_added, view.edge.type, ends(view.source, view.target), {}, {}, {}, view.edge.evidence});
    }
    for (std::size_t e = 0; e < older_.edge_count(); ++e) {
      const EdgeView view = older_.edge(e);
      const std::uint32_t source = twin_of_old_[view.source], target = twin_of_old_[view.target];
      if (source != no_entity && target != no_entity && !new_edges.contains({source, target, view.edge.type}))
        changes_.push_back({ChangeKind::edge_gone, view.edge.type, ends(source, target), {}, {}, view.edge.evidence, {}});
    }
  }

  [[nodiscard]] std::string ends(std::uint32_t source, std::uint32_t target) const {
    return newer_.node(source).name + " → " + newer_.node(target).name;
  }

  const Graph &older_, &newer_;
  std::vector<std::uint32_t> twin_;        // of each new node the old one
  std::vector<std::uint32_t> twin_of_old_; // of each old node the new one
  std::vector<Change> changes_;
};

} // namespace

std::string_view text_of(ChangeKind kind) {
  constexpr std::array<std::string_view, 15> texts = {"progressed", "went back", "target kept", "target late", "target missed",
                                                      "target dropped", "gone silent", "target lowered", "target raised", "restated",
                                                      "renamed",    "gone",      "added",          "edge gone",     "edge added"};
  return texts[static_cast<std::size_t>(kind)];
}

std::vector<Change> compare_graphs(const Graph& older, const Graph& newer) { return Comparer(older, newer).run(); }

} // namespace zonekg
