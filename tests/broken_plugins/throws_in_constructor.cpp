#include <zonekg/plugin.hpp>

#include <stdexcept>

class Throws : public zonekg::Extractor {
 public:
  Throws() { throw std::runtime_error("the lexicon is missing"); }
  void extract(const zonekg::Document&, zonekg::Sink&) override {}
};

ZONEKG_PLUGIN(Throws, "throws_in_constructor", "1.0.0")
