#include "plugins/projects/status.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

#include "plugins/projects/joint_states.hpp"
#include "plugins/projects/references.hpp"
#include "plugins/projects/told.hpp"

namespace zonekg {
namespace {

using kit::End;
using kit::Features;
using kit::Range;

constexpr std::uint32_t status_base = 1400, modality_base = 1600;
constexpr std::string_view class_prefix = "status_";
constexpr std::ptrdiff_t hits_each_side = 10;

struct StatusWord {
  Range range;
  std::size_t state; // row of `states`
  std::uint64_t status_hash = 0, form = 0;
};

// Status words of the document, without those that are part of a longer one (生产 in 试生产).
std::vector<StatusWord> status_words(const kit::Reading& reading) {
  std::vector<StatusWord> words;
  for (const auto& hit : reading.document().triggers()) {
    const std::string_view name = reading.lexicon().names()[hit.id];
    if (!name.starts_with(class_prefix)) continue;
    const auto state = std::find(states.begin(), states.end(), name.substr(class_prefix.size()));
    if (state != states.end()) words.push_back({reading.range(hit.span), static_cast<std::size_t>(state - states.begin())});
  }
  std::sort(words.begin(), words.end(), [](const StatusWord& a, const StatusWord& b) {
    return std::tuple(a.range.begin, ~a.range.end, states[a.state]) < std::tuple(b.range.begin, ~b.range.end, states[b.state]);
  });
  std::uint32_t covered = 0, longest = 0;
  std::erase_if(words, [&](const StatusWord& w) {
    const bool inside = w.range.end <= covered && w.range.size() < longest;
    if (w.range.end > covered) {
      covered = w.range.end;
      longest = w.range.size();
    }
    return inside;
  });
  for (StatusWord& word : words) {
    word.status_hash = kit::hash_text(states[word.state]);
    word.form = kit::hash_text(reading.text(word.range));
  }
  return words;
}

// The template that joins features with a modality.
std::uint32_t in_modality(std::size_t modality) { return modality_base + static_cast<std::uint32_t>(modality); }

// What features say for each modality: themselves, and joined with it.
ByModality<kit::Evidence> weigh(const kit::Model& model, const Features& shared) {
  const kit::Evidence common = model.evidence(shared);
  ByModality<kit::Evidence> sums;
  for (std::size_t m = 0; m < sums.size(); ++m) sums[m] = common + model.evidence_joined(shared, in_modality(m));
  return sums;
}

// What projects or status words say by themselves, by their row: each is one of many pairs.
class PlaceWeights {
 public:
  PlaceWeights(const kit::Reading& reading, const kit::Model* model, std::uint32_t base, std::size_t places)
      : reading_(reading), model_(model), base_(base), sums_(places) {}

  const ByModality<kit::Evidence>& of(std::size_t row, Range place) {
    if (!sums_[row]) {
      ids_.clear();
      kit::place_features(reading_, place, base_, ids_);
      sums_[row] = weigh(*model_, ids_);
    }
    return *sums_[row];
  }

 private:
  const kit::Reading& reading_;
  const kit::Model* model_;
  std::uint32_t base_;
  std::vector<std::optional<ByModality<kit::Evidence>>> sums_;
  Features ids_;
};

// Where a status word stands as seen from a project: in its item, beside its list, over it.
enum class Side : std::uint64_t { item_after, item_before, tail, lead, heading, elsewhere };

class StatusProposer {
 public:
  StatusProposer(const std::vector<End>& projects, kit::Relater& relater, Claims& claims)
      : projects_(projects), relater_(relater), claims_(claims), reading_(relater.reading()), words_(status_words(reading_)),
        model_(relater.model("fact:status")), project_weights_(reading_, model_, status_base + kit::first_place, projects.size()),
        word_weights_(reading_, model_, status_base + kit::second_place, words_.size()) {}

  // By words within `told`.
  void propose(const End& project, Range told) {
    told_ = told;
    settle(project);
    const auto at = first_from(words_, project.range.begin) - words_.begin();
    const auto first = std::max<std::ptrdiff_t>(0, at - hits_each_side);
    const auto last = std::min<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(words_.size()), at + hits_each_side);
    for (auto i = first; i < last; ++i) consider(project, words_[static_cast<std::size_t>(i)]);
    for (const Range heading : headings_over(project)) {
      const auto inside = first_from(words_, heading.begin);
      for (auto w = inside; w != words_.end() && w->range.end <= heading.end; ++w)
        if (w - words_.begin() < first || w - words_.begin() >= last) consider(project, *w);
    }
  }

 private:
  // Headings of the sections around the project, innermost first.
  std::vector<Range> headings_over(const End& project) const {
    std::vector<Range> headings;
    reading_.each_section_over(project.range.begin, [&](const zkg_section& section) {
      if (!empty(section.heading)) headings.push_back(reading_.range(section.heading));
      return true;
    });
    return headings;
  }

