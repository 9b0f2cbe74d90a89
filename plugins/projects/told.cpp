#include "plugins/projects/told.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/kit/pairs.hpp"
#include "plugins/projects/state_claim.hpp"

namespace zonekg {
namespace {

using kit::End;
using kit::Features;
using kit::Range;

constexpr std::uint32_t told_base = 1800;
constexpr std::string_view model_name = "fact:status:told";
constexpr std::array<std::string_view, 10> states = {"negotiating",        "signed",    "planned", "preparing",     "started",
                                                     "under_construction", "completed", "trial",   "in_production", "halted"};
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

// What a word at a place says, whatever the state.
struct Hint {
  std::uint64_t value;
  std::size_t stretch;
};

bool nearest_last(Place place) {
  return place == Place::item_before || place == Place::lead_clause || place == Place::lead_rest || place == Place::line_before;
}

class ToldProposer {
 public:
  ToldProposer(const std::vector<End>& projects, kit::Relater& relater)
      : projects_(projects), relater_(relater), reading_(relater.reading()) {}

  void propose(const End& project) {
    look_around(project);
    hints_.clear();
    for (std::size_t s = 0; s < stretches_.size(); ++s) collect(s);
    collect_of_list(project);
    for (const std::string_view state : states) propose(project, state);
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
  void collect(std::size_t stretch) {
    const Place place = stretches_[stretch].place;
    const Range range = stretches_[stretch].range;
    const bool backwards = nearest_last(place);
    std::uint32_t seen = 0, last = kit::none;
    std::uint64_t before = 0, other_project = 0;
    for (std::uint32_t n = 0; n < range.size() && seen < most_words; ++n) {
      const std::uint32_t i = backwards ? range.end - 1 - n : range.begin + n;
      if (reading_.begins(i) & kit::mention_mark("project")) other_project = 1;
      const std::uint32_t word = reading_.word_at(i);
      if (word == kit::none || word == last) continue;
      last = word;
      const std::uint64_t hash = reading_.word_hash(word), where = static_cast<std::uint64_t>(place) << 1 | other_project;
      hint(stretch, 0, where, hash);
      hint(stretch, 1, 0, hash);
      if (seen > 0) hint(stretch, 2, where, kit::mix(backwards ? hash : before) * 3 + (backwards ? before : hash));
      else hint(stretch, 3, where, hash);
      before = hash;
      ++seen;
    }
    kit::each_bit(reading_.classes_in(range), [&](std::size_t bit) { hint(stretch, 4, static_cast<std::uint64_t>(place), reading_.lexicon().hash(bit)); });
  }

  void collect_of_list(const End& project) {
    const std::size_t nowhere = stretches_.size();
    hint(nowhere, 5, 0, static_cast<std::uint64_t>(reading_.role_at(project.range.begin)));
    const std::uint32_t row = reading_.item_at(project.range.begin);
    if (row == kit::none) return;
    const std::uint32_t list = reading_.items()[row].enumeration;
    hint(nowhere, 6, 0, static_cast<std::uint64_t>(reading_.enumerations()[list].kind));
    hint(nowhere, 7, 0, reading_.head_hash(list));
  }

  void hint(std::size_t stretch, std::uint64_t kind, std::uint64_t where, std::uint64_t what) {
    hints_.push_back({kit::mix(kit::mix(kind * 64 + where + 1) + what), stretch});
  }

  void propose(const End& project, std::string_view state) {
    const std::uint64_t s = kit::hash_text(state);
    StateClaim claim{project.id, state, model_name, "told", {}};
    for (std::size_t m = 0; m < modalities.size(); ++m) {
      claim.features[m].push_back(kit::feature(told_base, s, m));
      for (const Hint& h : hints_)
        for (const auto f : {kit::feature(told_base + 1, h.value, s, m), kit::feature(told_base + 2, h.value, s), kit::feature(told_base + 3, h.value, m)})
          claim.features[m].push_back(f);
    }
    propose_state(claim, relater_, [&](const Features& features) { return shown(features, project.range); });
  }

  // The stretch whose words weigh most for the state; the project's name when none does.
  [[nodiscard]] Range shown(const Features& features, Range name) const {
    const kit::Model* const model = relater_.model(model_name);
    if (!model) return name;
    std::vector<std::int32_t> sums(stretches_.size() + 1, 0);
    for (std::size_t i = 0; i < hints_.size(); ++i) sums[hints_[i].stretch] += model->sum(&features[1 + 3 * i], 3);
    sums.pop_back();
    const auto most = std::max_element(sums.begin(), sums.end());
    return most == sums.end() || *most <= 0 ? name : stretches_[static_cast<std::size_t>(most - sums.begin())].range;
  }

  const std::vector<End>& projects_;
  kit::Relater& relater_;
  const kit::Reading& reading_;
  std::vector<Stretch> stretches_;
  std::vector<Hint> hints_;
};

} // namespace

void propose_told(const std::vector<End>& open, const std::vector<End>& projects, kit::Relater& relater) {
  ToldProposer proposer(projects, relater);
  for (const End& project : open) proposer.propose(project);
}

} // namespace zonekg
