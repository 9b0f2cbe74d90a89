#include "plugins/projects/told.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>

#include "core/kit/pairs.hpp"

namespace zonekg {
namespace {

using kit::End;
using kit::Features;
using kit::Range;

constexpr std::uint32_t told_base = 1800;
constexpr std::string_view model_name = "fact:status:told";
// How far is looked, in characters and in words of one stretch.
constexpr std::uint32_t clause_reach = 40, item_reach = 60, sentence_reach = 100, most_words = 14;

// Where a stretch of words stands as seen from a project, or from the list that it is an item of.
enum class Place : std::uint64_t {
  item_clause, // right behind the name
  item_rest,
  tail_clause, // right behind the list
  tail_rest,
  item_before,
  lead_clause, // right before the list
  lead_rest,
  line_before,
  heading,
  outer_heading,
  next, // sentence
};

struct Stretch {
  Place place;
  Range range;
};

const std::array<std::uint64_t, states.size()>& state_hashes() {
  static const auto hashes = [] {
    std::array<std::uint64_t, states.size()> all;
    std::transform(states.begin(), states.end(), all.begin(), kit::hash_text);
    return all;
  }();
  return hashes;
}

// A hint is what a word at a place says, whatever the state: hashed with state and modality, with one of them.
void add_hint(std::uint64_t hint, std::size_t state, std::size_t modality, Features& out) {
  const std::uint64_t s = state_hashes()[state];
  for (const auto f : {kit::feature(told_base + 1, hint, s, modality), kit::feature(told_base + 2, hint, s), kit::feature(told_base + 3, hint, modality)})
    out.push_back(f);
}

// The features of a hint with every state and modality, with every state, with every modality, as columns of one table.
struct HintColumns {
  static constexpr std::size_t of_state = states.size() * modalities.size(), of_modality = of_state + states.size(),
                               count = of_modality + modalities.size();

  HintColumns() {
    for (std::size_t s = 0; s < states.size(); ++s) {
      for (std::size_t m = 0; m < modalities.size(); ++m) set(s * modalities.size() + m, told_base + 1, state_hashes()[s], m);
      set(of_state + s, told_base + 2, state_hashes()[s], 0);
    }
    for (std::size_t m = 0; m < modalities.size(); ++m) set(of_modality + m, told_base + 3, m, 0);
  }
  void hash(std::uint64_t hint, kit::Feature* out) const { kit::hash_each(starts.data(), hint, b.data(), c.data(), count, out); }

 private:
  void set(std::size_t column, std::uint32_t kind, std::uint64_t second, std::uint64_t third) {
    starts[column] = kit::start_of(kind, 0);
    b[column] = second;
    c[column] = third;
  }
  std::array<std::uint64_t, count> starts, b, c;
};

// What hints weigh.
struct HintSums {
  std::array<std::int32_t, HintColumns::count> columns{};

  [[nodiscard]] std::int32_t of(std::size_t state, std::size_t modality) const {
    return columns[state * modalities.size() + modality] + columns[HintColumns::of_state + state] + columns[HintColumns::of_modality + modality];
  }
};

// Sums the weights of hints, which arrive while the next ones are hashed.
class HintQueue {
 public:
  explicit HintQueue(const kit::Model& model) : model_(model) {}

  // The target must stay where it is until `flush`.
  void add(std::uint64_t hint, HintSums& target) {
    Waiting& next = waiting_[count_++ % waiting_.size()];
    settle(next);
    next.target = &target;
    columns_.hash(hint, next.ids.data());
    model_.prefetch(next.ids.data(), next.ids.size());
  }
  void flush() {
    for (Waiting& each : waiting_) settle(each);
  }

 private:
  struct Waiting {
    HintSums* target = nullptr;
    std::array<kit::Feature, HintColumns::count> ids;
  };
  void settle(Waiting& waiting) {
    if (!waiting.target) return;
    for (std::size_t i = 0; i < waiting.ids.size(); ++i) waiting.target->columns[i] += model_.weight(waiting.ids[i]);
    waiting.target = nullptr;
  }

  const kit::Model& model_;
  const HintColumns columns_;
  std::array<Waiting, 8> waiting_; // whose weights fit the nearest cache
  std::size_t count_ = 0;
};

bool nearest_last(Place place) {
  return place == Place::item_before || place == Place::lead_clause || place == Place::lead_rest || place == Place::line_before;
}

class ToldProposer {
 public:
  ToldProposer(const std::vector<End>& projects, kit::Relater& relater, Claims& claims)
      : projects_(projects), relater_(relater), claims_(claims), reading_(relater.reading()), model_(relater.model(model_name)) {
    if (model_) hints_.emplace(*model_);
  }

