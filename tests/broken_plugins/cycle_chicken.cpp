#include <zonekg/plugin.hpp>

class Nothing : public zonekg::Extractor {
 public:
  void extract(const zonekg::Document&, zonekg::Sink&) override {}
};

ZONEKG_PLUGIN_FULL(Nothing, "cycle_chicken", "1.0.0", "Needs the egg first", ZONEKG_LIST("mention:chicken"),
                   ZONEKG_LIST("mention:egg"))
