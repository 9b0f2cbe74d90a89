// Proposes as @type@: a word of the lexicon's class "begin", what follows it, up to a word of the class "end".
#include <zonekg/plugin.hpp>

class Extractor : public zonekg::Extractor {
 public:
  // What legends call the type; a Chinese label and a colour (#rrggbb) may follow.
  static constexpr zkg_type types[] = {{"mention:@type@", "@label@", nullptr, nullptr}};

  void extract(const zonekg::Document& document, zonekg::Sink& sink) override {
    const auto hits = document.triggers(); // of the words in lexicon.json, by where they begin
    for (std::size_t i = 0; i < hits.size(); ++i) {
      if (!is(hits[i], "begin")) continue;
      for (std::size_t j = i + 1; j < hits.size(); ++j) {
        const zkg_span span{hits[i].span.begin, hits[j].span.end};
        if (is(hits[j], "stop") || zonekg::size(span) > longest) break;
        if (!is(hits[j], "end") || hits[j].span.begin < hits[i].span.end) continue;
        zonekg::MentionCandidate candidate{"@type@", span};
        candidate.confidence = 0.9; // the probability that it is right; the host takes what is at least 0.5
        candidate.rule = "begin-end";
        sink.add(candidate);
        break;
      }
    }
  }

 private:
  static constexpr std::size_t longest = 90; // bytes: 30 Chinese characters
};

ZONEKG_PLUGIN_FULL(Extractor, "@id@", "0.1.0", "@summary@", ZONEKG_LIST("mention:@type@"), ZONEKG_LIST())
