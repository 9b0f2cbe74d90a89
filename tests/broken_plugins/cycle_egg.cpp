#include <zonekg/plugin.hpp>

class Nothing : public zonekg::Extractor {
 public:
  void extract(const zonekg::Document&, zonekg::Sink&) override {}
};

ZONEKG_PLUGIN_FULL(Nothing, "cycle_egg", "1.0.0", "Needs the chicken first", ZONEKG_LIST("mention:egg"),
                   ZONEKG_LIST("mention:chicken"))
