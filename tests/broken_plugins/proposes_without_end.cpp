#include <zonekg/plugin.hpp>

class ProposesWithoutEnd : public zonekg::Extractor {
 public:
  void extract(const zonekg::Document& document, zonekg::Sink& sink) override {
    zonekg::MentionCandidate candidate{"company"};
    candidate.span = document.sentences()[0].span;
    candidate.confidence = 0.9;
    for (volatile bool on = true; on;) sink.add(candidate);
  }
};

ZONEKG_PLUGIN_FULL(ProposesWithoutEnd, "proposes_without_end", "1.0.0", "Does not stop proposing", ZONEKG_LIST("mention:company"), ZONEKG_LIST())
