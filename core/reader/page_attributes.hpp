// What a web page says about itself in <meta> and in the box above the text: 索引号, 发布机构, 发布日期.
#pragma once

#include <string>
#include <string_view>

#include "core/reader/html_tree.hpp"

namespace zonekg {

struct PageAttributes {
  std::string title, publisher, index_number;
  int published = 0; // yyyymmdd
};

// `words`: the page's text on one line.
PageAttributes page_attributes(const HtmlTree& tree, std::string_view words);

// The first date in the words (2023-06-30, 2023/6/30, 2023年6月30日), yyyymmdd; 0 when there is none.
int find_date(std::string_view words);

} // namespace zonekg
