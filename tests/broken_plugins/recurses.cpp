#include <zonekg/plugin.hpp>

class Recurses : public zonekg::Extractor {
 public:
  void extract(const zonekg::Document& document, zonekg::Sink&) override { (void)deeper(document.text().size()); }

 private:
  [[gnu::noinline]] static std::size_t deeper(std::size_t level) {
    volatile char room[4096];
    room[level % sizeof room] = static_cast<char>(level);
    return level == 0 ? 0 : deeper(level + 1) + static_cast<std::size_t>(room[0]);
  }
};

ZONEKG_PLUGIN_FULL(Recurses, "recurses", "1.0.0", "Calls itself without end", ZONEKG_LIST("mention:company"), ZONEKG_LIST())
