// What a document says about its own figures, to be checked against them: how many a list stands for, what percentage
// one figure is of another.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/text/layers.hpp"

namespace zonekg {

struct ListedItem {
  zkg_span span{0, 0};
  std::optional<double> figure; // its own: 7 for `储能装备7个`, a cell under a total
};

// `A、B等17个项目` names 2 of 17; `17个项目（甲7个、乙10个）` and the columns of a table with 合计 have parts.
struct ListClaim {
  zkg_span span{0, 0}; // items and count; of a table the total's cell
  zkg_span noun{0, 0}; // 项目, a column's heading; {0,0} when none
  double claimed = 0;
  bool open = false;  // 等: it does not name all
  bool exact = true;  // no 余, 多, 近
  std::vector<ListedItem> items;
};

// `累计完成3.2亿元，占年度计划的88.5%`. Figures are rows of the quantities layer.
struct ShareClaim {
  zkg_span span{0, 0}; // from the part's clause to the percentage
  zkg_span of{0, 0};   // 年度计划; {0,0} when it is not said
  zkg_quantity percent{}, part{};
  // The figure that the words tie it to (其中, 计划), or one of the same sentence that it fits.
  std::optional<zkg_quantity> whole;
  zkg_span whole_words{0, 0}; // from the beginning of its clause
};

// Spans are bytes of `text`. Linear in the number of rows.
std::vector<ListClaim> find_list_claims(std::string_view text, const Layers& layers);
std::vector<ShareClaim> find_share_claims(std::string_view text, const Layers& layers);

} // namespace zonekg
