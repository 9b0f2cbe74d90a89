#include <zonekg/plugin.hpp>

class Crashes : public zonekg::Extractor {
 public:
  void extract(const zonekg::Document&, zonekg::Sink&) override {
    volatile int* volatile nowhere = nullptr;
    *nowhere = 1;
  }
};

ZONEKG_PLUGIN_FULL(Crashes, "crashes", "1.0.0", "Writes to no address", ZONEKG_LIST("mention:company"), ZONEKG_LIST())