  void consider(const End& project, const StatusWord& word) {
    if (word.range.begin < told_.begin || word.range.end > told_.end) return;
    if (word.range.begin >= project.range.begin && word.range.end <= project.range.end) return;
    const bool denied = (reading_.class_ends(word.range.begin) & negative_) != 0; // 尚未开工
    if (denied) return;
    const kit::Nearness near = kit::nearness(reading_, project.range, word.range);
    if (near != kit::Nearness::far) propose(project, word, near);
  }

  void propose(const End& project, const StatusWord& word, kit::Nearness near) {
    StateClaim claim{project.id, Way::by_word, word.state, scores(project, word, near), told_.end < reading_.size(), static_cast<std::uint8_t>(side_of(word))};
    ByModality<Features> features;
    if (relater_.training()) {
      features = features_of(project, word, near);
      claim.features = &features;
    }
    claim_state(claim, relater_, claims_, [&](std::size_t) { return word.range; });
  }

  ByModality<float> scores(const End& project, const StatusWord& word, kit::Nearness near) {
    ByModality<float> result;
    result.fill(kit::no_score);
    if (!model_) return result;
    pair_.clear();
    kit::between_features(reading_, project.range, word.range, near, kit::mention_mark("company"), status_base, pair_);
    about_pair(project, word, near, pair_);
    const auto pair = weigh(*model_, pair_);
    const auto& own = project_weights_.of(static_cast<std::size_t>(&project - projects_.data()), project.range);
    const auto& told = word_weights_.of(static_cast<std::size_t>(&word - words_.data()), word.range);
    for (std::size_t m = 0; m < result.size(); ++m) result[m] = model_->score_of(pair[m] + own[m] + told[m]);
    return result;
  }

  [[nodiscard]] ByModality<Features> features_of(const End& project, const StatusWord& word, kit::Nearness near) const {
    Features shared;
    kit::pair_features(reading_, project.range, word.range, kit::mention_mark("company"), status_base, shared);
    about_pair(project, word, near, shared);
    ByModality<Features> all;
    for (std::size_t m = 0; m < all.size(); ++m) {
      for (const kit::Feature f : shared) all[m].push_back(kit::feature(in_modality(m), f));
      all[m].insert(all[m].end(), shared.begin(), shared.end());
    }
    return all;
  }

  // Without what the pair shares with other pairs of places.
  void about_pair(const End& project, const StatusWord& word, kit::Nearness nearness, Features& shared) const {
    kit::FeatureBatch batch(shared);
    const std::uint64_t status = word.status_hash, form = word.form;
    const auto near = static_cast<std::uint64_t>(nearness);
    const std::uint64_t order = project.range.begin < word.range.begin;
    batch.add(status_base + 90, status, near, order);
    batch.add(status_base + 91, form, near, order);
    batch.add(status_base + 92, form);
    batch.add(status_base + 93, form, reading_.word_hash(reading_.word_at(std::int64_t{word.range.begin} - 1)));
    const auto [between_projects, between_words] = between(project.range, word.range);
    batch.add(status_base + 95, between_projects, between_words, order);
    batch.add(status_base + 96, between_words, near, order);
    batch.add(status_base + 97, between_projects, near, order);
    batch.add(status_base + 98, status, between_words, order);
    batch.add(status_base + 99, list_gap(project.range, word.range), between_words);
    batch.add(status_base + 100, form, reading_.word_hash(reading_.word_at(word.range.end)));
    batch.add(status_base + 101, form, static_cast<std::uint64_t>(reading_.role_at(word.range.begin)));
    batch.add(status_base + 94, status, static_cast<std::uint64_t>(reading_.role_at(word.range.begin)));
    about_side(word, status, form, batch);
    batch.flush();
  }

  // The stretches around a project that its state may be told in.
  struct Surroundings {
    Range name, item, list, sentence;
    std::uint64_t told = 0; // sides that hold a status word, one bit each
    std::uint64_t kind = 0; // of the list
  };

