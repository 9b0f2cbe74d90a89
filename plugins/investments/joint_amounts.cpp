#include "plugins/investments/joint_amounts.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

#include "core/kit/lattice.hpp"
#include "core/kit/score_steps.hpp"

namespace zonekg {
namespace {

using kit::Features;

constexpr std::string_view model_name = "relation:invested_in:joint";
constexpr std::uint32_t base = 2900;

std::uint64_t fine(float score) { return kit::score_step(score, 0.4F); }
std::uint64_t coarse(float score) { return kit::score_step(score, 1.0F); }

// The two best scores of one name for one kind of amount, by different amounts.
struct Best {
  float largest = kit::no_score, second = kit::no_score;
  std::size_t amount = 0;

  void add(float score, std::size_t by) {
    if (by == amount && largest > kit::no_score) largest = std::max(largest, score);
    else if (score > largest) second = std::exchange(largest, score), amount = by;
    else second = std::max(second, score);
  }
  [[nodiscard]] float without(std::size_t by) const { return by == amount ? second : largest; }
};

class JointAmounts {
 public:
  JointAmounts(std::vector<Amount>& amounts, const kit::Relater& relater)
      : amounts_(amounts), reading_(relater.reading()), relater_(relater) {
    for (std::size_t i = 0; i < amounts.size(); ++i) {
      First& first = first_.emplace_back();
      first.kind = kit::hash_text(amounts[i].kind.name);
      for (const Choice& choice : amounts[i].choices) {
        const std::uint64_t name = first.names.emplace_back(choice.subject->name);
        first.scores.push_back(choice.score);
        by_kind_[kit::mix(name ^ first.kind)].add(choice.score, i);
        by_name_[name].add(choice.score, i);
      }
      first.probabilities = first.scores;
      kit::settle_choice(first.probabilities);
      for (std::size_t c = 0; c < first.probabilities.size(); ++c)
        if (first.probabilities[c] >= 0.5F) first.owner = first.names[c];
    }
  }

  void weigh() {
    Features features;
    for (std::size_t i = 0; i < amounts_.size(); ++i)
      for (std::size_t c = 0; c < amounts_[i].choices.size(); ++c) {
        features.clear();
        kit::FeatureBatch batch(features);
        about_choice(i, c, batch);
        about_others(i, c, batch);
        about_neighbours(i, c, batch);
        batch.flush();
        amounts_[i].choices[c].score = relater_.score(model_name, features);
        if (relater_.training()) amounts_[i].choices[c].features = features;
      }
  }

 private:
  // What the first model says of one amount.
  struct First {
    std::uint64_t kind = 0;
    std::uint64_t owner = 0; // whose it probably is: the hash of the name
    std::vector<std::uint64_t> names; // of the choices, as hashes
    std::vector<float> scores, probabilities;
  };

  [[nodiscard]] std::uint32_t sentence_of(std::size_t amount) const { return reading_.sentence_at(amounts_[amount].range.begin); }

  void about_choice(std::size_t i, std::size_t c, kit::FeatureBatch& out) const {
    const Choice& choice = amounts_[i].choices[c];
    const First& first = first_[i];
    const auto add = [&](std::uint32_t kind, std::uint64_t a, std::uint64_t b = 0, std::uint64_t d = 0) { out.add(base + kind, a, b, d); };
    const std::uint64_t score = fine(first.scores[c]), type = choice.subject->type, near = static_cast<std::uint64_t>(choice.near);
    add(0, score);
    add(1, score, type);
    add(2, score, first.kind);
    const std::uint64_t rough = coarse(first.scores[c]);
    add(3, rough, near, choice.order > 20);
    add(4, rough, std::min<std::size_t>(choice.order, 21));
    add(5, type, first.kind, near);
    const auto sure = kit::share_step(choice.subject->end.confidence, 10);
    add(6, sure, type);
    add(7, sure, rough);
    const auto size = static_cast<std::uint64_t>(std::max(0.0, std::log10(std::max(1.0, amounts_[i].quantity->base_value))));
    add(8, size, first.kind, type);
    const std::size_t named = std::min<std::size_t>(choice.subject->named, 4);
    add(9, named, type);
    add(10, named, rough);
    float none = 1;
    for (const float p : first.probabilities) none -= p;
    add(11, kit::share_step(none, 8), rough);
  }

  // What the other choices for this amount score, and the other amounts for this subject.
  void about_others(std::size_t i, std::size_t c, kit::FeatureBatch& out) const {
    const Choice& choice = amounts_[i].choices[c];
    const First& first = first_[i];
    const auto add = [&](std::uint32_t kind, std::uint64_t a, std::uint64_t b = 0, std::uint64_t d = 0) { out.add(base + kind, a, b, d); };
    const std::uint64_t score = coarse(first.scores[c]), type = choice.subject->type, name = first.names[c];
    float rival = kit::no_score, nearer = kit::no_score;
    std::uint64_t rival_type = 0, rank = 0;
    for (std::size_t other = 0; other < first.scores.size(); ++other) {
      if (other == c || first.names[other] == name) continue;
      rank += first.scores[other] > first.scores[c];
      if (first.scores[other] > rival) rival = first.scores[other], rival_type = amounts_[i].choices[other].subject->type;
      if (amounts_[i].choices[other].order < choice.order && choice.order <= 20) nearer = std::max(nearer, first.scores[other]);
    }
    add(20, score, coarse(rival));
    add(21, coarse(rival), type, rival_type);
    add(22, std::min<std::uint64_t>(rank, 4), score);
    add(23, coarse(nearer), score);
    const float same_kind = by_kind_.at(kit::mix(name ^ first.kind)).without(i), any_kind = by_name_.at(name).without(i);
    add(24, coarse(same_kind), score);
    add(25, coarse(same_kind), first.kind, type);
    add(26, coarse(any_kind), score);
    add(27, coarse(any_kind), first.kind, type);
    add(28, std::min<std::size_t>(first.scores.size(), 8), score);
  }

  // Whose the amounts before and after this one are.
  void about_neighbours(std::size_t i, std::size_t c, kit::FeatureBatch& out) const {
    const std::uint64_t name = first_[i].names[c], score = coarse(first_[i].scores[c]);
    const auto beside = [&](std::uint32_t kind, std::size_t other) {
      const std::uint64_t owner = first_[other].owner;
      const std::uint64_t whose = owner == 0 ? 0 : owner == name ? 1 : 2;
      const std::uint64_t where = whose * 2 + (sentence_of(other) == sentence_of(i));
      out.add(base + kind, where, score);
      out.add(base + kind + 1, where, first_[i].kind, first_[other].kind);
      out.add(base + kind + 2, where, score, first_[i].kind == first_[other].kind);
    };
    if (i > 0) beside(40, i - 1);
    else out.add(base + 43, score);
    if (i + 1 < amounts_.size()) beside(44, i + 1);
    else out.add(base + 47, score);
  }

  std::vector<Amount>& amounts_;
  const kit::Reading& reading_;
  const kit::Relater& relater_;
  std::vector<First> first_; // by amount
  std::unordered_map<std::uint64_t, Best> by_kind_, by_name_;
};

} // namespace

bool weigh_jointly(std::vector<Amount>& amounts, const kit::Relater& relater) {
  if (!relater.weighs(model_name, "relation:invested_in")) return false;
  JointAmounts(amounts, relater).weigh();
  return true;
}

} // namespace zonekg
