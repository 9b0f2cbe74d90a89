#include "export/report.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "export/columns.hpp"
#include "export/dot_clusters.hpp"
#include "export/readable.hpp"
#include "export/style.hpp"
#include "graph/number_text.hpp"
#include "graph/period_text.hpp"

namespace zonekg {
namespace {

constexpr std::size_t most_sources = 3; // of one line; the others are in the JSON

struct Listing {
  std::string_view type, heading;
};
constexpr Listing listings[] = {{"company", "企业 Companies"}, {"infrastructure", "设施 Infrastructure"}, {"fund", "基金 Funds"}};

std::string text_of(const Node& node, const std::string& key) {
  const PropertyValue* value = find_property(node, key);
  if (!value) return {};
  const auto plain = plain_values({key, *value});
  return plain.size() > 1 ? plain[0].text + plain[1].text : plain[0].text;
}

class ReportMaker {
 public:
  explicit ReportMaker(const Graph& graph) : graph_(graph), home_(find_clusters(graph)), out_(graph.node_count()), in_(graph.node_count()) {
    for (std::size_t i = 0; i < graph.edge_count(); ++i) {
      out_[graph.edge(i).source].push_back(i);
      in_[graph.edge(i).target].push_back(i);
    }
    own_types_ = styles_in(graph);
    std::erase_if(own_types_, [](const Style& style) { return is_of_contract(style.type); });
    report_.title = "开发区知识图谱报告 Knowledge graph of development zones";
  }

  Report make() {
    overview();
    for (const std::uint32_t zone : zones()) zone_section(zone);
    if (std::any_of(home_.begin(), home_.end(), [](auto h) { return h == no_cluster; })) homeless();
    documents();
    return std::move(report_);
  }

 private:
  ReportSection& section(int level, std::string heading, std::vector<std::string> header = {}) {
    report_.sections.push_back({level, std::move(heading), {}, {std::move(header), {}}});
    return report_.sections.back();
  }

  void overview() {
    ReportSection& part = section(2, "概况 Overview", {"类型 type", "数量 count"});
    std::map<std::string, std::size_t> counts;
    for (std::size_t i = 0; i < graph_.node_count(); ++i) ++counts[graph_.node(i).type];
    for (const auto& [type, count] : counts)
      part.table.rows.push_back({{std::string(style_of(graph_.header(), type).title) + ' ' + type, {}}, {std::to_string(count), {}}});
    part.paragraphs.push_back({std::to_string(graph_.header().documents.size()) + " 份文件 documents, " +
                                   std::to_string(graph_.node_count()) + " 个节点 nodes, " +
                                   std::to_string(graph_.edge_count()) + " 条关系 edges",
                               {}});
  }

  // The most mentioned first.
  [[nodiscard]] std::vector<std::uint32_t> zones() const {
    std::vector<std::uint32_t> result;
    for (std::uint32_t i = 0; i < graph_.node_count(); ++i)
      if (graph_.node(i).type == "zone") result.push_back(i);
    std::stable_sort(result.begin(), result.end(), [&](auto a, auto b) {
      return graph_.node(a).mentions.size() > graph_.node(b).mentions.size();
    });
    return result;
  }

  std::vector<std::size_t> sources(const std::vector<Evidence>& evidence) {
    std::vector<std::size_t> numbers;
    for (const Evidence& e : evidence) {
      if (numbers.size() == most_sources) break;
      const auto [place, is_new] = numbers_.try_emplace({e.document, e.begin, e.end}, report_.sources.size() + 1);
      if (is_new) report_.sources.push_back(source_text(e));
      if (std::find(numbers.begin(), numbers.end(), place->second) == numbers.end()) numbers.push_back(place->second);
    }
    return numbers;
  }

  [[nodiscard]] std::string source_text(const Evidence& e) const {
    std::string text = graph_.header().documents[e.document].path;
    if (!e.place.empty()) (text += ", ") += e.place;
    return text + ", " + std::to_string(e.begin) + '-' + std::to_string(e.end) + ": “" + shortened(e.text, 200) + "”";
  }

  [[nodiscard]] std::string names(const std::vector<std::size_t>& edges, std::string_view type, bool of_targets) const {
    std::vector<std::string> found;
    for (const std::size_t i : edges) {
      const EdgeView view = graph_.edge(i);
      if (view.edge.type != type) continue;
      const std::string& name = graph_.node(of_targets ? view.target : view.source).name;
      if (std::find(found.begin(), found.end(), name) == found.end()) found.push_back(name);
    }
    return readable_list(found);
  }

  [[nodiscard]] std::vector<std::uint32_t> members(std::uint32_t zone, std::string_view type) const {
    std::vector<std::uint32_t> result;
    for (std::uint32_t i = 0; i < graph_.node_count(); ++i)
      if (home_[i] == zone && graph_.node(i).type == type) result.push_back(i);
    return result;
  }

  void zone_section(std::uint32_t zone) {
    const Node& node = graph_.node(zone);
    ReportSection& part = section(2, node.name);
    std::string words;
    const auto add = [&](const std::string& label, const std::string& value) {
      if (!value.empty()) words += (words.empty() ? "" : "。") + label + value;
    };
    add("又名 also: ", readable_list(node.aliases));
    add("属于 part of: ", names(out_[zone], "part_of", true));
    add("主导产业 industries: ", names(out_[zone], "leading_industry", true));
    part.paragraphs.push_back({words.empty() ? "zone" : words, sources(node.mentions)});
    belongings(zone);
  }

