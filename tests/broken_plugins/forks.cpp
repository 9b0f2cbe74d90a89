#include <unistd.h>
#include <zonekg/plugin.hpp>

class Forks : public zonekg::Extractor {
 public:
  void extract(const zonekg::Document&, zonekg::Sink&) override {
    if (::fork() == 0) ::_exit(0);
  }
};

ZONEKG_PLUGIN_FULL(Forks, "forks", "1.0.0", "Starts processes", ZONEKG_LIST("mention:company"), ZONEKG_LIST())
