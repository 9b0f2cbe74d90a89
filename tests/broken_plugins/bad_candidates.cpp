#include <zonekg/plugin.hpp>

#include <limits>

// One good mention, and one candidate wrong in every way the host checks. Does the same for every sentence, so that a
// document with many sentences gives many complaints.
class BadCandidates : public zonekg::Extractor {
 public:
  void extract(const zonekg::Document& document, zonekg::Sink& sink) override {
    for (const zkg_sentence& sentence : document.sentences()) {
      const std::uint32_t good = sink.add(mention(sentence.span));
      bad_spans(document, sink);
      bad_values(sentence.span, sink);
      bad_relations(sentence.span, good, sink);
    }
  }

 private:
  static zonekg::MentionCandidate mention(zkg_span span) {
    zonekg::MentionCandidate candidate{"company"};
    candidate.span = span;
    candidate.confidence = 0.9;
    candidate.rule = "sentence";
    return candidate;
  }

  static void bad_spans(const zonekg::Document& document, zonekg::Sink& sink) {
    const auto size = static_cast<std::uint32_t>(document.text().size());
    for (const zkg_span span : {zkg_span{0, 0}, zkg_span{9, 3}, zkg_span{0, size + 1},
                                zkg_span{4000000000u, 4000000003u}, zkg_span{1, 3}, zkg_span{0, 2}})
      sink.add(mention(span));
  }

  static void bad_values(zkg_span span, zonekg::Sink& sink) {
    for (const double confidence :
         {std::numeric_limits<double>::quiet_NaN(), -0.1, 1.5, std::numeric_limits<double>::infinity()}) {
      zonekg::MentionCandidate candidate = mention(span);
      candidate.confidence = confidence;
      sink.add(candidate);
    }
    zonekg::MentionCandidate candidate = mention(span);
    candidate.name = "\xE5\xBC";
    sink.add(candidate);
    candidate = mention(span);
    candidate.type = "zone";
    sink.add(candidate);
    candidate = mention(span).with_number("capacity", std::numeric_limits<double>::quiet_NaN());
    sink.add(candidate);
    const std::string long_name(5000, 'x');
    candidate = mention(span);
    candidate.name = long_name;
    sink.add(candidate);
  }

  static void bad_relations(zkg_span span, std::uint32_t good, zonekg::Sink& sink) {
    zonekg::RelationCandidate relation{"located_in"};
    relation.head = good;
    relation.tail = ZKG_REPORTING_ZONE;
    relation.evidence = span;
    relation.confidence = 0.8;
    sink.add(relation);
    zonekg::RelationCandidate wrong = relation;
    wrong.tail = 123456;
    sink.add(wrong);
    wrong = relation;
    wrong.type = "acquires";
    sink.add(wrong);
    wrong = relation;
    wrong.evidence = {0, 0};
    sink.add(wrong);
    wrong = relation;
    wrong.modality = "maybe";
    sink.add(wrong);
    wrong = relation;
    wrong.period = {20231301, 20230101};
    sink.add(wrong);
    wrong = relation;
    wrong.tail = good;
    sink.add(wrong);
  }
};

ZONEKG_PLUGIN_FULL(BadCandidates, "bad_candidates", "1.0.0", "Emits what the host refuses",
                   ZONEKG_LIST("mention:company", "relation:located_in"), ZONEKG_LIST())
