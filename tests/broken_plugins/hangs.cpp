#include <zonekg/plugin.hpp>

class Hangs : public zonekg::Extractor {
 public:
  void extract(const zonekg::Document&, zonekg::Sink&) override {
    for (volatile bool on = true; on;) {}
  }
};

ZONEKG_PLUGIN_FULL(Hangs, "hangs", "1.0.0", "Never comes back", ZONEKG_LIST("mention:company"), ZONEKG_LIST())
