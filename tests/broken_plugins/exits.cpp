#include <cstdlib>
#include <zonekg/plugin.hpp>

class Exits : public zonekg::Extractor {
 public:
  void extract(const zonekg::Document&, zonekg::Sink&) override { std::exit(7); }
};

ZONEKG_PLUGIN_FULL(Exits, "exits", "1.0.0", "Ends the process it runs in", ZONEKG_LIST("mention:company"), ZONEKG_LIST())
