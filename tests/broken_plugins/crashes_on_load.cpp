#include <cstdlib>
#include <zonekg/plugin.hpp>

namespace {
[[maybe_unused]] const bool started = (std::abort(), true);
}

class CrashesOnLoad : public zonekg::Extractor {
 public:
  void extract(const zonekg::Document&, zonekg::Sink&) override {}
};

ZONEKG_PLUGIN_FULL(CrashesOnLoad, "crashes_on_load", "1.0.0", "Aborts before anything of it is called", ZONEKG_LIST("mention:company"), ZONEKG_LIST())
