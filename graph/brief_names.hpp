// What a document may call a name for short: 台商区 for 漳州台商投资区, 万安园 for 万安生态产业园, 徐工港机 for 徐工港口机械, 二期 for
// 通富微电南通工厂二期.
#pragma once

#include <cstddef>
#include <string_view>

#include "graph/name_form.hpp"

namespace zonekg {

inline constexpr std::size_t shortest_brief = 2; // code points of a brief name

// Both of one type; `fuller` says more (is_fuller).
bool is_brief_name(const NameForm& shorter, const NameForm& fuller);

// All characters of `letters` stand in `text`, in their order.
bool holds_letters(std::u32string_view text, std::u32string_view letters);

} // namespace zonekg
