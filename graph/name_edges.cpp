#include "graph/name_edges.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "graph/name_key.hpp"

namespace zonekg {
namespace {

constexpr std::array<std::u32string_view, 11> runs = {U"开发", U"建设", U"投资", U"运营", U"管理", U"控股",
                                                      U"发展", U"经营", U"国有资产", U"资产", U"城市"};
constexpr std::array<std::u32string_view, 3> firm_ends = {U"有限公司", U"公司", U"集团"};
constexpr std::array<std::u32string_view, 4> builds = {U"(一期)", U"(二期)", U"建设", U"扩建"};
constexpr std::array<std::u32string_view, 5> parts = {U"一期", U"二期", U"三期", U"四期", U"基础设施"}; // of a park, in it
constexpr std::size_t shortest = 4; // code points of a zone's name that says which one

std::vector<std::uint32_t> documents_of(const Node& node) {
  std::vector<std::uint32_t> documents;
  for (const Evidence& e : node.mentions)
    if (documents.empty() || documents.back() != e.document) documents.push_back(e.document);
  return documents; // mentions stand in order of documents
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

} // namespace

void ZoneNames::add(std::uint32_t index, const Node& node) {
  if (node.type != "zone" || find_property(node, "implicit") != nullptr) return;
  zones_.emplace(index, Zone{node.name, documents_of(node)});
  std::set<std::u32string> keys = {name_key(node.type, node.name)};
  for (const std::string& alias : node.aliases) keys.insert(name_key(node.type, alias));
  for (const std::u32string& key : keys) {
    if (key.size() < shortest || is_class_word(node.type, key) || is_redacted(key)) continue;
    by_key_[key].push_back(index);
    const std::u32string_view view = key;
    if (view.size() > shortest && (view.ends_with(U"高新区") || view.ends_with(U"经开区")))
      by_key_[key.substr(0, key.size() - 1)].push_back(index);
  }
}

std::optional<Namesake> ZoneNames::find(const Node& node) const {
  if ((node.type != "company" && node.type != "project") || node.mentions.empty()) return std::nullopt;
  const std::vector<std::uint32_t> documents = documents_of(node);
  std::vector<const std::string*> own = {&node.name};
  for (const std::string& alias : node.aliases) own.push_back(&alias);
  for (const std::string* name : own) {
    const std::u32string key = name_key(node.type, *name);
    for (std::size_t size = key.size(); size >= shortest; --size) {
      const auto found = by_key_.find(key.substr(0, size));
      const std::u32string_view rest = std::u32string_view(key).substr(size);
      if (found == by_key_.end() || !is_named_after(node, key, rest)) continue;
      std::optional<std::uint32_t> zone;
      for (const std::uint32_t candidate : found->second) {
        const auto& of_zone = zones_.at(candidate).documents;
        if (zone == candidate || std::ranges::find_first_of(documents, of_zone) == documents.end()) continue;
        if (zone) return std::nullopt;
        zone = candidate;
      }
      if (zone) return namesake(node, *zone, starts_with_any(rest, parts));
    }
  }
  return std::nullopt;
}

// `part`: what stands behind the zone's name tells a part of it.
Namesake ZoneNames::namesake(const Node& node, std::uint32_t zone, bool part) const {
  const bool is_project = node.type == "project";
  Namesake found{zone, is_project ? std::string_view(zones_.at(zone).name) : std::string_view(), {}};
  if (is_project && !part) return found;
  Evidence words = node.mentions.front();
  words.rule = is_project ? "builds-the-park" : "runs-the-zone";
  found.edge = Edge{"located_in", node.confidence, {}, {}, {std::move(words)}};
  return found;
}

} // namespace zonekg
