#include <memory>
#include <string>
#include <vector>
#include <zonekg/plugin.hpp>

class EatsMemory : public zonekg::Extractor {
 public:
  void extract(const zonekg::Document&, zonekg::Sink&) override {
    for (;;) blocks_.push_back(std::make_unique<std::string>(std::size_t{1} << 20, 1));
  }

 private:
  std::vector<std::unique_ptr<std::string>> blocks_;
};

ZONEKG_PLUGIN_FULL(EatsMemory, "eats_memory", "1.0.0", "Takes all memory there is", ZONEKG_LIST("mention:company"), ZONEKG_LIST())
