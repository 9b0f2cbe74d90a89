// What stands around a figure: bounds, whether it is a figure at all, what an amount without 元 is.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/text/numbers.hpp"
#include "core/text/units.hpp"

namespace zonekg {

// Bound words around [begin, end): flags of zkg_quantity_flag. `factors_only`: the figure is 百亿 and the like,
// where 上 and 过 are bound words too.
std::uint32_t find_bounds(std::string_view text, std::size_t begin, std::size_t end, bool factors_only);

// A number for the reader's eye: heading and list numbers (1., 2、, (3)), codes (V95, 5G), hours, 号, 热线, 500强.
bool is_identifier(std::string_view text, std::size_t begin, std::size_t end);
// 1、2、6期, 7-10期: the figures before the last one are names too.
bool leads_to_identifier(std::string_view text, std::size_t end);
// 2023中国…, 2024-×: a year without 年.
bool is_bare_year(std::string_view text, std::size_t begin, std::size_t end);
bool is_list_number(std::string_view text, std::size_t begin, std::size_t end);

// Whether a Chinese numeral with (or without) this unit counts something: not 统一, 三方, 百家, 二期.
bool counts_something(std::string_view text, const Numeral& numeral, const Unit* unit);

// Whether the words before say that 5亿 is money.
bool in_money_context(std::string_view text, std::size_t begin);
bool in_electricity_context(std::string_view text, std::size_t begin, std::size_t end);
// 日处理, 年产: "日" or "年"; empty otherwise.
std::string_view rate_context(std::string_view text, std::size_t begin);
bool in_rank_context(std::string_view text, std::size_t begin);

} // namespace zonekg
