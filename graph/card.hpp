// Why two names are one thing or two: their parts side by side, each with what it says.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/compare.hpp"
#include "graph/graph.hpp"
#include "graph/node_context.hpp"

namespace zonekg {

enum class Agreement : std::uint8_t { equal, similar, absent, different };
std::string_view text_of(Agreement agreement);

// One part of two names, or one thing that their surroundings tell. `weight`: bits for (above 0) or against one entity.
struct CardRow {
  std::string part; // place, brand, trade, form, number, …, area, document, neighbours
  std::string a, b;
  Agreement agreement = Agreement::absent;
  double weight = 0;
};

inline constexpr std::string_view undertaken_by = "undertaken-by"; // the one rule that needs more than names: an edge

struct Card {
  std::uint32_t a = 0, b = 0; // nodes; equal when both names are one node's
  std::string name_a, name_b; // the names that were compared: of two nodes those that agree most
  std::vector<CardRow> rows;
  double score = 0;           // sum of the weights
  NameVerdict verdict = NameVerdict::unsure;
  std::string rule;           // that linking went by
};

class Cards {
 public:
  explicit Cards(const Graph& graph); // the graph must outlive it

  // Of two nodes.
  [[nodiscard]] Card compare_nodes(std::uint32_t a, std::uint32_t b) const;
  // Of two names of one node.
  [[nodiscard]] Card compare_names(std::uint32_t node, std::string_view a, std::string_view b) const;

  // Pairs of nodes that might be one: neither the same by any rule nor different. Best first, at most `limit`.
  [[nodiscard]] std::vector<Card> open_questions(std::size_t limit) const;

 private:
  [[nodiscard]] Card make(std::uint32_t a, std::uint32_t b, const NameForm& x, const NameForm& y) const;
  void add_surroundings(Card& card) const;
  // A project that is called by its firm alone, and the others that the firm undertakes.
  void pair_with_namesakes(std::uint32_t firm, std::set<std::pair<std::uint32_t, std::uint32_t>>& pairs) const;
  [[nodiscard]] bool is_told_to_be_owned(std::uint32_t node, const NameForm& x, const NameForm& y) const;
  [[nodiscard]] double rarity(const std::u32string& brand) const;

  const Graph& graph_;
  NodeContext context_;
  std::vector<std::vector<NameForm>> forms_; // of each node
  Surroundings around_;
  std::map<std::u32string, std::size_t> brand_counts_; // nodes by the beginning of their core
  std::size_t named_ = 0;
};

} // namespace zonekg
