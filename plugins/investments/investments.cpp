// Amounts of money tied to a subject: a project, facility, firm, zone or fund.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

#include "core/kit/entity_extractor.hpp"
#include "core/kit/lattice.hpp"
#include "plugins/investments/joint_amounts.hpp"

namespace {

using namespace zonekg;
using kit::Features;
using kit::Range;

constexpr std::uint32_t subject_base = 1800, amount_base = 2000, kind_base = 2700;
constexpr std::size_t subjects_each_side = 5;
constexpr std::ptrdiff_t most_looked_at = 500; // before an amount, most of them too far away
// Of earlier paragraphs, by their order: a project's name stands in a line of its own, its figures below.
constexpr std::size_t most_far = 3, first_far = 17;
constexpr std::string_view amount_kinds[] = {"total", "cumulative", "period", "financing", "subsidy", "revenue", "acquisition", "other"};
constexpr std::string_view subject_types[] = {"company", "fund", "infrastructure", "project", "zone"};

std::vector<AmountSubject> find_subjects(const kit::Reading& reading) {
  std::vector<AmountSubject> subjects;
  std::unordered_map<std::uint64_t, std::size_t> named;
  for (const zkg_mention& m : reading.mentions()) {
    if (std::find(std::begin(subject_types), std::end(subject_types), view(m.type)) == std::end(subject_types)) continue;
    const Range range = reading.range(m.span);
    const std::uint64_t type = kit::hash_text(view(m.type)), name = kit::mix(reading.text_hash(range)) ^ type;
    subjects.push_back({{range, m.id, static_cast<float>(m.confidence)}, type, name});
    ++named[name];
  }
  for (AmountSubject& subject : subjects) subject.named = named[subject.name];
  std::stable_sort(subjects.begin(), subjects.end(),
                   [](const AmountSubject& a, const AmountSubject& b) { return a.end.range.begin < b.end.range.begin; });
  return subjects;
}

// Proposes the amounts of one document.
class Proposer {
 public:
  Proposer(kit::Relater& relater, const std::vector<AmountSubject>& subjects)
      : relater_(relater), reading_(relater.reading()), subjects_(subjects), models_{relater.model("relation:invested_in")},
        subject_sums_(reading_, subject_base + kit::first_place, models_, subjects.size()) {}

  void propose() {
    std::vector<Amount> amounts;
    for (const zkg_quantity& quantity : reading_.quantities())
      if (quantity.kind == ZKG_Q_MONEY && !(quantity.flags & ZKG_Q_REDACTED)) add(quantity, amounts);
    const bool jointly = weigh_jointly(amounts, relater_);
    for (const Amount& amount : amounts) emit(amount, relater_.training() && jointly ? "joint" : "learned");
  }

 private:
  void add(const zkg_quantity& quantity, std::vector<Amount>& amounts) {
    if (relater_.training()) teach_kinds(quantity, relater_);
    Amount amount{&quantity, reading_.range(quantity.span), choose_kind(quantity, relater_), {}};
    amount.choices = choices_of(quantity, amount.kind);
    if (!amount.choices.empty()) amounts.push_back(std::move(amount));
  }

  void emit(const Amount& amount, std::string_view rule) {
    std::vector<float> probabilities;
    for (const Choice& c : amount.choices) probabilities.push_back(c.score);
    kit::settle_choice(probabilities);
    const float any = std::accumulate(probabilities.begin(), probabilities.end(), 0.0F);
    if (!relater_.worth(any)) return;
    MentionCandidate mention{"investment", amount.quantity->span, std::min(1.0, static_cast<double>(any)), "amount"};
    mention.flags = ZKG_MENTION_NEEDS_RELATION;
    describe(mention, *amount.quantity, amount.kind, reading_);
    const std::uint32_t id = relater_.sink().add(mention);
    if (id == ZKG_NO_MENTION) return;
    const std::uint32_t group = relater_.new_group();
    for (std::size_t i = 0; i < amount.choices.size(); ++i) {
      if (!relater_.worth(probabilities[i])) continue;
      const Choice& choice = amount.choices[i];
      RelationCandidate relation{"invested_in", id, choice.subject->end.id};
      relation.evidence = reading_.span(kit::shown_by(choice.subject->end.range, amount.range));
      relation.confidence = static_cast<double>(probabilities[i]);
      relation.rule = rule;
      relation.group = group;
      if (relater_.training()) relation.features = &choice.features;
      relater_.sink().add(relation);
    }
  }

