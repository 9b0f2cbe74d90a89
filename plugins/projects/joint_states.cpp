#include "plugins/projects/joint_states.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>
#include <utility>

#include "core/kit/lattice.hpp"
#include "core/kit/score_steps.hpp"

namespace zonekg {
namespace {

using kit::End;
using kit::Features;

constexpr std::string_view model_name = "fact:status:joint", rule = "joint";
constexpr std::uint32_t base = 2900;

std::uint64_t fine(float score) { return kit::score_step(score, 0.8F); }
std::uint64_t coarse(float score) { return kit::score_step(score, 1.5F); }

using Scores = std::array<ByModality<float>, states.size()>;

// The mentions of one name in a document.
struct Named {
  std::vector<const End*> places;
  std::vector<std::uint64_t> lists; // that they are items of
  std::array<Scores, way_rules.size()> scores{};
  Scores noted{}; // by notes of its rows
  std::array<ByModality<std::uint8_t>, states.size()> where{}; // the strongest words stand
  bool in_table = false;
  float confidence = 0; // of the likeliest mention

  [[nodiscard]] float word(std::size_t s, std::size_t m) const { return scores[0][s][m]; }
  [[nodiscard]] float told(std::size_t s, std::size_t m) const { return scores[1][s][m]; }
  [[nodiscard]] float either(std::size_t s, std::size_t m) const { return std::max(word(s, m), told(s, m)); }
};

// The largest score of other states.
float largest_other(const Scores& scores, std::size_t state, std::size_t modality) {
  float largest = kit::no_score;
  for (std::size_t s = 0; s < states.size(); ++s)
    for (std::size_t m = 0; m < modalities.size(); ++m)
      if (s != state || m != modality) largest = std::max(largest, scores[s][m]);
  return largest;
}

// What the names in a list score, for each state.
class ListTotals {
 public:
  void add(const Named& named, std::size_t row) {
    ++count_;
    for (std::size_t s = 0; s < states.size(); ++s)
      for (std::size_t m = 0; m < modalities.size(); ++m) {
        State& state = states_[s][m];
        const float score = named.either(s, m);
        state.sum += static_cast<double>(kit::probability(score));
        if (score > state.largest) state.second = std::exchange(state.largest, score), state.largest_row = row;
        else state.second = std::max(state.second, score);
      }
  }

  struct Others {
    std::size_t count = 0;
    double sum = 0; // of probabilities
    float largest = kit::no_score;
  };
  [[nodiscard]] Others without(const Named& named, std::size_t row, std::size_t s, std::size_t m) const {
    const State& state = states_[s][m];
    return {count_ - 1, state.sum - static_cast<double>(kit::probability(named.either(s, m))), state.largest_row == row ? state.second : state.largest};
  }

 private:
  struct State {
    double sum = 0;
    float largest = kit::no_score, second = kit::no_score;
    std::size_t largest_row = 0;
  };
  std::size_t count_ = 0;
  std::array<ByModality<State>, states.size()> states_;
};

class JointStates {
 public:
  JointStates(const std::vector<End>& projects, const Claims& claims, kit::Relater& relater)
      : claims_(claims), relater_(relater), reading_(relater.reading()) {
    std::map<std::uint64_t, std::size_t> rows;
    for (const End& project : projects) {
      const auto [row, is_new] = rows.try_emplace(reading_.text_hash(project.range), named_.size());
      if (is_new) {
        Named& named = named_.emplace_back();
        named.scores.fill(nothing());
        named.noted = nothing();
      }
      add(project, named_[row->second]);
    }
    for (std::size_t i = 0; i < named_.size(); ++i) {
      std::vector<std::uint64_t>& lists = named_[i].lists;
      std::sort(lists.begin(), lists.end());
      lists.erase(std::unique(lists.begin(), lists.end()), lists.end());
      for (const std::uint64_t list : lists) lists_[list].add(named_[i], i);
    }
  }

  void decide() {
    for (std::size_t i = 0; i < named_.size(); ++i)
      for (std::size_t s = 0; s < states.size(); ++s) decide(i, s);
  }

