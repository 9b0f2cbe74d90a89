#include <zonekg/plugin.hpp>

#include <cstdlib>

// Good but for documents that hold 崩: there it aborts. Proposes the words between 【 and 】, as `words` does.
class CrashesOnWord : public zonekg::Extractor {
 public:
  void extract(const zonekg::Document& document, zonekg::Sink& sink) override {
    const std::string_view text = document.text();
    constexpr std::string_view open = "【", close = "】";
    for (std::size_t at = text.find(open); at != std::string_view::npos; at = text.find(open, at + 1)) {
      const std::size_t end = text.find(close, at);
      if (end == std::string_view::npos) break;
      zonekg::MentionCandidate candidate{"fund"};
      candidate.span = {static_cast<std::uint32_t>(at + open.size()), static_cast<std::uint32_t>(end)};
      candidate.confidence = 0.9;
      sink.add(candidate);
    }
    if (text.find("崩") != std::string_view::npos) std::abort();
  }
};

ZONEKG_PLUGIN_FULL(CrashesOnWord, "crashes_on_word", "1.0.0", "Aborts on some documents", ZONEKG_LIST("mention:fund"),
                   ZONEKG_LIST())
