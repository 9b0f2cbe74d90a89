// Industries that zones host, lead with or plan.
#include "core/kit/entity_extractor.hpp"

namespace {

using namespace zonekg;

class Industries : public kit::EntityExtractor {
 public:
  Industries() : EntityExtractor("industry") {}

 private:
  kit::SpanOptions span_options() const override {
    kit::SpanOptions options;
    options.max_chars = 14;
    return options;
  }

  void relate(const std::vector<kit::End>& own, kit::Relater& relater) const override {
    relater.choose({"leading_industry", false, true}, own, relater.decided("zone"));
  }
};

} // namespace

ZONEKG_PLUGIN_FULL(Industries, "industries", "0.1.0", "industries a zone hosts, leads with or plans",
                   ZONEKG_LIST("mention:industry", "relation:leading_industry"), ZONEKG_LIST("mention:zone"))
