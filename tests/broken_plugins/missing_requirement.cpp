#include <zonekg/plugin.hpp>

class Nothing : public zonekg::Extractor {
 public:
  void extract(const zonekg::Document&, zonekg::Sink&) override {}
};

ZONEKG_PLUGIN_FULL(Nothing, "missing_requirement", "1.0.0", "Requires what nobody provides",
                   ZONEKG_LIST("mention:company"), ZONEKG_LIST("mention:unicorn"))
