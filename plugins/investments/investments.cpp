// Amounts of money tied to a subject: a project, facility, firm, zone or fund.
#include <algorithm>
#include <cmath>

#include "core/kit/entity_extractor.hpp"
#include "core/kit/lattice.hpp"
#include "plugins/investments/kinds.hpp"

namespace {

using namespace zonekg;
using kit::End;
using kit::Features;
using kit::Range;

constexpr std::uint32_t subject_base = 1800, amount_base = 2000, kind_base = 2700;
constexpr std::size_t subjects_each_side = 5;
constexpr std::string_view amount_kinds[] = {"total", "cumulative", "period", "financing", "subsidy", "revenue", "acquisition", "other"};
constexpr std::string_view subject_types[] = {"company", "fund", "infrastructure", "project", "zone"};

struct Subject {
  End end;
  std::uint64_t type;
};

std::vector<Subject> find_subjects(const kit::Reading& reading) {
  std::vector<Subject> subjects;
  for (const zkg_mention& m : reading.mentions())
    if (std::find(std::begin(subject_types), std::end(subject_types), view(m.type)) != std::end(subject_types))
      subjects.push_back({{reading.range(m.span), m.id}, kit::hash_text(view(m.type))});
  std::stable_sort(subjects.begin(), subjects.end(),
                   [](const Subject& a, const Subject& b) { return a.end.range.begin < b.end.range.begin; });
  return subjects;
}

class Investments : public kit::KitExtractor {
 public:
  void extract(const Document& document, Sink& sink) override {
    const kit::Reading reading(document, lexicon());
    kit::Relater relater(reading, models(), training(), sink);
    const auto subjects = find_subjects(reading);
    std::uint32_t group = 0;
    for (const zkg_quantity& quantity : reading.quantities())
      if (quantity.kind == ZKG_Q_MONEY && !(quantity.flags & ZKG_Q_REDACTED)) propose(quantity, subjects, ++group, relater);
  }

 private:
  struct Choice {
    const Subject* subject;
    Features features;
  };

  void propose(const zkg_quantity& quantity, const std::vector<Subject>& subjects, std::uint32_t group, kit::Relater& relater) {
    const auto& reading = relater.reading();
    if (relater.training()) teach_kinds(quantity, relater);
    const AmountKind kind = choose_kind(quantity, relater);
    std::vector<Choice> choices = collect(reading, quantity, kind, subjects);
    if (choices.empty()) return;
    std::vector<kit::LatticeSpan> lattice;
    for (const Choice& c : choices) lattice.push_back({0, 1, relater.score("relation:invested_in", c.features)});
    const auto probabilities = kit::marginals(lattice);
    float any = 0;
    for (const float p : probabilities) any += p;
    if (!relater.worth(any)) return;
    MentionCandidate amount{"investment", quantity.span, std::min(1.0, static_cast<double>(any)), "amount"};
    amount.flags = ZKG_MENTION_NEEDS_RELATION;
    describe(amount, quantity, kind, reading);
    const std::uint32_t id = relater.sink().add(amount);
    if (id == ZKG_NO_MENTION) return;
    for (std::size_t i = 0; i < choices.size(); ++i) {
      if (!relater.worth(probabilities[i])) continue;
      RelationCandidate relation{"invested_in", id, choices[i].subject->end.id};
      relation.evidence = reading.span(kit::shown_by(choices[i].subject->end.range, reading.range(quantity.span)));
      relation.confidence = static_cast<double>(probabilities[i]);
      relation.rule = "learned";
      relation.group = group;
      if (relater.training()) relation.features = &choices[i].features;
      relater.sink().add(relation);
    }
  }

