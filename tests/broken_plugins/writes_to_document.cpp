#include <zonekg/plugin.hpp>

class WritesToDocument : public zonekg::Extractor {
 public:
  void extract(const zonekg::Document& document, zonekg::Sink&) override {
    const_cast<char&>(document.text()[0]) = 0x20; // NOLINT: that is its fault
  }
};

ZONEKG_PLUGIN_FULL(WritesToDocument, "writes_to_document", "1.0.0", "Changes the text it was lent", ZONEKG_LIST("mention:company"), ZONEKG_LIST())