  // The kind that the learned weights prefer; the one that the nearest word tells when nothing has been learned. A column's
  // title is not outvoted: the words beside a cell belong to other columns.
  static AmountKind choose_kind(const zkg_quantity& quantity, const kit::Relater& relater) {
    AmountKind kind = amount_kind(relater.reading(), relater.reading().range(quantity.span));
    const kit::Model* const model = relater.model("mention:investment");
    if (!model || kind.by_title) return kind;
    float best = -1e9F;
    const std::string_view told = kind.name;
    const Features shared = shared_kind_features(relater.reading(), quantity, kind);
    for (const std::string_view name : amount_kinds) {
      const Features own = own_kind_features(told, name);
      const float score = model->score_of(model->evidence_joined(shared, kind_base + 45, kit::hash_text(name)) + model->evidence(own));
      if (score > best) {
        best = score;
        kind.name = name;
      }
    }
    return kind;
  }

  static void teach_kinds(const zkg_quantity& quantity, kit::Relater& relater) {
    const auto& reading = relater.reading();
    const AmountKind told = amount_kind(reading, reading.range(quantity.span));
    for (const std::string_view name : amount_kinds) {
      const Features features = kind_features(reading, quantity, told, name);
      MentionCandidate candidate{"investment", quantity.span, 0, "kind"};
      describe(candidate, quantity, {name, told.word}, reading);
      candidate.features = &features;
      relater.sink().add(candidate);
    }
  }

  // The features of an amount of one kind: the shared ones joined with the kind, then those of its own.
  static Features kind_features(const kit::Reading& reading, const zkg_quantity& quantity, const AmountKind& told, std::string_view name) {
    Features result;
    for (const kit::Feature f : shared_kind_features(reading, quantity, told)) result.push_back(kit::feature(kind_base + 45, f, kit::hash_text(name)));
    for (const kit::Feature f : own_kind_features(told.name, name)) result.push_back(f);
    return result;
  }

  static Features shared_kind_features(const kit::Reading& reading, const zkg_quantity& quantity, const AmountKind& told) {
    Features shared;
    kit::place_features(reading, reading.range(quantity.span), kind_base, shared);
    shared.push_back(kit::feature(kind_base + 40, kit::hash_text(told.name)));
    shared.push_back(kit::feature(kind_base + 41, told.word));
    shared.push_back(kit::feature(kind_base + 42, static_cast<std::uint64_t>(std::max(0.0, std::log10(std::max(1.0, quantity.base_value))))));
    const std::uint32_t item = reading.item_at(reading.range(quantity.span).begin);
    if (item != kit::none) shared.push_back(kit::feature(kind_base + 43, kit::hash_text(reading.document().text(reading.items()[item].header))));
    return shared;
  }

  static Features own_kind_features(std::string_view told, std::string_view name) {
    return {kit::feature(kind_base + 46, kit::hash_text(name)), kit::feature(kind_base + 47, told == name)};
  }

