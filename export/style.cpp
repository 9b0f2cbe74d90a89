#include "export/style.hpp"

#include <algorithm>

namespace zonekg {
namespace {

// Colours that tell apart in print and for the colour-blind (ColorBrewer's Set3 and Paired, light tones).
constexpr Style all_styles[] = {{"zone", "house", "#fdb462", "园区"},
                                {"company", "box", "#a6cee3", "企业"},
                                {"project", "ellipse", "#b2df8a", "项目"},
                                {"fund", "octagon", "#fb9a99", "基金"},
                                {"infrastructure", "component", "#cab2d6", "设施"},
                                {"industry", "hexagon", "#ffffb3", "产业"},
                                {"investment", "note", "#fccde5", "投资"},
                                {"indicator", "cds", "#d9d9d9", "指标"},
                                {"document", "folder", "#ffffff", "文档"}};
constexpr Style other_style = {"", "diamond", "#ccebc5", "其他"};

} // namespace

std::span<const Style> styles() { return all_styles; }

const Style& style_of(std::string_view type) {
  const auto* found =
      std::find_if(std::begin(all_styles), std::end(all_styles), [&](const Style& s) { return s.type == type; });
  return found == std::end(all_styles) ? other_style : *found;
}

} // namespace zonekg
