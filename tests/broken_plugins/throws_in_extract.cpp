#include <zonekg/plugin.hpp>

#include <stdexcept>

// Gives one good candidate, then fails.
class Throws : public zonekg::Extractor {
 public:
  void extract(const zonekg::Document& document, zonekg::Sink& sink) override {
    zonekg::MentionCandidate candidate{"company"};
    candidate.span = document.sentences()[0].span;
    candidate.confidence = 0.9;
    sink.add(candidate);
    throw std::runtime_error("cannot read this");
  }
};

ZONEKG_PLUGIN_FULL(Throws, "throws_in_extract", "1.0.0", "", ZONEKG_LIST("mention:company"), ZONEKG_LIST())
