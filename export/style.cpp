#include "export/style.hpp"

#include <algorithm>
#include <cstdint>

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
constexpr Style other_style = {"", "diamond", "#ccebc5", "其他", "#555555"};

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

std::uint32_t hash_of(std::string_view text) { // FNV-1a
  std::uint32_t hash = 2166136261u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash;
}

} // namespace

std::span<const Style> styles() { return all_styles; }

const Style& style_of(std::string_view type) {
  const auto* found =
      std::find_if(std::begin(all_styles), std::end(all_styles), [&](const Style& s) { return s.type == type; });
  return found == std::end(all_styles) ? other_style : *found;
}

std::string point_colour(std::string_view type) {
  if (const Style& style = style_of(type); !style.type.empty()) return std::string(style.point);
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

std::string_view relation_title(std::string_view type) {
  const auto* found = std::find_if(std::begin(relation_titles), std::end(relation_titles),
                                   [&](const RelationTitle& r) { return r.type == type; });
  return found == std::end(relation_titles) ? std::string_view() : found->title;
}

} // namespace zonekg
