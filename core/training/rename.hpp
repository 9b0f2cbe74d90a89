// Renames an annotated passage: every name in it is replaced by an invented one of the same build, in the text and in
// the annotation. Places become other places, brands other brands; trade, legal form, class word, phase and figures
// stay (射洪天辉锂电产业园二期 → 临泽康瑞锂电产业园二期). For training and for checks that names are not known by
// heart.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/training/gold.hpp"
#include "core/training/rename_parts.hpp"

namespace zonekg {

struct RenamedPassage {
  GoldPassage gold; // as `read_gold` would give it; `text` still names the original's file
  std::string text;
};

// The same passage, text (valid UTF-8) and seed give the same bytes everywhere. One string gets one replacement in the
// whole passage, of as many code points. Names of which no part is told as place or brand stay.
RenamedPassage renamed(const GoldPassage& passage, std::string_view text, std::uint64_t seed, const NameParser& parser);

// One seed for all passages becomes one for each; copies to learn from have seeds that no user gives.
std::uint64_t passage_seed(const GoldPassage& passage, std::uint32_t seed);
std::uint64_t training_seed(const GoldPassage& passage, std::uint32_t copy);

} // namespace zonekg
