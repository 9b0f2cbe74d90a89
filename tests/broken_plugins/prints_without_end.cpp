#include <cstdio>
#include <stdexcept>
#include <zonekg/plugin.hpp>

class PrintsWithoutEnd : public zonekg::Extractor {
 public:
  void extract(const zonekg::Document&, zonekg::Sink&) override {
    while (std::puts("working …") >= 0) {}
    throw std::runtime_error("nobody listens");
  }
};

ZONEKG_PLUGIN_FULL(PrintsWithoutEnd, "prints_without_end", "1.0.0", "Fills whatever it can write to", ZONEKG_LIST("mention:company"), ZONEKG_LIST())
