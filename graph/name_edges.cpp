#include "graph/name_edges.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "graph/attributes.hpp"
#include "graph/name_key.hpp"

namespace zonekg {
namespace {

constexpr std::array<std::u32string_view, 11> runs = {U"开发", U"建设", U"投资", U"运营", U"管理", U"控股",
                                                      U"发展", U"经营", U"国有资产", U"资产", U"城市"};
constexpr std::array<std::u32string_view, 3> firm_ends = {U"有限公司", U"公司", U"集团"};
constexpr std::array<std::u32string_view, 4> builds = {U"(一期)", U"(二期)", U"建设", U"扩建"};
constexpr std::array<std::u32string_view, 5> parts = {U"一期", U"二期", U"三期", U"四期", U"基础设施"}; // of a park, in it
constexpr std::size_t shortest = 4; // code points of a zone's name that says which one

// Zones by the keys of their names; 望渡高新 for 望渡高新区 as well, as firms' names leave 区 out.
using ZoneNames = std::unordered_map<std::u32string, std::vector<std::uint32_t>>;

void add_names(const Node& node, std::uint32_t index, ZoneNames& names) {
  std::set<std::u32string> keys = {name_key(node.type, node.name)};
  for (const std::string& alias : node.aliases) keys.insert(name_key(node.type, alias));
  for (const std::u32string& key : keys) {
    if (key.size() < shortest || is_class_word(node.type, key) || is_redacted(key)) continue;
    names[key].push_back(index);
    const std::u32string_view view = key;
    if (view.size() > shortest && (view.ends_with(U"高新区") || view.ends_with(U"经开区")))
      names[key.substr(0, key.size() - 1)].push_back(index);
  }
}

std::vector<std::uint32_t> documents_of(const Node& node) {
  std::vector<std::uint32_t> documents;
  for (const Evidence& e : node.mentions)
    if (documents.empty() || documents.back() != e.document) documents.push_back(e.document);
  return documents; // mentions stand in order of documents
}

bool share_a_document(const Node& a, const Node& b) {
  const auto x = documents_of(a), y = documents_of(b);
  return std::ranges::find_first_of(x, y) != x.end();
}

template <typename Words> bool starts_with_any(std::u32string_view text, const Words& words) {
  return std::any_of(words.begin(), words.end(), [&](std::u32string_view word) { return text.starts_with(word); });
}

// `rest`: of the key, behind the zone's name.
bool is_named_after(const Node& node, std::u32string_view key, std::u32string_view rest) {
  if (node.type == "project") return rest.empty() || starts_with_any(rest, builds) || starts_with_any(rest, parts);
  const bool is_firm = std::any_of(firm_ends.begin(), firm_ends.end(), [&](std::u32string_view end) { return key.ends_with(end); });
  return is_firm && starts_with_any(rest, runs);
}

struct Namesake {
  std::uint32_t zone;
  bool part; // what stands behind the zone's name tells a part of it
};

// The zone whose name the node's begins with, the longest name first; none where several zones are called so.
std::optional<Namesake> zone_of(const std::vector<Node>& nodes, const Node& node, const ZoneNames& zones) {
  std::vector<const std::string*> own = {&node.name};
  for (const std::string& alias : node.aliases) own.push_back(&alias);
  for (const std::string* name : own) {
    const std::u32string key = name_key(node.type, *name);
    for (std::size_t size = key.size(); size >= shortest; --size) {
      const auto found = zones.find(key.substr(0, size));
      const std::u32string_view rest = std::u32string_view(key).substr(size);
      if (found == zones.end() || !is_named_after(node, key, rest)) continue;
      std::optional<std::uint32_t> zone;
      for (const std::uint32_t candidate : found->second) {
        if (zone == candidate || !share_a_document(node, nodes[candidate])) continue;
        if (zone) return std::nullopt;
        zone = candidate;
      }
      if (zone) return Namesake{*zone, starts_with_any(rest, parts)};
    }
  }
  return std::nullopt;
}

} // namespace

void add_name_edges(std::vector<Node>& nodes, Edges& edges) {
  ZoneNames zones;
  for (std::uint32_t n = 0; n < nodes.size(); ++n)
    if (nodes[n].type == "zone" && find_property(nodes[n], "implicit") == nullptr) add_names(nodes[n], n, zones);
  if (zones.empty()) return;
  std::set<std::tuple<std::uint32_t, std::uint32_t, std::string>> known;
  for (std::size_t e = 0; e < edges.ends.size(); ++e)
    known.emplace(edges.ends[e].source, edges.ends[e].target, edges.edges[e].type);
  for (std::uint32_t n = 0; n < nodes.size(); ++n) {
    Node& node = nodes[n];
    if ((node.type != "company" && node.type != "project") || node.mentions.empty()) continue;
    const auto namesake = zone_of(nodes, node, zones);
    if (!namesake) continue;
    const bool is_project = node.type == "project";
    if (is_project) set_property(node.properties, "park", nodes[namesake->zone].name);
    const std::string type = is_project ? "located_in" : "cooperates_with";
    if ((is_project && !namesake->part) || known.contains({n, namesake->zone, type})) continue;
    Evidence words = node.mentions.front();
    words.rule = is_project ? "builds-the-park" : "runs-the-zone";
    edges.ends.push_back({n, namesake->zone});
    edges.edges.push_back({type, node.confidence, {}, {}, {std::move(words)}});
  }
}

} // namespace zonekg
