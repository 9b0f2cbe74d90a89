// Development zones and parks: names, generic words for the reporting zone, parks inside parks.
#include <algorithm>

#include "core/kit/entity_extractor.hpp"

namespace {

using namespace zonekg;

constexpr std::uint32_t reporting_base = 2600;

class Zones : public kit::EntityExtractor {
 public:
  Zones() : EntityExtractor("zone") {}

 private:
  kit::SpanOptions span_options() const override {
    kit::SpanOptions options;
    options.max_chars = 30;
    options.ends = lexicon().one("zone_head");
    return options;
  }

  // How likely the document reports about the zone of this mention.
  void describe(const kit::Reading& reading, kit::Range range, MentionCandidate& candidate) const override {
    const auto model = models().find("fact:reporting");
    if (model == models().end()) return;
    const float p = kit::probability(model->second.score(reporting_features(reading, range)));
    if (p >= 0.5F) candidate.with_number("reporting", static_cast<double>(p));
  }

  static kit::Features reporting_features(const kit::Reading& reading, kit::Range range) {
    kit::Features features;
    kit::place_features(reading, range, reporting_base, features);
    const auto add = [&](std::uint32_t kind, std::uint64_t a = 0, std::uint64_t b = 0) {
      features.push_back(kit::feature(reporting_base + kind, a, b));
    };
    const std::string_view name = reading.text(range), text = reading.document().text(), title = reading.document().title();
    const std::uint64_t in_title = !title.empty() && title.find(name) != std::string_view::npos;
    const std::size_t first = text.find(name);
    const std::uint64_t start = first < 150 ? 0 : first < 600 ? 1 : first < 1500 ? 2 : 3;
    const std::uint64_t again = text.find(name, reading.span(range).end) != std::string_view::npos;
    add(20, in_title, start);
    add(21, in_title, again);
    add(22, start, again);
    add(23, static_cast<std::uint64_t>(reading.folded(std::int64_t{range.end} - 2)) << 21 | reading.folded(std::int64_t{range.end} - 1));
    add(24, reading.word_hash(reading.word_at(std::int64_t{range.end} - 1)), in_title);
    add(25, reading.word_tag(reading.word_at(range.begin)), in_title);
    add(26, std::min(range.size(), 12U), in_title);
    add(27, reading.sentence_at(range.begin) == 0, in_title);
    return features;
  }

  void relate(const std::vector<kit::End>& own, kit::Relater& relater) const override {
    generic_mentions(own, relater);
    relater.choose({"part_of", true, true}, own, own);
    if (relater.training()) teach_reporting(own, relater);
  }

  // The model of describe() is learned as if it were a fact of the mention.
  static void teach_reporting(const std::vector<kit::End>& own, kit::Relater& relater) {
    for (const kit::End& mention : own) {
      const kit::Features features = reporting_features(relater.reading(), mention.range);
      FactCandidate fact{mention.id, "reporting", "true"};
      fact.evidence = relater.reading().span(mention.range);
      fact.features = &features;
      relater.sink().add(fact);
    }
  }

  // 开发区, 园区, 我区 standing alone mean the reporting zone.
  void generic_mentions(const std::vector<kit::End>& own, kit::Relater& relater) const {
    if (relater.training()) return;
    const auto& reading = relater.reading();
    const kit::Classes generic = lexicon().one("zone_generic");
    for (const auto& hit : reading.document().triggers()) {
      if (!(generic >> hit.id & 1)) continue;
      const kit::Range range = reading.range(hit.span);
      const bool alone = !kit::is_cjk(reading.at(std::int64_t{range.begin} - 1)) || (reading.begins(range.begin) & kit::mark_sentence);
      const bool taken = std::any_of(own.begin(), own.end(), [&](const kit::End& e) { return kit::overlaps(e.range, range); });
      if (!alone || taken) continue;
      relater.sink().add(MentionCandidate{"zone", hit.span, 0.5, "generic"}.with_flag("generic", true));
    }
  }
};

} // namespace

ZONEKG_PLUGIN_FULL(Zones, "zones", "0.1.0", "development zones, industrial parks, clusters, parks inside parks",
                   ZONEKG_LIST("mention:zone", "relation:part_of", "fact:reporting"), ZONEKG_LIST())
