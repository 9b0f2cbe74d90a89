// What a graph says about one annotated passage, thing by thing: right, wrong or missed.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/extraction.hpp"

namespace zonekg {

// Kinds of knowledge that are counted, in the order in which they are shown.
inline constexpr std::array<std::string_view, 6> entity_kinds = {"zone", "company",        "project",
                                                                 "fund", "infrastructure", "industry"};
inline constexpr std::array<std::string_view, 4> statement_kinds = {"status", "investments", "indicators", "relations"};
// Asked of what was found right: is the firm in the reporting zone, is the indicator's period and modality right?
inline constexpr std::array<std::string_view, 3> share_kinds = {"resident", "indicator period", "indicator modality"};

enum class Outcome { right, wrong, missed };

struct Finding {
  std::string kind; // one of entity_kinds or statement_kinds
  Outcome outcome = Outcome::right;
  std::string claim;     // as a plugin's `provides` has it: `mention:company`, `relation:acquires`, `fact:status`
  std::string what;      // for people: names and figures, the same in every run
  double confidence = 0; // 0 where the graph gives none: missed, states
  std::vector<Evidence> evidence; // empty when missed
  std::vector<std::string> words; // missed: names as the annotation has them
  std::optional<double> figure;   // missed: the value or the amount
  std::string sentence;           // where it stands, as the plugins read it; set by add_sentences
};

// How many of the asked are right.
struct Share {
  std::size_t right = 0, of = 0;
};

struct Findings {
  std::vector<Finding> things;                      // by kind in the order above
  std::map<std::string, Share, std::less<>> shares; // by share_kinds
};

} // namespace zonekg