 private:
  static Scores nothing() {
    Scores scores;
    for (auto& by_modality : scores) by_modality.fill(kit::no_score);
    return scores;
  }

  void add(const End& project, Named& named) {
    named.places.push_back(&project);
    named.confidence = std::max(named.confidence, project.confidence);
    if (const std::uint32_t row = reading_.item_at(project.range.begin); row != kit::none) {
      const auto& item = reading_.items()[row];
      const bool table = reading_.enumerations()[item.enumeration].kind == ZKG_ENUM_TABLE;
      const std::uint64_t list = std::uint64_t{item.enumeration} << 32 | (table ? item.column + 1U : 0U);
      named.in_table = named.in_table || table;
      if (named.lists.empty() || named.lists.back() != list) named.lists.push_back(list);
    }
    const Claims::Ways* const ways = claims_.of(project.id);
    if (!ways) return;
    for (std::size_t w = 0; w < ways->size(); ++w)
      for (std::size_t s = 0; s < states.size(); ++s)
        for (std::size_t m = 0; m < modalities.size(); ++m) {
          const Claims::Strongest& claim = (*ways)[w][s][m];
          if (claim.score > named.scores[w][s][m] && w == static_cast<std::size_t>(Way::by_word)) named.where[s][m] = claim.where;
          named.scores[w][s][m] = std::max(named.scores[w][s][m], claim.score);
          if (claim.by_note) named.noted[s][m] = std::max(named.noted[s][m], claim.score);
        }
  }

  void decide(std::size_t row, std::size_t state) {
    const Named& named = named_[row];
    ByModality<float> probabilities;
    ByModality<Features> features;
    probabilities.fill(kit::no_score);
    for (std::size_t m = 0; m < modalities.size(); ++m) {
      constexpr float worth = -4.6F; // 1 in 100
      if (named.either(state, m) < worth) continue;
      features[m] = features_of(row, state, m);
      // What a note says of a row stands alone: nothing around the project speaks for it.
      probabilities[m] = std::max(relater_.score(model_name, features[m]), named.noted[state][m]);
    }
    kit::settle_choice(probabilities);
    const std::uint32_t group = relater_.new_group();
    for (std::size_t m = 0; m < modalities.size(); ++m)
      if (!features[m].empty() && relater_.worth(probabilities[m])) emit(named, state, m, probabilities[m], group, features[m]);
  }

  void emit(const Named& named, std::size_t state, std::size_t modality, float probability, std::uint32_t group, const Features& features) {
    const End* place = named.places.front();
    Claims::Strongest strongest{kit::no_score, place->range, false, 0};
    std::size_t way = 0;
    float most = kit::no_score;
    for (const End* each : named.places)
      if (const Claims::Ways* const ways = claims_.of(each->id))
        for (std::size_t w = 0; w < ways->size(); ++w) {
          constexpr float precise = 3; // a word shows a state, and when, better than the stretch around it
          const Claims::Strongest& claim = (*ways)[w][state][modality];
          const float worth = claim.score + (w == static_cast<std::size_t>(Way::by_word) ? precise : 0);
          if (worth <= most) continue;
          most = worth;
          strongest = claim;
          place = each;
          way = w;
        }
    FactCandidate fact{place->id, "status", states[state]};
    fact.evidence = reading_.span(strongest.shown);
    fact.confidence = static_cast<double>(probability);
    fact.rule = relater_.training() ? rule : way_rules[way];
    fact.modality = modalities[modality];
    fact.group = group;
    if (relater_.training()) fact.features = &features;
    relater_.sink().add(fact);
  }

  [[nodiscard]] Features features_of(std::size_t row, std::size_t state, std::size_t modality) const {
    Features out;
    kit::FeatureBatch batch(out);
    about_claims(named_[row], state, modality, batch);
    about_other_states(named_[row], state, modality, batch);
    about_neighbours(row, state, modality, batch);
    batch.flush();
    return out;
  }

