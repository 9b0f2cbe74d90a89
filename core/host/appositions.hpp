// A second name in parentheses: 惠州亿纬锂能股份有限公司（EVE，股票代码300014）.
#pragma once

#include <string_view>
#include <vector>

#include "core/host/siblings.hpp"
#include "core/model/extraction.hpp"

namespace zonekg {

struct Apposition {
  std::uint32_t name, second; // mentions of one entity
  zkg_span span;              // from the first to the second
};

// Pairs of mentions of one type where nothing but the parenthesis stands between them and the parenthesis ends, or goes
// on after a comma, behind the second. The second is Latin letters, or made of characters of the first in their order:
// 某集团（其子公司） are two.
std::vector<Apposition> find_appositions(std::string_view text, const std::vector<PlacedMention>& placed,
                                         const std::vector<Mention>& mentions);

} // namespace zonekg
