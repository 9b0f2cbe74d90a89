// Names that plain rules find for a zone that is named already.
#pragma once

#include <vector>

#include "core/kit/relations.hpp"

namespace zonekg {

// 园区（Songkou Economic Development Zone，SKEDZ）: the English name and its abbreviation in parentheses. Each is a
// mention too, and the same thing as what stands before the parenthesis.
// `zones`: named and generic mentions.
void propose_english_names(const std::vector<kit::End>& zones, kit::Relater& relater);

// 榆林经开区（榆神工业区）: a zone's second name in parentheses. `named`: no generic mentions, in text order.
void propose_parenthesised_names(const std::vector<kit::End>& named, kit::Relater& relater);

// 新区 are called by their place alone where the sentence is about them: 青屿要争先 of 青屿新区. `named`: no generic ones.
void propose_bare_names(const std::vector<kit::End>& named, kit::Relater& relater);

} // namespace zonekg
