// Development zones and parks: names, generic words for the reporting zone, parks inside parks.
#include <algorithm>

#include "core/kit/entity_extractor.hpp"
#include "plugins/zones/reporting.hpp"
#include "plugins/zones/second_names.hpp"

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

  void describe(const kit::Reading& reading, std::vector<kit::Proposal>& proposals) const override {
    if (const auto model = models().find(reporting_model); model != models().end()) mark_reporting(reading, model->second, proposals);
  }

  void relate(const std::vector<kit::End>& own, kit::Relater& relater) const override {
    propose_names(own, relater);
    relater.choose({"part_of", true, true}, own, own);
    if (relater.training()) teach_reporting(own, relater);
  }

  void propose_names(const std::vector<kit::End>& own, kit::Relater& relater) const {
    if (relater.training()) return;
    propose_bare_names(own, relater);
    propose_parenthesised_names(own, relater);
    std::vector<kit::End> zones = generic_mentions(own, relater);
    zones.insert(zones.end(), own.begin(), own.end());
    std::sort(zones.begin(), zones.end(), [](const kit::End& a, const kit::End& b) { return a.range.begin < b.range.begin; });
    propose_english_names(zones, relater);
  }

  // 开发区, 园区, 我区 standing alone mean the reporting zone.
  std::vector<kit::End> generic_mentions(const std::vector<kit::End>& own, kit::Relater& relater) const {
    std::vector<kit::End> found;
    const auto& reading = relater.reading();
    const kit::Classes generic = lexicon().one("zone_generic");
    for (const auto& hit : reading.document().triggers()) {
      if (!(generic >> hit.id & 1)) continue;
      const kit::Range range = reading.range(hit.span);
      const bool alone = !kit::is_cjk(reading.at(std::int64_t{range.begin} - 1)) || (reading.begins(range.begin) & kit::mark_sentence);
      if (!alone || kit::overlapping(own, range) != own.end()) continue;
      const std::uint32_t id = relater.sink().add(MentionCandidate{"zone", hit.span, 0.5, "generic"}.with_flag("generic", true));
      if (id != ZKG_NO_MENTION) found.push_back({range, id});
    }
    return found;
  }
};

} // namespace

ZONEKG_PLUGIN_FULL(Zones, "zones", "0.1.0", "development zones, industrial parks, clusters, parks inside parks",
                   ZONEKG_LIST("mention:zone", "relation:part_of", "fact:reporting"), ZONEKG_LIST())
