// Indicators: figures of a zone as a whole, with growth, period and modality.
#include <array>
#include <cmath>
#include <string>

#include "core/kit/entity_extractor.hpp"
#include "core/kit/lattice.hpp"
#include "plugins/indicators/joint_figures.hpp"
#include "plugins/indicators/modality.hpp"
#include "plugins/indicators/restatements.hpp"
#include "plugins/indicators/sentence_context.hpp"

namespace {

using namespace zonekg;
using kit::Features;
using kit::Range;

constexpr std::uint32_t place_base = 2200, figure_base = 2300, modality_base = 2400, cue_base = 2500;
constexpr std::string_view mention_model = "mention:indicator";

class Indicators : public kit::KitExtractor {
 public:
  void extract(const Document& document, Sink& sink) override {
    const kit::Reading reading(document, lexicon());
    kit::Relater relater(reading, models(), training(), sink);
    std::vector<IndicatorFigure> figures = likely_figures(relater);
    const bool jointly = weigh_jointly(figures, relater);
    for (const IndicatorFigure& figure : figures)
      if (training()) teach(figure, jointly, relater);
      else if (const float any = figure.probability(); relater.worth(any)) emit(figure, figure.modality(), any, nullptr, relater);
    if (!training()) propose_restatements(reading, sink);
  }

 private:
  static std::vector<IndicatorFigure> likely_figures(const kit::Relater& relater) {
    constexpr float least = 0.1F; // the figures around it may yet speak for it
    SentenceContext context(relater.reading());
    std::vector<IndicatorFigure> figures;
    IndicatorFigure figure;
    for (const Observation& observation : find_observations(relater.reading())) {
      figure.observation = observation;
      figure.features = features_of(relater.reading(), observation, context);
      figure.scores = scores(figure.features, relater.model(mention_model));
      if (!relater.training() && figure.probability() < least) continue;
      figure.periods = period_options(observation, figure.modality(), relater);
      figure.period = likeliest_period(figure.periods);
      figures.push_back(figure);
    }
    return figures;
  }

  // The template that joins features with a modality.
  static std::uint32_t joined_with(std::size_t modality) { return modality_base + static_cast<std::uint32_t>(modality); }

  static Features with_modality(const Features& shared, std::size_t modality) {
    Features all = shared;
    for (const kit::Feature f : shared) all.push_back(kit::feature(joined_with(modality), f));
    return all;
  }

  // Of each modality, as with_modality has it.
  static FigureScores scores(const Features& shared, const kit::Model* model) {
    FigureScores result;
    result.fill(kit::no_score);
    if (!model) return result;
    const kit::Evidence common = model->evidence(shared);
    for (std::size_t m = 0; m < figure_modalities.size(); ++m) result[m] = model->score_of(common + model->evidence_joined(shared, joined_with(m)));
    return result;
  }

  // One candidate for each modality; the joint model's features come with facts of them.
  static void teach(const IndicatorFigure& figure, bool jointly, kit::Relater& relater) {
    const auto probabilities = figure.probabilities();
    const std::uint32_t group = relater.new_group();
    const zkg_span evidence = relater.reading().span(figure.observation.whole);
    for (std::size_t m = 0; m < figure_modalities.size(); ++m) {
      const Features features = with_modality(figure.features, m);
      const std::uint32_t id = emit(figure, m, probabilities[m], &features, relater);
      if (id == ZKG_NO_MENTION) continue;
      if (jointly) {
        FactCandidate fact{id, "modality", figure_modalities[m]};
        fact.rule = "joint";
        fact.evidence = evidence;
        fact.features = &figure.joint_features[m];
        fact.group = group;
        relater.sink().add(fact);
      }
      if (m == 0) teach_period(figure.periods, evidence, id, relater);
    }
  }

  static std::uint32_t emit(const IndicatorFigure& figure, std::size_t modality, float probability, const Features* features, kit::Relater& relater) {
    const auto& reading = relater.reading();
    const Observation& o = figure.observation;
    const std::string metric(reading.text(o.metric)), period = relater.training() ? std::string() : interval_text(figure.period);
    MentionCandidate candidate{"indicator", reading.span(o.whole), static_cast<double>(probability), "figure"};
    candidate.with("metric", metric).with("modality", figure_modalities[modality]);
    if (o.value) candidate.with_number("value", o.value->value).with("unit", o.value->unit_name);
    if (o.growth) candidate.with_number("yoy", o.yoy);
    if (!period.empty()) candidate.with("period", period);
    candidate.features = features;
    return relater.sink().add(candidate);
  }

  static Features features_of(const kit::Reading& reading, const Observation& o, SentenceContext& context) {
    Features f;
    kit::place_features(reading, o.whole, place_base, f);
    modality_features(reading, o, cue_base, f);
    const auto add = [&](std::uint32_t kind, std::uint64_t a = 0, std::uint64_t b = 0, std::uint64_t c = 0) {
      f.push_back(kit::feature(figure_base + kind, a, b, c));
    };
    const std::uint64_t kind = o.value ? static_cast<std::uint64_t>(o.value->kind) : 99;
    const std::uint64_t unit = o.value ? kit::hash_text(o.value->unit_name) : 0;
    const std::uint64_t size = o.value && o.value->base_value > 0 ? static_cast<std::uint64_t>(std::log10(o.value->base_value) + 10) : 0;
    add(0, kind, o.growth != nullptr);
    add(1, unit, o.growth != nullptr);
    add(2, kit::hash_text(reading.text(o.metric)));
    add(3, kind, size);
    add(4, std::min(o.metric.size(), 12U), kind);
    add(5, o.growth_word);
    std::uint32_t previous = kit::none, last = kit::none;
    for (std::uint32_t i = o.metric.begin; i < o.metric.end; ++i) {
      add(6, static_cast<std::uint64_t>(reading.folded(i)) << 21 | reading.folded(std::int64_t{i} + 1));
      const std::uint32_t word = reading.word_at(i);
      if (word == previous || word == kit::none) continue;
      previous = last = word;
      add(7, reading.word_hash(word));
      add(8, reading.word_hash(word), kind);
    }
    add(9, reading.word_hash(last), unit);
    add(10, reading.word_hash(reading.word_at(o.metric.begin)), kind);
    std::uint32_t inside = 0;
    for (std::uint32_t i = o.whole.begin; i < o.whole.end; ++i) inside |= reading.begins(i) & ~(kit::mark_first_mention - 1);
    add(11, inside, kind);
    add(12, context.mentions_before(o.whole.begin), kind);
    const auto add_classes = [&](std::uint32_t template_number, kit::Classes classes) {
      reading.each_class(classes, [&](std::uint64_t h) { add(template_number, h); });
    };
    const std::uint32_t sentence = reading.sentence_at(o.whole.begin);
    if (sentence == kit::none) return f;
    add_classes(14, context.sentence_before(sentence));
    add_classes(15, context.heading_over(sentence));
    return f;
  }
};

} // namespace

ZONEKG_PLUGIN_FULL(Indicators, "indicators", "0.1.0", "figures of a zone with growth, period and modality",
                   ZONEKG_LIST("mention:indicator", "fact:modality", "fact:period"),
                   ZONEKG_LIST("mention:zone", "mention:company", "mention:project", "mention:infrastructure", "mention:investment"))