  static void about_claims(const Named& named, std::size_t state, std::size_t modality, kit::FeatureBatch& out) {
    const std::uint64_t word = fine(named.word(state, modality)), told = fine(named.told(state, modality)), what = state * 2 + modality;
    const float other_word = largest_other(named.scores[0], state, modality), other_told = largest_other(named.scores[1], state, modality);
    const auto add = [&](std::uint32_t kind, std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) { out.add(base + kind, a, b, c); };
    add(0, word);
    add(1, told);
    add(2, word, told);
    add(3, word, what);
    add(4, told, what);
    add(5, what);
    add(6, word, coarse(other_word));
    add(7, told, coarse(other_word));
    add(8, told, coarse(other_told));
    add(9, word, coarse(other_told));
    add(10, word, coarse(named.word(state, 1 - modality)));
    add(11, told, coarse(named.told(state, 1 - modality)));
    add(12, coarse(named.word(state, modality)), coarse(named.told(state, modality)), coarse(other_word));
    const auto sure = kit::share_step(named.confidence, 20);
    add(13, sure);
    add(14, sure, word);
    add(15, sure, told);
    const std::uint64_t places = std::min<std::size_t>(named.places.size(), 3);
    add(16, places, word);
    add(17, places, told);
    const std::uint64_t where = named.where[state][modality] * 2 + named.in_table;
    add(18, where, word);
    add(19, where, coarse(other_word));
  }

  static void about_other_states(const Named& named, std::size_t state, std::size_t modality, kit::FeatureBatch& out) {
    constexpr float likely = -0.85F; // three in ten
    const std::uint64_t what = state * 2 + modality;
    for (std::size_t s = 0; s < states.size(); ++s)
      for (std::size_t m = 0; m < modalities.size(); ++m) {
        if (s == state && m == modality) continue;
        const bool word = named.word(s, m) > likely, told = named.told(s, m) > likely;
        if (word) out.add(base + 20, what, s * 2 + m);
        if (told) out.add(base + 21, what, s * 2 + m);
        if (word && told) out.add(base + 22, what, s * 2 + m);
      }
  }

  // What the same state scores for the other items of its lists, and for the names that stand before and after.
  void about_neighbours(std::size_t row, std::size_t state, std::size_t modality, kit::FeatureBatch& out) const {
    const Named& named = named_[row];
    const std::uint64_t word = fine(named.word(state, modality)), told = fine(named.told(state, modality));
    const auto add = [&](std::uint32_t kind, std::uint64_t a, std::uint64_t b) { out.add(base + kind, a, b); };
    ListTotals::Others others;
    for (const std::uint64_t list : named.lists) {
      const ListTotals::Others more = lists_.at(list).without(named, row, state, modality);
      others = {others.count + more.count, others.sum + more.sum, std::max(others.largest, more.largest)};
    }
    if (others.count > 0) {
      const auto mean = static_cast<std::uint64_t>(std::max(others.sum, 0.0) / static_cast<double>(others.count) * 8);
      const std::uint64_t table = named.in_table; // rows differ in state, items of a sentence rarely do
      add(30, mean * 2 + table, word);
      add(31, mean * 2 + table, told);
      add(32, mean * 2 + table, std::min<std::size_t>(others.count, 4));
      add(33, coarse(others.largest) * 2 + table, word);
      add(34, coarse(others.largest) * 2 + table, told);
    } else {
      add(35, word, 0);
      add(36, told, 0);
    }
    const auto beside = [&](std::uint32_t kind, const Named& other) {
      const std::uint64_t score = coarse(other.either(state, modality)) * 2 + named.in_table;
      add(kind, score, word);
      add(kind + 1, score, told);
    };
    if (row > 0) beside(40, named_[row - 1]);
    if (row + 1 < named_.size()) beside(42, named_[row + 1]);
  }

  const Claims& claims_;
  kit::Relater& relater_;
  const kit::Reading& reading_;
  std::vector<Named> named_;                              // in text order of their first mention
  std::unordered_map<std::uint64_t, ListTotals> lists_;
};

} // namespace

void decide_states(const std::vector<End>& projects, const Claims& claims, kit::Relater& relater) {
  if (!relater.weighs(model_name, "fact:status")) return;
  JointStates(projects, claims, relater).decide();
}

} // namespace zonekg