  std::vector<Choice> choices_of(const zkg_quantity& quantity, const AmountKind& kind) {
    const Range amount = reading_.range(quantity.span);
    kit::PlaceSums amount_sum(reading_, subject_base + kit::second_place, models_, 1);
    const auto after = std::lower_bound(subjects_.begin(), subjects_.end(), amount.begin,
                                        [](const AmountSubject& s, std::uint32_t p) { return s.end.range.begin < p; });
    std::vector<Choice> choices;
    const auto add = [&](const AmountSubject& subject, kit::Nearness near, std::size_t order) {
      const Features features = features_between(quantity, kind, subject, near, order);
      Choice& choice = choices.emplace_back(Choice{&subject, near, order, kit::no_score, {}});
      if (const kit::Model* const model = models_.front())
        choice.score = model->score_of(model->evidence(features) + *amount_sum.of(0, amount) +
                                       *subject_sums_.of(static_cast<std::size_t>(&subject - subjects_.data()), subject.end.range));
      if (relater_.training()) choice.features = features_of(quantity, kind, subject, near, order);
    };
    std::size_t order = 0;
    const auto first = after - std::min<std::ptrdiff_t>(after - subjects_.begin(), most_looked_at);
    std::size_t far = 0;
    for (auto s = after; s != first && order < subjects_each_side * 2;) {
      const kit::Nearness near = kit::nearness(reading_, (--s)->end.range, amount);
      if (near != kit::Nearness::far) add(*s, near, ++order);
      else if (far < most_far) add(*s, near, first_far + far++);
    }
    order = 20;
    for (auto s = after; s != subjects_.end() && order < 20 + subjects_each_side; ++s) {
      const kit::Nearness near = kit::nearness(reading_, s->end.range, amount);
      if (near == kit::Nearness::far) break;
      add(*s, near, ++order);
    }
    return choices;
  }

  // Without those of the subject's and the amount's place, and with them.
  [[nodiscard]] Features features_between(const zkg_quantity& quantity, const AmountKind& kind, const AmountSubject& subject, kit::Nearness near,
                                          std::size_t order) const {
    Features f;
    kit::between_features(reading_, subject.end.range, reading_.range(quantity.span), near, kit::mention_mark("project"), subject_base, f);
    add_choice_features(quantity, kind, subject, near, order, f);
    return f;
  }

  [[nodiscard]] Features features_of(const zkg_quantity& quantity, const AmountKind& kind, const AmountSubject& subject, kit::Nearness near,
                                     std::size_t order) const {
    Features f;
    kit::pair_features(reading_, subject.end.range, reading_.range(quantity.span), kit::mention_mark("project"), subject_base, f);
    add_choice_features(quantity, kind, subject, near, order, f);
    return f;
  }

  static void add_choice_features(const zkg_quantity& quantity, const AmountKind& kind, const AmountSubject& subject, kit::Nearness nearness,
                                  std::size_t order, Features& f) {
    const auto near = static_cast<std::uint64_t>(nearness);
    const std::uint64_t name = kit::hash_text(kind.name);
    const auto size = static_cast<std::uint64_t>(std::max(0.0, std::log10(std::max(1.0, quantity.base_value))));
    f.push_back(kit::feature(amount_base, subject.type, near, order));
    f.push_back(kit::feature(amount_base + 1, subject.type, name, near));
    f.push_back(kit::feature(amount_base + 2, name, order, near));
    f.push_back(kit::feature(amount_base + 3, kind.word, subject.type));
    f.push_back(kit::feature(amount_base + 4, name, size));
    f.push_back(kit::feature(amount_base + 5, subject.type, order));
    f.push_back(kit::feature(amount_base + 6, kind.word, near, order));
  }

  static void describe(MentionCandidate& amount, const zkg_quantity& quantity, const AmountKind& kind, const kit::Reading& reading) {
    amount.with("kind", kind.name).with("currency", quantity.currency);
    if (quantity.flags & ZKG_Q_RANGE) amount.with_number("amount_min", quantity.lower).with_number("amount_max", quantity.upper);
    else amount.with_number("amount", quantity.base_value);
    amount.with("modality", amount_modality(reading, reading.range(quantity.span)));
  }

  kit::Relater& relater_;
  const kit::Reading& reading_;
  const std::vector<AmountSubject>& subjects_;
  const std::vector<const kit::Model*> models_;
  kit::PlaceSums subject_sums_;
};

class Investments : public kit::KitExtractor {
 public:
  void extract(const Document& document, Sink& sink) override {
    const kit::Reading reading(document, lexicon());
    kit::Relater relater(reading, models(), training(), sink);
    const auto subjects = find_subjects(reading);
    Proposer(relater, subjects).propose();
  }
};

} // namespace

ZONEKG_PLUGIN_FULL(Investments, "investments", "0.1.0", "amounts of money and what they are tied to",
                   ZONEKG_LIST("mention:investment", "relation:invested_in"),
                   ZONEKG_LIST("mention:zone", "mention:company", "mention:project", "mention:fund", "mention:infrastructure"))
