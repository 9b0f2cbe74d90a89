// What a node of each type looks like, the same in every format that shows colours.
#pragma once

#include <span>
#include <string_view>

namespace zonekg {

struct Style {
  std::string_view type;
  std::string_view shape; // of Graphviz
  std::string_view fill;  // #rrggbb
  std::string_view title; // in Chinese, for legends and reports
};

std::span<const Style> styles(); // of all types of the contract, in the order legends show them
const Style& style_of(std::string_view type);

} // namespace zonekg
