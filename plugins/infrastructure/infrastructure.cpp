// Particular facilities: plants, substations, roads, pipelines, standard factory buildings.
#include "core/kit/entity_extractor.hpp"
#include "plugins/infrastructure/capacity.hpp"

namespace {

using namespace zonekg;

class Infrastructure : public kit::EntityExtractor {
 public:
  Infrastructure() : EntityExtractor("infrastructure") {}

 private:
  kit::SpanOptions span_options() const override {
    kit::SpanOptions options;
    options.max_chars = 26;
    options.rivals = true;
    options.ends = lexicon().one("infrastructure_head");
    options.after_ends = lexicon().one("project_noun");
    return options;
  }

  void describe(const kit::Reading& reading, std::vector<kit::Proposal>& proposals) const override {
    describe_facilities(reading, lexicon().one("infrastructure_head"), proposals);
  }

  void relate(const std::vector<kit::End>& own, kit::Relater& relater) const override {
    relater.choose({"located_in", true, true}, own, relater.decided("zone"));
    relater.choose({"builds", false}, own, relater.decided("project"));
  }
};

} // namespace

ZONEKG_PLUGIN_FULL(Infrastructure, "infrastructure", "0.1.0", "particular facilities with kind and capacity",
                   ZONEKG_LIST("mention:infrastructure", "relation:located_in", "relation:builds"),
                   ZONEKG_LIST("mention:zone", "mention:project"))
