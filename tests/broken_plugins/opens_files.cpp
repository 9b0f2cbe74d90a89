#include <fstream>
#include <stdexcept>
#include <string>
#include <zonekg/plugin.hpp>

class OpensFiles : public zonekg::Extractor {
 public:
  void extract(const zonekg::Document&, zonekg::Sink& sink) override {
    std::ifstream passwords("/etc/passwd");
    std::string first;
    if (!std::getline(passwords, first)) throw std::runtime_error("cannot read /etc/passwd");
    sink.diagnostic(ZKG_WARNING, {0, 0}, "it read " + first);
  }
};

ZONEKG_PLUGIN_FULL(OpensFiles, "opens_files", "1.0.0", "Reads what is not its own", ZONEKG_LIST("mention:company"), ZONEKG_LIST())
