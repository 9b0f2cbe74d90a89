#include <zonekg/plugin.hpp>

// A working plugin for the tests of the host: every 【…】 is a company.
class Words : public zonekg::Extractor {
 public:
  std::vector<zkg_trigger> triggers() const override { return {{zonekg::borrow("【"), 1}, {zonekg::borrow("】"), 2}}; }

  void extract(const zonekg::Document& document, zonekg::Sink& sink) override {
    std::uint32_t begin = 0;
    for (const zkg_trigger_hit& hit : document.triggers()) {
      if (hit.id == 1) begin = hit.span.end;
      if (hit.id != 2 || begin == 0 || begin >= hit.span.begin) continue;
      zonekg::MentionCandidate candidate{"company"};
      candidate.span = {begin, hit.span.begin};
      candidate.confidence = 0.9;
      candidate.rule = "brackets";
      add_with_relation(candidate, sink);
      begin = 0;
    }
  }

 private:
  static void add_with_relation(const zonekg::MentionCandidate& candidate, zonekg::Sink& sink) {
    zonekg::RelationCandidate relation{"located_in"};
    relation.head = sink.add(candidate);
    relation.tail = ZKG_REPORTING_ZONE;
    relation.evidence = candidate.span;
    relation.confidence = 0.8;
    relation.rule = "brackets";
    sink.add(relation);
  }
};

ZONEKG_PLUGIN_FULL(Words, "words", "1.0.0", "Companies in brackets",
                   ZONEKG_LIST("mention:company", "relation:located_in"), ZONEKG_LIST())
