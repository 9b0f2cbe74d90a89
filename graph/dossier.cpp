#include "graph/dossier.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "graph/life_cycle.hpp"
#include "graph/name_key.hpp"
#include "graph/number_text.hpp"
#include "graph/series.hpp"
#include "graph/store.hpp"

namespace zonekg {
namespace {

std::string value_text(const PropertyValue& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* number = std::get_if<double>(&value)) return number_text(*number);
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
  return number_text(std::get<Figure>(value).value) + std::get<Figure>(value).unit;
}

std::string property_text(const Node& node, const char* key) {
  const PropertyValue* value = find_property(node, key);
  return value == nullptr ? std::string() : value_text(*value);
}

DossierSection names(const Node& node) {
  DossierSection section{"names", {}};
  std::vector<std::string> all = {node.name};
  all.insert(all.end(), node.aliases.begin(), node.aliases.end());
  for (const std::string& name : all) {
    DossierLine line{name, {}};
    for (const Evidence& evidence : node.mentions)
      if (evidence.text.view().find(name) != std::string_view::npos) line.evidence.push_back(evidence);
    if (line.evidence.empty() && name == node.name) line.evidence = node.mentions;
    section.lines.push_back(std::move(line));
  }
  return section;
}

DossierSection facts(const Node& node) {
  DossierSection section{"facts", {}};
  for (const Property& property : node.properties)
    if (property.key != "sha256") section.lines.push_back({property.key + ": " + value_text(property.value), {}});
  return section;
}

std::string step_text(const Step& step) {
  const std::string when = step.begin == step.end ? month_text(step.end) : month_text(step.begin) + "/" + month_text(step.end);
  std::string text = when + "  " + step.status;
  if (step.modality != "actual" && !step.modality.empty()) text += " (" + step.modality + ")";
  return step.dated ? text : text + " *"; // the report's own time
}

void add_life(const LifeCycle& cycle, std::vector<DossierSection>& sections) {
  DossierSection states{"states", {}}, targets{"targets", {}}, back{"went back", {}};
  for (const Step& step : cycle.steps) states.lines.push_back({step_text(step), step.entry->evidence});
  for (const Target& target : cycle.targets) {
    DossierLine line{step_text(target.promised) + ": " + std::string(text_of(target.outcome)), target.promised.entry->evidence};
    if (target.came.entry != nullptr) {
      line.text += ", " + step_text(target.came);
      line.evidence.insert(line.evidence.end(), target.came.entry->evidence.begin(), target.came.entry->evidence.end());
    }
    targets.lines.push_back(std::move(line));
  }
  for (const Step& step : cycle.went_back) back.lines.push_back({step_text(step), step.entry->evidence});
  sections.insert(sections.end(), {states, targets, back});
}

DossierSection figures(const Graph& graph, std::uint32_t zone) {
  DossierSection section{"figures", {}};
  for (const Series& series : indicator_series(graph, zone)) {
    const auto changed = restated(graph, series);
    for (const Point& point : series.points) {
      std::string text = series.metric + "  " + (point.period.empty() ? "?" : point.period) + "  ";
      if (point.value) text += number_text(point.shown) + point.unit;
      if (point.yoy) text += (point.value ? ", " : "") + std::string(*point.yoy < 0 ? "" : "+") + number_text(*point.yoy) + " %";
      if (point.modality != "actual") text += " (" + point.modality + ")";
      const bool later = std::any_of(changed.begin(), changed.end(), [&](const auto& pair) { return pair.second == &point; });
      section.lines.push_back({later ? text + " (restated)" : text, graph.node(point.node).mentions});
    }
  }
  return section;
}

std::string money_text(const Node& investment) {
  std::string text = property_text(investment, "kind");
  const std::string amount = property_text(investment, "amount"), least = property_text(investment, "amount_min"),
                    most = property_text(investment, "amount_max");
  text += "  " + (!amount.empty() ? amount : least + "–" + most) + " " + property_text(investment, "currency");
  if (const std::string period = property_text(investment, "period"); !period.empty()) text += "  " + period;
  if (const std::string modality = property_text(investment, "modality"); !modality.empty() && modality != "actual")
    text += " (" + modality + ")";
  return text;
}

std::vector<DossierSection> relations(const Graph& graph, std::uint32_t index) {
  DossierSection money{"money", {}};
  std::map<std::string, std::vector<DossierLine>> by_relation;
  for (const std::uint32_t e : graph.edges_of(index)) {
    const EdgeView view = graph.edge(e);
    if (view.edge.type == "indicator_of" && view.target == index) continue; // among the figures
    const bool forward = view.source == index;
    const Node& other = graph.node(forward ? view.target : view.source);
    if (other.type == "investment" && !forward) {
      money.lines.push_back({money_text(other), view.edge.evidence});
      continue;
    }
    std::string text = other.name + " (" + other.type + ")";
    if (!view.edge.period.empty()) text += "  " + view.edge.period;
    if (!view.edge.modality.empty() && view.edge.modality != "actual") text += " (" + view.edge.modality + ")";
    by_relation[(forward ? "→ " : "← ") + view.edge.type].push_back({std::move(text), view.edge.evidence});
  }
  std::vector<DossierSection> sections = {std::move(money)};
  for (auto& [relation, lines] : by_relation) sections.push_back({relation, std::move(lines)});
  return sections;
}

DossierLine line_of(const Node& node) { return {node.name + " (" + node.type + ")", node.mentions}; }

// Phases of one undertaking: other projects whose `family` is this one's.
DossierSection family(const Graph& graph, std::uint32_t index) {
  const Node& node = graph.node(index);
  DossierSection section{"family", {}};
  const std::string own = property_text(node, "family");
  if (own.empty()) return section;
  for (const std::uint32_t n : graph.store().families.find(own))
    if (n != index && property_text(graph.node(n), "family") == own) section.lines.push_back(line_of(graph.node(n)));
  return section;
}

// The park that a project is called after and builds; of a park, such projects.
DossierSection park(const Graph& graph, const Node& node) {
  DossierSection section{"park", {}};
  if (node.type == "zone")
    for (const std::uint32_t n : graph.store().parks.find(node.name))
      if (const Node& other = graph.node(n); other.type == "project" && property_text(other, "park") == node.name)
        section.lines.push_back(line_of(other));
  if (const std::string own = property_text(node, "park"); !own.empty())
    for (const std::uint32_t n : graph.store().names.find(name_key("zone", own), graph.nodes_of_type("zone")))
      if (graph.node(n).name == own) section.lines.push_back(line_of(graph.node(n)));
  return section;
}

DossierSection documents(const Graph& graph, const Node& node) {
  DossierSection section{"documents", {}};
  std::set<std::uint32_t> seen;
  for (const Evidence& evidence : node.mentions) {
    if (!seen.insert(evidence.document).second) continue;
    const DocumentHeader& document = graph.header().documents[evidence.document];
    const std::string month = month_text(month_of(document));
    section.lines.push_back({(month.empty() ? "" : month + "  ") + document.path + "  " + document.title, {evidence}});
  }
  std::sort(section.lines.begin(), section.lines.end(),
            [](const DossierLine& a, const DossierLine& b) { return a.text < b.text; });
  return section;
}

} // namespace

Dossier make_dossier(const Graph& graph, std::uint32_t index) {
  const Node& node = graph.node(index);
  std::vector<DossierSection> sections = {names(node), facts(node)};
  if (!node.histories.empty()) add_life(life_cycle(graph, index), sections);
  sections.push_back(family(graph, index));
  sections.push_back(park(graph, node));
  if (node.type == "zone") sections.push_back(figures(graph, index));
  for (DossierSection& section : relations(graph, index)) sections.push_back(std::move(section));
  sections.push_back(documents(graph, node));
  std::erase_if(sections, [](const DossierSection& section) { return section.lines.empty(); });
  return {index, std::move(sections)};
}

} // namespace zonekg