  void propose(const End& project) {
    look_around(project);
    weigh(project);
    for (std::size_t state = 0; state < states.size(); ++state) propose(project, state);
  }

 private:
  void look_around(const End& project) {
    stretches_.clear();
    Range item = project.range, list = project.range;
    if (const std::uint32_t row = reading_.item_at(project.range.begin); row != kit::none) {
      item = joined(item, reading_.range(reading_.items()[row].span));
      list = joined(item, reading_.range(reading_.enumerations()[reading_.items()[row].enumeration].span));
    }
    look_in_item(project.range, item);
    look_in_sentence(list);
    look_beside(list);
    look_above(project.range);
  }

  void look_in_item(Range name, Range item) {
    const std::uint32_t end = clause_in(item, name).end;
    add(Place::item_clause, {name.end, end});
    add(Place::item_rest, {end, std::min(item.end, end + item_reach)});
    add(Place::item_before, {std::max(item.begin, name.begin - std::min(name.begin, item_reach)), name.begin});
  }

  void look_in_sentence(Range list) {
    const std::uint32_t first = reading_.sentence_at(list.begin), last = reading_.sentence_at(std::int64_t{list.end} - 1);
    Range sentence = list;
    if (first != kit::none) sentence = joined(sentence, reading_.sentence_range(first));
    if (last != kit::none) sentence = joined(sentence, reading_.sentence_range(last));
    sentence.begin = std::max(sentence.begin, list.begin - std::min(list.begin, sentence_reach));
    sentence.end = std::min(sentence.end, list.end + sentence_reach);
    const Range clause = clause_in(sentence, list);
    add(Place::tail_clause, {list.end, clause.end});
    add(Place::tail_rest, {clause.end, sentence.end});
    add(Place::lead_clause, {clause.begin, list.begin});
    add(Place::lead_rest, {sentence.begin, clause.begin});
  }

  // The end of the sentence before in the section, the begin of the next one in the paragraph if it is not of other projects.
  void look_beside(Range list) {
    const auto& sentences = reading_.sentences();
    const std::uint32_t first = reading_.sentence_at(list.begin), last = reading_.sentence_at(std::int64_t{list.end} - 1);
    if (first != kit::none && first > 0 && sentences[first - 1].section == sentences[first].section) {
      const Range before = reading_.sentence_range(first - 1);
      add(Place::line_before, {std::max(before.begin, before.end - std::min(before.end, clause_reach)), before.end});
    }
    if (last == kit::none || last + 1 >= sentences.size() || sentences[last + 1].paragraph != sentences[last].paragraph) return;
    const Range next = reading_.sentence_range(last + 1);
    if (!names_project(next)) add(Place::next, {next.begin, std::min(next.end, next.begin + clause_reach)});
  }

  void look_above(Range name) {
    Place place = Place::heading;
    reading_.each_section_over(name.begin, [&](const zkg_section& section) {
      if (empty(section.heading)) return true;
      const Range heading = reading_.range(section.heading);
      if (!overlaps(heading, name)) add(place, {heading.begin, std::min(heading.end, heading.begin + clause_reach)});
      place = Place::outer_heading;
      return true;
    });
  }

  void add(Place place, Range range) {
    if (range.begin < range.end) stretches_.push_back({place, range});
  }

  // Of the clause around a place, what is near and inside the limits, which hold the place.
  [[nodiscard]] Range clause_in(Range limits, Range place) const {
    const Range clause = kit::clause_around(reading_, place);
    return {std::max({clause.begin, limits.begin, place.begin - std::min(place.begin, clause_reach)}),
            std::min({clause.end, limits.end, place.end + clause_reach})};
  }
  static Range joined(Range a, Range b) { return {std::min(a.begin, b.begin), std::max(a.end, b.end)}; }
  [[nodiscard]] bool names_project(Range range) const {
    const auto from = first_from(projects_, range.begin);
    return from != projects_.end() && from->range.begin < range.end;
  }

  // Words, pairs of neighbours and the nearest word of a stretch, the nearest first; its classes.
  template <class Visit>
  void each_hint(const Stretch& stretch, Visit&& visit) const {
    const Place place = stretch.place;
    const Range range = stretch.range;
    const bool backwards = nearest_last(place);
    std::uint32_t seen = 0, last = kit::none;
    std::uint64_t before = 0, other_project = 0;
    for (std::uint32_t n = 0; n < range.size() && seen < most_words; ++n) {
      const std::uint32_t i = backwards ? range.end - 1 - n : range.begin + n;
      if (reading_.begins(i) & project_mark_) other_project = 1;
      const std::uint32_t word = reading_.word_at(i);
      if (word == kit::none || word == last) continue;
      last = word;
      const std::uint64_t hash = reading_.word_hash(word), where = static_cast<std::uint64_t>(place) << 1 | other_project;
      visit(hint(0, where, hash));
      visit(hint(1, 0, hash));
      if (seen > 0) visit(hint(2, where, kit::mix(backwards ? hash : before) * 3 + (backwards ? before : hash)));
      else visit(hint(3, where, hash));
      before = hash;
      ++seen;
    }
    reading_.each_class(reading_.classes_in(range), [&](std::uint64_t h) { visit(hint(4, static_cast<std::uint64_t>(place), h)); });
  }

