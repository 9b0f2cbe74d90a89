#include <unistd.h>

#include <zonekg/plugin.hpp>

// Says what its process was started with.
class TellsEnvironment : public zonekg::Extractor {
 public:
  void extract(const zonekg::Document&, zonekg::Sink& sink) override {
    for (char** setting = environ; *setting != nullptr; ++setting) sink.diagnostic(ZKG_NOTE, {0, 0}, *setting);
  }
};

ZONEKG_PLUGIN_FULL(TellsEnvironment, "tells_environment", "1.0.0", "Tells what it was given", ZONEKG_LIST("mention:company"),
                   ZONEKG_LIST())
