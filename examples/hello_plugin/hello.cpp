// A whole plugin: it proposes the words between 《 and 》 that end in 奖 as honours.
#include <zonekg/plugin.hpp>

class Honours : public zonekg::Extractor {
 public:
  std::vector<zkg_trigger> triggers() const override { return {{zonekg::borrow("《"), 0}}; }

  void extract(const zonekg::Document& document, zonekg::Sink& sink) override {
    for (const zkg_trigger_hit& hit : document.triggers()) {
      const std::string_view after = document.text().substr(hit.span.end);
      const std::size_t close = after.find("》");
      if (close == std::string_view::npos || close > 120 || !after.substr(0, close).ends_with("奖")) continue;
      zonekg::MentionCandidate honour{"honour"};
      honour.span = {hit.span.end, hit.span.end + static_cast<std::uint32_t>(close)};
      honour.confidence = 0.9;
      honour.rule = "book-title-marks";
      sink.add(honour);
    }
  }
};

ZONEKG_PLUGIN(Honours, "honour", "1.0.0")
