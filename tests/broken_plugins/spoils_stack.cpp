#include <zonekg/plugin.hpp>

class SpoilsStack : public zonekg::Extractor {
 public:
  void extract(const zonekg::Document& document, zonekg::Sink&) override { fill(document.text().size()); }

 private:
  [[gnu::noinline]] static void fill(std::size_t size) {
    volatile char little[8] = {};
    volatile char* volatile at = little;
    for (std::size_t i = 0; i < 4096 + size; ++i) at[i] = 0x41;
  }
};

ZONEKG_PLUGIN_FULL(SpoilsStack, "spoils_stack", "1.0.0", "Writes over the stack", ZONEKG_LIST("mention:company"), ZONEKG_LIST())