  void homeless() {
    section(2, "未归入园区 In no zone");
    belongings(no_cluster);
  }

  void belongings(std::uint32_t zone) {
    projects(members(zone, "project"));
    for (const Listing& listing : listings) list(members(zone, listing.type), listing);
    money(members(zone, "investment"));
    figures(members(zone, "indicator"));
    for (const Style& style : own_types_) {
      const std::string heading = std::string(style.title) + ' ' + english_title(graph_.header(), "mention", style.type);
      list(members(zone, style.type), {style.type, heading});
    }
  }

  void projects(const std::vector<std::uint32_t>& nodes) {
    if (nodes.empty()) return;
    ReportTable& table =
        section(3, "项目 Projects", {"项目 project", "状态 status", "承担 undertaken by", "投资 investment", "经历 history"}).table;
    for (const std::uint32_t i : nodes) {
      const Node& node = graph_.node(i);
      const History* history = find_history(node, "status");
      table.rows.push_back({{node.name, sources(node.mentions)},
                            {text_of(node, "status"), {}},
                            {names(in_[i], "undertakes", false), {}},
                            {names(in_[i], "invested_in", false), {}},
                            history ? states(*history) : ReportCell{}});
    }
  }

  ReportCell states(const History& history) {
    ReportCell cell;
    for (const HistoryEntry& entry : history.entries) {
      cell.text += (cell.text.empty() ? "" : " → ") + entry.value;
      std::string about = entry.modality == "actual" ? "" : entry.modality;
      if (!entry.period.empty()) about += (about.empty() ? "" : ", ") + entry.period;
      if (!about.empty()) cell.text += " (" + about + ')';
      for (const std::size_t number : sources(entry.evidence)) cell.sources.push_back(number);
    }
    return cell;
  }

  void list(const std::vector<std::uint32_t>& nodes, const Listing& listing) {
    if (nodes.empty()) return;
    ReportTable& table = section(3, std::string(listing.heading), {"名称 name", "关系 relations"}).table;
    for (const std::uint32_t i : nodes) {
      std::vector<std::string> relations;
      for (const std::size_t e : out_[i])
        if (const EdgeView view = graph_.edge(e); view.edge.type != "located_in" && view.edge.type != "mentioned_in")
          relations.push_back(view.edge.type + ' ' + graph_.node(view.target).name);
      for (const std::size_t e : in_[i])
        relations.push_back(graph_.node(graph_.edge(e).source).name + ' ' + graph_.edge(e).edge.type);
      table.rows.push_back({{graph_.node(i).name, sources(graph_.node(i).mentions)}, {readable_list(relations), {}}});
    }
  }

  void money(const std::vector<std::uint32_t>& nodes) {
    if (nodes.empty()) return;
    ReportTable& table =
        section(3, "投资 Investments", {"金额 amount", "对象 invested in", "出资 invested by", "种类 kind", "性质 modality"}).table;
    for (const std::uint32_t i : nodes) {
      const Node& node = graph_.node(i);
      table.rows.push_back({{node.name, sources(node.mentions)},
                            {names(out_[i], "invested_in", true), {}},
                            {names(out_[i], "invested_by", true), {}},
                            {text_of(node, "kind"), {}},
                            {text_of(node, "modality"), {}}});
    }
  }

  void figures(std::vector<std::uint32_t> nodes) {
    if (nodes.empty()) return;
    std::stable_sort(nodes.begin(), nodes.end(), [&](auto a, auto b) {
      return std::tuple(text_of(graph_.node(a), "metric"), text_of(graph_.node(a), "period")) <
             std::tuple(text_of(graph_.node(b), "metric"), text_of(graph_.node(b), "period"));
    });
    ReportTable& table =
        section(3, "指标 Indicators", {"指标 metric", "期间 period", "数值 value", "同比 yoy", "性质 modality"}).table;
    for (const std::uint32_t i : nodes) {
      const Node& node = graph_.node(i);
      const std::string yoy = text_of(node, "yoy");
      table.rows.push_back({{text_of(node, "metric"), sources(node.mentions)},
                            {text_of(node, "period"), {}},
                            {text_of(node, "value") + text_of(node, "unit"), {}},
                            {yoy.empty() ? "" : yoy + '%', {}},
                            {text_of(node, "modality"), {}}});
    }
  }

  void documents() {
    ReportTable& table = section(2, "文件 Documents", {"文件 file", "标题 title", "发布 published", "期间 period"}).table;
    for (const DocumentHeader& document : graph_.header().documents)
      table.rows.push_back({{document.path, {}},
                            {document.title, {}},
                            {date_text(document.date.published), {}},
                            {period_text(document.date.period), {}}});
  }

  const Graph& graph_;
  std::vector<std::uint32_t> home_; // zone of each node
  std::vector<std::vector<std::size_t>> out_, in_; // edges
  std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>, std::size_t> numbers_;
  std::vector<Style> own_types_; // node types that only plugins know
  Report report_;
};

} // namespace

Report make_report(const Graph& graph) { return ReportMaker(graph).make(); }

} // namespace zonekg
