// Projects: named undertakings, who undertakes them, where they stand, and their states.
#include "core/kit/entity_extractor.hpp"
#include "plugins/projects/namesakes.hpp"
#include "plugins/projects/status.hpp"

namespace {

using namespace zonekg;

class Projects : public kit::EntityExtractor {
 public:
  Projects() : EntityExtractor("project") {}

 private:
  kit::SpanOptions span_options() const override {
    kit::SpanOptions options;
    options.max_chars = 36;
    options.rivals = true;
    return options;
  }

  void relate(const std::vector<kit::End>& own, kit::Relater& relater) const override {
    const auto companies = relater.decided("company");
    relater.choose({"undertakes", false}, propose_namesakes(own, companies, relater), companies);
    relater.pairs({"invests_in"}, companies, own);
    relater.choose({"located_in", true, true}, own, relater.decided("zone"));
    propose_statuses(own, relater);
  }
};

} // namespace

ZONEKG_PLUGIN_FULL(Projects, "projects", "0.1.0", "named undertakings, who undertakes them, their states",
                   ZONEKG_LIST("mention:project", "relation:undertakes", "relation:invests_in", "relation:located_in", "fact:status"),
                   ZONEKG_LIST("mention:zone", "mention:company"))
