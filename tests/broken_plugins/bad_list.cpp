#include <zonekg/plugin.hpp>

class Nothing : public zonekg::Extractor {
 public:
  void extract(const zonekg::Document&, zonekg::Sink&) override {}
};

ZONEKG_PLUGIN_FULL(Nothing, "bad_list", "1.0.0", "Provides what is no declaration", ZONEKG_LIST("company"),
                   ZONEKG_LIST())
