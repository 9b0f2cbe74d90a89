// Findings counted: precision, recall and F1 by kind, over one passage or many.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/evaluation/findings.hpp"

namespace zonekg {

// Figures are absent where nothing was found or asked for.
struct Tally {
  std::size_t right = 0, wrong = 0, missed = 0;

  [[nodiscard]] std::optional<double> precision() const;
  [[nodiscard]] std::optional<double> recall() const;
  [[nodiscard]] std::optional<double> f1() const;
  Tally& operator+=(const Tally& other);
};

std::optional<double> accuracy(const Share& share);

// Kinds without any finding are there with zeros.
struct Figures {
  std::size_t passages = 0;
  std::map<std::string, Tally, std::less<>> tallies; // by entity_kinds, `entities` (all of those) and statement_kinds
  std::map<std::string, Share, std::less<>> shares;  // by share_kinds

  Figures();
  Figures& operator+=(const Figures& other);
};

inline constexpr std::string_view all_entities = "entities";
std::vector<std::string_view> tally_kinds(); // in the order in which they are shown
std::vector<std::string_view> own_kinds(const Figures& figures); // node types that only plugins know, by name; views of it

Figures count(const Findings& findings); // of one passage

} // namespace zonekg