  // The kind that the learned weights prefer; the one that the nearest word tells when nothing has been learned.
  static AmountKind choose_kind(const zkg_quantity& quantity, const kit::Relater& relater) {
    AmountKind kind = amount_kind(relater.reading(), relater.reading().range(quantity.span));
    if (!relater.knows("mention:investment")) return kind;
    float best = -1e9F;
    const std::string_view told = kind.name;
    for (const std::string_view name : amount_kinds) {
      const float score = relater.score("mention:investment", kind_features(relater.reading(), quantity, {told, kind.word}, name));
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

  static Features kind_features(const kit::Reading& reading, const zkg_quantity& quantity, const AmountKind& told, std::string_view name) {
    Features shared, result;
    kit::place_features(reading, reading.range(quantity.span), kind_base, shared);
    shared.push_back(kit::feature(kind_base + 40, kit::hash_text(told.name)));
    shared.push_back(kit::feature(kind_base + 41, told.word));
    shared.push_back(kit::feature(kind_base + 42, static_cast<std::uint64_t>(std::max(0.0, std::log10(std::max(1.0, quantity.base_value))))));
    const std::uint32_t item = reading.item_at(reading.range(quantity.span).begin);
    if (item != kit::none) shared.push_back(kit::feature(kind_base + 43, kit::hash_text(reading.document().text(reading.items()[item].header))));
    const std::uint64_t kind = kit::hash_text(name);
    for (const kit::Feature f : shared) result.push_back(kit::feature(kind_base + 45, f, kind));
    result.push_back(kit::feature(kind_base + 46, kind));
    result.push_back(kit::feature(kind_base + 47, told.name == name));
    return result;
  }

  static std::vector<Choice> collect(const kit::Reading& reading, const zkg_quantity& quantity, const AmountKind& kind,
                                     const std::vector<Subject>& subjects) {
    const Range amount = reading.range(quantity.span);
    const auto after = std::lower_bound(subjects.begin(), subjects.end(), amount.begin,
                                        [](const Subject& s, std::uint32_t p) { return s.end.range.begin < p; });
    std::vector<Choice> choices;
    std::size_t order = 0;
    for (auto s = after; s != subjects.begin() && order < subjects_each_side * 2;) {
      if (kit::nearness(reading, (--s)->end.range, amount) == kit::Nearness::far) continue;
      choices.push_back({&*s, features_of(reading, quantity, kind, *s, ++order)});
    }
    order = 20;
    for (auto s = after; s != subjects.end() && order < 20 + subjects_each_side; ++s) {
      if (kit::nearness(reading, s->end.range, amount) == kit::Nearness::far) break;
      choices.push_back({&*s, features_of(reading, quantity, kind, *s, ++order)});
    }
    return choices;
  }

  static Features features_of(const kit::Reading& reading, const zkg_quantity& quantity, const AmountKind& kind, const Subject& subject,
                              std::size_t order) {
    Features f;
    const Range amount = reading.range(quantity.span);
    kit::pair_features(reading, subject.end.range, amount, kit::mention_mark("project"), subject_base, f);
    const auto near = static_cast<std::uint64_t>(kit::nearness(reading, subject.end.range, amount));
    const std::uint64_t name = kit::hash_text(kind.name);
    const auto size = static_cast<std::uint64_t>(std::max(0.0, std::log10(std::max(1.0, quantity.base_value))));
    f.push_back(kit::feature(amount_base, subject.type, near, order));
    f.push_back(kit::feature(amount_base + 1, subject.type, name, near));
    f.push_back(kit::feature(amount_base + 2, name, order, near));
    f.push_back(kit::feature(amount_base + 3, kind.word, subject.type));
    f.push_back(kit::feature(amount_base + 4, name, size));
    f.push_back(kit::feature(amount_base + 5, subject.type, order));
    f.push_back(kit::feature(amount_base + 6, kind.word, near, order));
    return f;
  }

  static void describe(MentionCandidate& amount, const zkg_quantity& quantity, const AmountKind& kind, const kit::Reading& reading) {
    amount.with("kind", kind.name).with("currency", quantity.currency);
    if (quantity.flags & ZKG_Q_RANGE) amount.with_number("amount_min", quantity.lower).with_number("amount_max", quantity.upper);
    else amount.with_number("amount", quantity.base_value);
    amount.with("modality", amount_modality(reading, reading.range(quantity.span)));
  }
};

} // namespace

ZONEKG_PLUGIN_FULL(Investments, "investments", "0.1.0", "amounts of money and what they are tied to",
                   ZONEKG_LIST("mention:investment", "relation:invested_in"),
                   ZONEKG_LIST("mention:zone", "mention:company", "mention:project", "mention:fund", "mention:infrastructure"))
