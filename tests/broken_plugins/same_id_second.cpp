#include <zonekg/plugin.hpp>

class Nothing : public zonekg::Extractor {
 public:
  void extract(const zonekg::Document&, zonekg::Sink&) override {}
};

ZONEKG_PLUGIN_FULL(Nothing, "same_id", "2.0.0", "One of two with one id", ZONEKG_LIST("mention:company"), ZONEKG_LIST())
