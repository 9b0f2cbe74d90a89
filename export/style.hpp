// What a node of each type looks like, the same in every format that shows colours.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace zonekg {

struct Style {
  std::string_view type;
  std::string_view shape; // of Graphviz
  std::string_view fill;  // #rrggbb, light: dark text stands on it
  std::string_view title; // in Chinese, for legends and reports
  std::string_view point; // #rrggbb, strong: a dot on white
};

std::span<const Style> styles(); // of all types of the contract, in the order legends show them
const Style& style_of(std::string_view type);

// Of dots on white, at least 3 : 1 against it. A type that only a plugin knows gets a colour by its name.
std::string point_colour(std::string_view type);

// An edge type in Chinese; empty for one that only a plugin knows.
std::string_view relation_title(std::string_view type);

} // namespace zonekg
