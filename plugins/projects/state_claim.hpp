// What the two ways to the state of a project share: by status words (status.cpp) and by all words (told.cpp).
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "core/kit/lattice.hpp"
#include "core/kit/relations.hpp"

namespace zonekg {

constexpr std::array<std::string_view, 2> modalities = {"actual", "target"};

template <class Value>
using ByModality = std::array<Value, modalities.size()>;

// A state that a project may be told to have.
struct StateClaim {
  std::uint32_t project;
  std::string_view state, rule;
  ByModality<float> scores;
  const ByModality<kit::Features>* features = nullptr; // in training
};

// The first of a list in text order that does not begin before the position.
template <class List>
auto first_from(const List& list, std::uint32_t position) {
  return std::lower_bound(list.begin(), list.end(), position, [](const auto& e, std::uint32_t p) { return e.range.begin < p; });
}

// Proposes the state as it is and as it is meant to be; the two exclude each other. `shown` gives the range of the words that
// tell it in one modality. Whether one of the two is likelier than nothing.
template <class Shown>
bool propose_state(const StateClaim& claim, kit::Relater& relater, Shown&& shown) {
  ByModality<float> probabilities = claim.scores;
  kit::settle_choice(probabilities);
  const std::uint32_t group = relater.new_group();
  bool likely = false;
  for (std::size_t m = 0; m < modalities.size(); ++m) {
    if (!relater.worth(probabilities[m])) continue;
    likely = likely || probabilities[m] >= 0.5F;
    FactCandidate fact{claim.project, "status", claim.state};
    fact.evidence = relater.reading().span(shown(m));
    fact.confidence = static_cast<double>(probabilities[m]);
    fact.rule = claim.rule;
    fact.modality = modalities[m];
    fact.group = group;
    if (claim.features) fact.features = &(*claim.features)[m];
    relater.sink().add(fact);
  }
  return likely;
}

} // namespace zonekg
