// An HTML page as a tree in one vector, by libxml2's forgiving parser.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zonekg {

struct HtmlNode {
  std::string tag;  // lower case; empty: text
  std::string text; // of text nodes
  std::vector<std::pair<std::string, std::string>> attributes;
  std::uint32_t parent = 0;
  std::uint32_t end = 0; // the nodes of its subtree are those from its own index to here

  [[nodiscard]] std::string_view attribute(std::string_view name) const; // empty when absent
};

struct HtmlTree {
  std::vector<HtmlNode> nodes;         // in document order; 0 is the root
  std::optional<std::string> problem;  // why it was not read to its end
};

// `text`: UTF-8. Depth, attributes and nodes are bounded.
HtmlTree parse_html(std::string_view text);

} // namespace zonekg
