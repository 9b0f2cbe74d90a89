// Investment funds and named financing products, and whom they finance.
#include "core/kit/entity_extractor.hpp"

namespace {

using namespace zonekg;

class Funds : public kit::EntityExtractor {
 public:
  Funds() : EntityExtractor("fund") {}

 private:
  kit::SpanOptions span_options() const override {
    kit::SpanOptions options;
    options.max_chars = 24;
    options.ends = lexicon().one("fund_head");
    return options;
  }

  void relate(const std::vector<kit::End>& own, kit::Relater& relater) const override {
    const auto companies = relater.decided("company"), zones = relater.decided("zone"), projects = relater.decided("project");
    relater.pairs({"finances", "cooperates_with"}, own, companies);
    relater.pairs({"finances", "cooperates_with"}, own, zones);
    relater.pairs({"finances"}, own, projects);
    relater.pairs({"finances"}, companies, zones);
    relater.pairs({"finances"}, companies, projects);
    relater.to_reporting_zone("finances", own);
    relater.to_reporting_zone("finances", companies);
  }
};

} // namespace

ZONEKG_PLUGIN_FULL(Funds, "funds", "0.1.0", "investment funds and financing products, and whom they finance",
                   ZONEKG_LIST("mention:fund", "relation:finances", "relation:cooperates_with"),
                   ZONEKG_LIST("mention:zone", "mention:company", "mention:project"))
