// What the two ways to the state of a project share: by status words (status.cpp) and by all words (told.cpp). Each claims
// states; which claims hold is decided over all of them (joint_states.hpp).
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "core/kit/relations.hpp"

namespace zonekg {

constexpr std::array<std::string_view, 2> modalities = {"actual", "target"};
constexpr std::array<std::string_view, 10> states = {"negotiating",        "signed",    "planned", "preparing",     "started",
                                                     "under_construction", "completed", "trial",   "in_production", "halted"};

template <class Value>
using ByModality = std::array<Value, modalities.size()>;

enum class Way : std::uint8_t { by_word, told };
constexpr std::array<std::string_view, 2> way_rules = {"learned", "told"};

// A state that a project may be told to have.
struct StateClaim {
  std::uint32_t project; // id of the mention
  Way way;
  std::size_t state;
  ByModality<float> scores; // log-odds
  bool by_note = false;     // told by a note of the row, not around the project
  std::uint8_t where = 0;   // the words stand as seen from the project
  const ByModality<kit::Features>* features = nullptr; // in training
};

// The strongest claims of each way, for each project.
class Claims {
 public:
  struct Strongest {
    float score = kit::no_score;
    kit::Range shown{0, 0}; // the words that tell it
    bool by_note = false;
    std::uint8_t where = 0;
  };
  using States = std::array<ByModality<Strongest>, states.size()>;
  using Ways = std::array<States, way_rules.size()>;

  // `shown` gives the range of the words that tell the state in one modality.
  template <class Shown>
  void add(const StateClaim& claim, Shown&& shown) {
    constexpr float worth = -5; // less is taken for nothing
    for (std::size_t m = 0; m < modalities.size(); ++m) {
      if (claim.scores[m] < worth) continue;
      Strongest& strongest = by_project_[claim.project][static_cast<std::size_t>(claim.way)][claim.state][m];
      if (claim.scores[m] > strongest.score) strongest = {claim.scores[m], shown(m), claim.by_note, claim.where};
    }
  }

  // Null when there is no claim.
  [[nodiscard]] const Ways* of(std::uint32_t project) const {
    const auto found = by_project_.find(project);
    return found == by_project_.end() ? nullptr : &found->second;
  }

 private:
  std::unordered_map<std::uint32_t, Ways> by_project_;
};

// The first of a list in text order that does not begin before the position.
template <class List>
auto first_from(const List& list, std::uint32_t position) {
  return std::lower_bound(list.begin(), list.end(), position, [](const auto& e, std::uint32_t p) { return e.range.begin < p; });
}

// In training, teaches the model of that way; the two modalities exclude each other. Notes the claim.
template <class Shown>
void claim_state(const StateClaim& claim, kit::Relater& relater, Claims& claims, Shown&& shown) {
  if (claim.features) {
    const std::uint32_t group = relater.new_group();
    for (std::size_t m = 0; m < modalities.size(); ++m) {
      FactCandidate fact{claim.project, "status", states[claim.state]};
      fact.evidence = relater.reading().span(shown(m));
      fact.rule = way_rules[static_cast<std::size_t>(claim.way)];
      fact.modality = modalities[m];
      fact.group = group;
      fact.features = &(*claim.features)[m];
      relater.sink().add(fact);
    }
  }
  claims.add(claim, shown);
}

} // namespace zonekg
