// Which part of a page is its text.
#pragma once

#include <cstdint>
#include <vector>

#include "core/reader/html_tree.hpp"

namespace zonekg {

// For each node, whether its subtree is left out: scripts, forms, menus, footers, hidden parts, lists of links.
std::vector<bool> find_boilerplate(const HtmlTree& tree);

// The smallest container that holds nearly all text outside of links and of what is left out.
std::uint32_t find_main(const HtmlTree& tree, const std::vector<bool>& left_out);

} // namespace zonekg
