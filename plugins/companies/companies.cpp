// Firms: full names, bare short names in lists, banks, platform companies, groups; and what ties them to zones and firms.
#include "core/kit/entity_extractor.hpp"

namespace {

using namespace zonekg;

class Companies : public kit::EntityExtractor {
 public:
  Companies() : EntityExtractor("company") {}

 private:
  kit::SpanOptions span_options() const override {
    kit::SpanOptions options;
    options.max_chars = 26;
    return options;
  }

  void relate(const std::vector<kit::End>& own, kit::Relater& relater) const override {
    const auto zones = relater.decided("zone");
    relater.choose({"located_in", true, true}, own, zones);
    relater.pairs({"cooperates_with"}, own, zones);
    relater.pairs({"acquires", "merged_into", "supplies", "invests_in", "finances"}, own, own, {kit::Nearness::sentence});
    relater.pairs({"cooperates_with"}, own, own, {kit::Nearness::sentence, 12, false});
  }
};

} // namespace

ZONEKG_PLUGIN_FULL(Companies, "companies", "0.1.0", "firms, banks, groups and what ties them to zones and to each other",
                   ZONEKG_LIST("mention:company", "relation:located_in", "relation:acquires", "relation:merged_into",
                               "relation:supplies", "relation:invests_in", "relation:cooperates_with", "relation:finances"),
                   ZONEKG_LIST("mention:zone"))