  void settle(const End& project) {
    here_ = {project.range, project.range, project.range, project.range};
    if (const std::uint32_t item = reading_.item_at(project.range.begin); item != kit::none) {
      const zkg_enumeration& list = reading_.enumerations()[reading_.items()[item].enumeration];
      here_.item = reading_.range(reading_.items()[item].span);
      here_.list = reading_.range(list.span);
      here_.kind = static_cast<std::uint64_t>(list.kind);
    }
    const std::uint32_t first = reading_.sentence_at(here_.list.begin), last = reading_.sentence_at(std::int64_t{here_.list.end} - 1);
    here_.sentence = {first == kit::none ? here_.list.begin : reading_.sentence_range(first).begin,
                      last == kit::none ? here_.list.end : reading_.sentence_range(last).end};
    constexpr std::uint32_t reach = 120; // of a sentence without end
    here_.sentence.begin = std::max(here_.sentence.begin, here_.list.begin - std::min(here_.list.begin, reach));
    here_.sentence.end = std::clamp(here_.sentence.end, here_.list.end, here_.list.end + reach);
    constexpr std::ptrdiff_t most_words = 100; // on either side: a list may go on without end, too
    const auto name = first_from(words_, here_.name.begin);
    const auto end = name + std::min(words_.end() - name, most_words);
    auto w = std::max(first_from(words_, here_.sentence.begin), name - std::min(name - words_.begin(), most_words));
    for (; w < end && w->range.end <= here_.sentence.end; ++w)
      if (!overlaps(w->range, here_.name)) here_.told |= std::uint64_t{1} << static_cast<std::uint64_t>(side_of(*w));
  }

  [[nodiscard]] Side side_of(const StatusWord& word) const {
    const Range w = word.range;
    if (w.begin >= here_.item.begin && w.end <= here_.item.end) return w.begin >= here_.name.end ? Side::item_after : Side::item_before;
    if (w.begin >= here_.list.end && w.end <= here_.sentence.end) return Side::tail;
    if (w.end <= here_.list.begin) return w.begin >= here_.sentence.begin ? Side::lead : Side::heading;
    return Side::elsewhere;
  }

  struct Between {
    std::uint64_t projects, words;
  };

  // How many status words and how many projects stand nearer on the same side.
  [[nodiscard]] Between nearer(const StatusWord& word, Side side) const {
    switch (side) {
    case Side::item_after: return between(here_.name, word.range);
    case Side::item_before: return between(word.range, here_.name);
    case Side::tail: return between(here_.list, word.range);
    default: return between(word.range, here_.list);
    }
  }

  void about_side(const StatusWord& word, std::uint64_t status, std::uint64_t form, kit::FeatureBatch& out) const {
    const Side side = side_of(word);
    const auto [projects, words] = nearer(word, side);
    const auto where = static_cast<std::uint64_t>(side);
    const auto add = [&](std::uint32_t kind, std::uint64_t a, std::uint64_t b, std::uint64_t c) { out.add(status_base + kind, a, b, c); };
    add(110, where, words, here_.told);
    add(111, where, words, status);
    add(112, where, form, words == 0);
    add(113, where, words << 4 | projects, here_.told);
    add(114, where, words, here_.kind << 8 | here_.told);
  }

  // Other projects and other status words that stand between the two, at most 3 of each.
  Between between(Range project, Range word) const {
    const std::uint32_t begin = std::min(project.end, word.end), end = std::max(project.begin, word.begin);
    const auto count = [&](const auto& list) {
      const auto first = first_from(list, begin);
      std::uint64_t n = 0;
      for (auto e = first; e != list.end() && e->range.end <= end && n < 3; ++e) ++n;
      return n;
    };
    return {count(projects_), count(words_)};
  }

  // How far the word stands behind the end of the list that the project is an item of.
  std::uint64_t list_gap(Range project, Range word) const {
    const std::uint32_t item = reading_.item_at(project.begin);
    if (item == kit::none) return 0;
    const std::uint32_t end = reading_.range(reading_.enumerations()[reading_.items()[item].enumeration].span).end;
    if (word.begin < end) return 1;
    const std::uint32_t gap = word.begin - end;
    return gap <= 2 ? 2 : gap <= 6 ? 3 : gap <= 15 ? 4 : gap <= 40 ? 5 : 6;
  }

  const std::vector<End>& projects_;
  kit::Relater& relater_;
  Claims& claims_;
  const kit::Reading& reading_;
  kit::Classes negative_ = reading_.lexicon().one("cue_negative");
  std::vector<StatusWord> words_;
  const kit::Model* model_;
  PlaceWeights project_weights_, word_weights_;
  Features pair_;
  Surroundings here_{};
  Range told_{0, 0};
};

} // namespace

void propose_statuses(const std::vector<End>& projects, kit::Relater& relater) {
  std::vector<ReferredProject> all = find_references(relater.reading(), projects);
  for (const End& project : projects) all.push_back({project, {0, relater.reading().size()}});
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.place.range.begin < b.place.range.begin; });
  std::vector<End> places;
  for (const ReferredProject& each : all) places.push_back(each.place);
  Claims claims;
  StatusProposer by_words(places, relater, claims);
  for (std::size_t i = 0; i < all.size(); ++i) by_words.propose(places[i], all[i].told);
  propose_told(projects, relater, claims);
  decide_states(projects, claims, relater);
}

} // namespace zonekg
