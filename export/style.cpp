#include "export/style.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <set>

namespace zonekg {
namespace {

// Colours that tell apart in print and for the colour-blind (ColorBrewer's Set3 and Paired, light tones); dots in Okabe and
// Ito's tones, darkened where they would be faint on white.
constexpr Style all_styles[] = {{"zone", "house", "#fdb462", "园区", "#d55e00"},
                                {"company", "box", "#a6cee3", "企业", "#0072b2"},
                                {"project", "ellipse", "#b2df8a", "项目", "#00875f"},
                                {"fund", "octagon", "#fb9a99", "基金", "#c2185b"},
                                {"infrastructure", "component", "#cab2d6", "设施", "#7e57c2"},
                                {"industry", "hexagon", "#ffffb3", "产业", "#9a7200"},
                                {"investment", "note", "#fccde5", "投资", "#c0659b"},
                                {"indicator", "cds", "#d9d9d9", "指标", "#757575"},
                                {"document", "folder", "#ffffff", "文档", "#3b4a54"}};
// Of types that only a plugin knows: light tones that no type of the contract has.
constexpr std::string_view other_fills[] = {"#ccebc5", "#8dd3c7", "#e5d8bd", "#bebada", "#d9ef8b", "#f4cae4"};
constexpr std::string_view other_point = "#555555";

struct RelationTitle {
  std::string_view type, title;
};
constexpr RelationTitle relation_titles[] = {{"located_in", "位于"},
                                             {"part_of", "属于"},
                                             {"undertakes", "承担"},
                                             {"builds", "建设"},
                                             {"invested_in", "投向"},
                                             {"invested_by", "出资方"},
                                             {"invests_in", "投资"},
                                             {"finances", "提供融资"},
                                             {"cooperates_with", "合作"},
                                             {"acquires", "收购"},
                                             {"merged_into", "并入"},
                                             {"supplies", "供应"},
                                             {"leading_industry", "主导产业"},
                                             {"indicator_of", "指标属于"},
                                             {"mentioned_in", "见于"}};

const Style* find_style(std::string_view type) {
  const auto* found = std::find_if(std::begin(all_styles), std::end(all_styles), [&](const Style& s) { return s.type == type; });
  return found == std::end(all_styles) ? nullptr : found;
}

std::uint32_t hash_of(std::string_view text) { // FNV-1a
  std::uint32_t hash = 2166136261u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash;
}

} // namespace

Style style_of(const GraphHeader& header, std::string_view type) {
  if (const Style* style = find_style(type)) return *style;
  Style own{type, "diamond", other_fills[hash_of(type) % std::size(other_fills)], type, other_point};
  if (const TypeLabel* label = find_type(header, "mention", type)) {
    own.title = label->chinese;
    if (!label->colour.empty()) own.fill = label->colour;
  }
  return own;
}

bool is_of_contract(std::string_view type) { return find_style(type) != nullptr; }

std::string_view default_fill() { return other_fills[0]; }

std::vector<Style> styles_in(const Graph& graph) {
  std::set<std::string_view> there;
  for (std::size_t i = 0; i < graph.node_count(); ++i) there.insert(graph.node(i).type);
  std::vector<Style> found;
  for (const Style& style : all_styles)
    if (there.erase(style.type) > 0) found.push_back(style);
  for (const std::string_view type : there) found.push_back(style_of(graph.header(), type));
  return found;
}

std::string point_colour(const GraphHeader& header, std::string_view type) {
  if (const Style* style = find_style(type)) return std::string(style->point);
  if (const TypeLabel* label = find_type(header, "mention", type); label != nullptr && !label->colour.empty()) return label->colour;
  // A hue of 360 in six sectors; the strongest channel at 140 of 255 keeps even yellow dark enough.
  constexpr unsigned least = 50, most = 140;
  const unsigned hue = hash_of(type) % 360, rise = least + (most - least) * (hue % 60) / 60, fall = most + least - rise;
  const unsigned sectors[6][3] = {{most, rise, least}, {fall, most, least}, {least, most, rise},
                                  {least, fall, most}, {rise, least, most}, {most, least, fall}};
  std::string colour = "#";
  for (const unsigned channel : sectors[hue / 60]) {
    colour += "0123456789abcdef"[channel / 16];
    colour += "0123456789abcdef"[channel % 16];
  }
  return colour;
}

std::string english_title(const GraphHeader& header, std::string_view kind, std::string_view type) {
  if (const TypeLabel* label = find_type(header, kind, type)) return label->english;
  std::string title(type);
  std::replace(title.begin(), title.end(), '_', ' ');
  return title;
}

std::string_view relation_title(const GraphHeader& header, std::string_view type) {
  const auto* found = std::find_if(std::begin(relation_titles), std::end(relation_titles),
                                   [&](const RelationTitle& r) { return r.type == type; });
  if (found != std::end(relation_titles)) return found->title;
  const TypeLabel* label = find_type(header, "relation", type);
  return label == nullptr ? type : std::string_view(label->chinese);
}

} // namespace zonekg
