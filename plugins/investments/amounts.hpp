// Amounts of a document, each with the mentions that it may be tied to.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/kit/pair_sums.hpp"
#include "core/kit/pairs.hpp"
#include "plugins/investments/kinds.hpp"

namespace zonekg {

struct AmountSubject {
  kit::End end;
  std::uint64_t type; // hash
  std::uint64_t name; // the same for mentions of one type that are called the same
  std::size_t named = 0; // how often the document names it
};

struct Choice {
  const AmountSubject* subject;
  kit::Nearness near;
  std::size_t order; // 1.. before the amount, nearest first; 21.. after it
  float score;       // log-odds that the amount is the subject's, beside the other choices
  kit::Features features; // in training
};

struct Amount {
  const zkg_quantity* quantity;
  kit::Range range;
  AmountKind kind;
  std::vector<Choice> choices;
};

} // namespace zonekg
