// Units and measure words: what may follow a numeral.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "core/abi/plugin.h"

namespace zonekg {

struct Unit {
  std::string_view text;      // as it stands
  std::string_view canonical; // the spelling of zkg_quantity.unit_name: ㎡ is 平方米
  zkg_quantity_kind kind;
  double factor;               // to the kind's base unit
  std::string_view currency{}; // ISO 4217
};

// The longest unit that starts at `at`. Not one that is only the beginning of another word: 家 of 家具, 项 of 项目, m
// of mm3.
std::optional<Unit> match_unit(std::string_view text, std::size_t at);

// A currency in front of the figure: ¥, US$, CNY, 港币. `text` is how it stands.
std::optional<Unit> match_currency_prefix(std::string_view text, std::size_t at);
bool may_begin_currency_prefix(char32_t c);

// What stands behind the stroke of 万吨/年 (per time) or 万元/亩 (per anything else), stroke excluded.
struct Denominator {
  std::string_view text, canonical; // d is 日
  bool time;
};
std::optional<Denominator> match_denominator(std::string_view text, std::size_t at);

} // namespace zonekg
