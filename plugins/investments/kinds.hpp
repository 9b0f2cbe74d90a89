// What kind of money an amount is, told by the words around it.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/kit/reading.hpp"

namespace zonekg {

struct AmountKind {
  std::string_view name;  // investment.kind of the graph
  std::uint64_t word = 0; // hash of the word that told it; 0 when none did
  bool by_title = false;  // told by the title of the column that the amount stands in
};

AmountKind amount_kind(const kit::Reading& reading, kit::Range amount);
std::string_view amount_modality(const kit::Reading& reading, kit::Range amount);

} // namespace zonekg
