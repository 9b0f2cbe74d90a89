// One document read with a rule pack.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "core/abi/plugin.hpp"
#include "plugins/rules/rule_pack.hpp"

namespace zonekg::rules {

// A node that a statement may speak of: an own candidate, or a decided mention of another plugin.
struct Named {
  zkg_span span;
  std::uint32_t id;
  std::string_view type;
};

class RuleReading {
 public:
  // All borrowed. A trigger's id is the number of its class.
  RuleReading(const RulePack& pack, const Document& document, Sink& sink);

  void propose_entities();
  void propose_statements(); // after the entities

 private:
  struct Found {
    zkg_span span;
    const EntityRule* rule;
  };
  using Hits = std::pair<std::size_t, std::size_t>; // rows of the triggers layer: first and one past the last

  // Entities.
  void find_words(const EntityRule& rule);
  void find_bounded(const EntityRule& rule, zkg_span sentence);
  void find_from_beginning(const EntityRule& rule, zkg_span sentence, const zkg_trigger_hit& first);
  void find_to_end(const EntityRule& rule, zkg_span sentence, const zkg_trigger_hit& last);
  void find_items(const EntityRule& rule);
  void add(const EntityRule& rule, zkg_span span);
  void emit();
  [[nodiscard]] bool has_words_of(Class wanted, zkg_span span) const; // the words of the span end in one of the class

  // Statements.
  void state(const StatementRule& rule, zkg_span sentence, const zkg_trigger_hit& trigger);
  [[nodiscard]] std::vector<Named> ends(const StatementRule& rule, const std::vector<std::string>& types, Part part, zkg_span room,
                                        const zkg_trigger_hit& trigger) const;
  [[nodiscard]] zkg_span room_of(const StatementRule& rule, zkg_span sentence, const zkg_trigger_hit& trigger) const;
  void relate(const StatementRule& rule, const zkg_trigger_hit& trigger, const std::vector<Named>& heads, const std::vector<Named>& tails);

  [[nodiscard]] Hits hits_in(zkg_span span) const;
  [[nodiscard]] std::size_t characters(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] zkg_span trimmed(zkg_span span) const;
  [[nodiscard]] std::uint32_t stop_after(std::uint32_t at, std::uint32_t end) const;   // the next stop, or end
  [[nodiscard]] std::uint32_t stop_before(std::uint32_t at, std::uint32_t begin) const; // behind the last stop, or begin

  const RulePack& pack_;
  const Document& document_;
  Sink& sink_;
  Rows<zkg_trigger_hit> hits_;
  std::vector<Found> found_;
  std::vector<Named> named_; // by begin, those of one plugin and type do not overlap
};

} // namespace zonekg::rules
