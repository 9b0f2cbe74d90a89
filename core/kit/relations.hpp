// Proposing relations and dated facts between mentions, scored by learned weights.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/kit/pair_sums.hpp"
#include "core/kit/reading.hpp"
#include "core/kit/weights.hpp"

namespace zonekg::kit {

struct PairOptions {
  Nearness farthest = Nearness::heading; // in the order of Nearness; `far` pairs are never proposed
  std::uint32_t nearest = 12;            // tails tried for each head on either side
  bool ordered = true;                   // false: only one of (a, b) and (b, a), the one that stands first as head
};

// A relation that a mention has to one other at most: a firm stands in one zone, a project has one firm that undertakes it.
struct Choosing {
  std::string_view type;
  bool chooser_is_head = true;
  bool reporting_zone = false; // the zone that the document reports about is an option too
  Nearness farthest = Nearness::heading;
  std::uint32_t nearest = 12; // options tried on either side
};

// One model is used for each relation type (`relation:TYPE`) and fact key (`fact:KEY`) of a plugin. In training every
// candidate goes to the sink with its features; otherwise those of at least 0.3.
class Relater {
 public:
  using Types = std::vector<std::string_view>;

  Relater(const Reading& reading, const Models& models, bool training, Sink& sink)
      : reading_(reading), models_(models), training_(training), sink_(sink) {}

  [[nodiscard]] const Reading& reading() const { return reading_; }
  [[nodiscard]] bool training() const { return training_; }
  Sink& sink() { return sink_; }

  // Decided mentions of a type, in text order.
  [[nodiscard]] std::vector<End> decided(std::string_view type) const;

  // Each pair near enough, once for each of the types.
  void pairs(const Types& types, const std::vector<End>& heads, const std::vector<End>& tails, const PairOptions& options = {});
  // Relations of each head to the zone that the document reports about.
  void to_reporting_zone(std::string_view type, const std::vector<End>& heads);
  // At most one option for each chooser: those near enough compete, and nobody is among them.
  void choose(const Choosing& choosing, const std::vector<End>& choosers, const std::vector<End>& options);

  // A number for candidates that exclude each other.
  [[nodiscard]] std::uint32_t new_group() { return ++groups_; }

  // Null when there is none of that name.
  [[nodiscard]] const Model* model(std::string_view name) const;
  // Scores `features` with the model of `name` ("relation:located_in"): its probability; 0 when there is no such model.
  [[nodiscard]] float score(std::string_view name, const Features& features) const; // as a log-odds; very low without a model
  [[nodiscard]] float judge(std::string_view name, const Features& features) const;
  // Whether a model that weighs what `first` scores is there, or can be taught from it.
  [[nodiscard]] bool weighs(std::string_view name, std::string_view first) const;
  [[nodiscard]] bool worth(float probability) const { return training_ || probability >= 0.3F; }

 private:
  struct Option {
    std::uint32_t id;
    zkg_span evidence;
    float score;
    Features features; // in training
  };

  // Rows of `others` near enough to `end`: first and one past the last by their order, to be checked by nearness.
  static std::pair<std::size_t, std::size_t> around(const End& end, const std::vector<End>& others, std::uint32_t nearest);
  // Without those of head and tail alone, and with them.
  void between_features_of(const End& head, const End& tail, Nearness near, Features& features) const;
  void features_of_pair(const End& head, const End& tail, Nearness near, Features& features) const;
  void names_of_pair(const End& head, const End& tail, Nearness near, Features& features) const;
  void features_of_reporting(const End& mention, Features& features) const;
  [[nodiscard]] std::vector<Option> options_of(const Choosing& choosing, std::size_t chooser, PairSums& sums) const;
  [[nodiscard]] Option option_of_reporting(const End& chooser, std::size_t others, const Model* model) const;
  void propose(std::string_view type, const End& head, std::uint32_t tail, zkg_span evidence, float score, const Features& features);

  const Reading& reading_;
  const Models& models_;
  bool training_;
  std::uint32_t groups_ = 0;
  Sink& sink_;
};

// The words that show that two places belong together: the stretch that holds both, or the later one alone when the other
// is a heading far above it.
Range shown_by(Range a, Range b);

} // namespace zonekg::kit
