#include <zonekg/plugin.hpp>

class Nothing : public zonekg::Extractor {
 public:
  void extract(const zonekg::Document&, zonekg::Sink&) override {}
};

ZONEKG_PLUGIN_FULL(Nothing, "Bad Id!", "1.0.0", "An id with a space", ZONEKG_LIST("mention:company"), ZONEKG_LIST())