  // Of the section and the list that the project stands in.
  template <class Visit>
  void each_hint(const End& project, Visit&& visit) const {
    visit(hint(5, 0, static_cast<std::uint64_t>(reading_.role_at(project.range.begin))));
    const std::uint32_t row = reading_.item_at(project.range.begin);
    if (row == kit::none) return;
    const std::uint32_t list = reading_.items()[row].enumeration;
    visit(hint(6, 0, static_cast<std::uint64_t>(reading_.enumerations()[list].kind)));
    visit(hint(7, 0, reading_.head_hash(list)));
  }

  static std::uint64_t hint(std::uint64_t kind, std::uint64_t where, std::uint64_t what) {
    return kit::mix(kit::mix(kind * 64 + where + 1) + what);
  }

  void weigh(const End& project) {
    all_ = {};
    of_stretches_.clear();
    if (!model_) return;
    each_hint(project, [&](std::uint64_t hint) { hints_->add(hint, all_); });
    for (const Stretch& stretch : stretches_) of_stretches_.push_back(&weights_of(stretch));
    hints_->flush();
    for (const HintSums* sums : of_stretches_)
      for (std::size_t i = 0; i < all_.columns.size(); ++i) all_.columns[i] += sums->columns[i];
    for (std::size_t s = 0; s < states.size(); ++s)
      for (std::size_t m = 0; m < modalities.size(); ++m)
        all_.columns[s * modalities.size() + m] += model_->weight(kit::feature(told_base, state_hashes()[s], m));
  }

  // Headings, and what stands around a list, are told of many projects.
  const HintSums& weights_of(const Stretch& stretch) {
    const auto [known, is_new] = known_.try_emplace({stretch.place, stretch.range.begin, stretch.range.end});
    HintSums& sums = known->second;
    if (is_new) each_hint(stretch, [&](std::uint64_t hint) { hints_->add(hint, sums); });
    return sums;
  }

  void propose(const End& project, std::size_t state) {
    StateClaim claim{project.id, Way::told, state, {}};
    for (std::size_t m = 0; m < modalities.size(); ++m) claim.scores[m] = model_ ? model_->score_of(all_.of(state, m)) : kit::no_score;
    ByModality<Features> features;
    if (relater_.training()) {
      for (std::size_t m = 0; m < modalities.size(); ++m) features[m] = features_of(project, state, m);
      claim.features = &features;
    }
    claim_state(claim, relater_, claims_, [&](std::size_t m) { return shown(state, m, project.range); });
  }

  [[nodiscard]] Features features_of(const End& project, std::size_t state, std::size_t modality) const {
    Features features{kit::feature(told_base, state_hashes()[state], modality)};
    const auto add = [&](std::uint64_t hint) { add_hint(hint, state, modality, features); };
    for (const Stretch& stretch : stretches_) each_hint(stretch, add);
    each_hint(project, add);
    return features;
  }

  // The stretch whose words weigh most for the state; the project's name when none does.
  [[nodiscard]] Range shown(std::size_t state, std::size_t modality, Range name) const {
    std::int32_t most = 0;
    Range range = name;
    for (std::size_t i = 0; i < of_stretches_.size(); ++i)
      if (const std::int32_t sum = of_stretches_[i]->of(state, modality); sum > most) {
        most = sum;
        range = stretches_[i].range;
      }
    return range;
  }

  const std::vector<End>& projects_;
  kit::Relater& relater_;
  Claims& claims_;
  const kit::Reading& reading_;
  const std::uint32_t project_mark_ = kit::mention_mark("project");
  const kit::Model* model_;
  std::vector<Stretch> stretches_;               // around the project
  std::optional<HintQueue> hints_;               // of the model
  std::vector<const HintSums*> of_stretches_;    // what they weigh, in the same order
  HintSums all_;                                 // what speaks for each state of the project
  std::map<std::tuple<Place, std::uint32_t, std::uint32_t>, HintSums> known_; // by place and range
};

} // namespace

void propose_told(const std::vector<End>& projects, kit::Relater& relater, Claims& claims) {
  ToldProposer proposer(projects, relater, claims);
  for (const End& project : projects) proposer.propose(project);
}

} // namespace zonekg
