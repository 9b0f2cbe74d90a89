// Development zones and parks: names, generic words for the reporting zone, parks inside parks.
#include <algorithm>

#include "core/kit/entity_extractor.hpp"

namespace {

using namespace zonekg;

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

  // How much a mention speaks for its zone being the one that the document reports about: the title, then the first lines.
  void describe(const kit::Reading& reading, kit::Range range, MentionCandidate& candidate) const override {
    const std::string_view title = reading.document().title();
    const bool in_title = !title.empty() && title.find(reading.text(range)) != std::string_view::npos;
    candidate.with_number("reporting", (in_title ? 3.0 : 0.3) + (range.begin < 200 ? 1.0 : 0.0));
  }

  void relate(const std::vector<kit::End>& own, kit::Relater& relater) const override {
    generic_mentions(own, relater);
    relater.pairs("part_of", own, own);
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
                   ZONEKG_LIST("mention:zone", "relation:part_of"), ZONEKG_LIST())
