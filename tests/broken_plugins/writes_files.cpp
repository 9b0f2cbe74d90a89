#include <fstream>
#include <stdexcept>
#include <string>
#include <zonekg/plugin.hpp>

class WritesFiles : public zonekg::Extractor {
 public:
  void configure(const zonekg::Config& config) override { file_ = config.folder + "/left_behind"; }
  void extract(const zonekg::Document&, zonekg::Sink& sink) override {
    std::ofstream out(file_);
    if (!out) throw std::runtime_error("cannot write to its folder");
    sink.diagnostic(ZKG_WARNING, {0, 0}, "it wrote " + file_);
  }

 private:
  std::string file_;
};

ZONEKG_PLUGIN_FULL(WritesFiles, "writes_files", "1.0.0", "Leaves a file where it can", ZONEKG_LIST("mention:company"), ZONEKG_LIST())
