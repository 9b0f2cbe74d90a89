#include "cli/rejections.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace zonekg::cli {
namespace {

class Line {
 public:
  Line() { json_.StartObject(); }

  void put(const char* key, std::string_view text) {
    json_.Key(key);
    json_.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  }
  void put(const char* key, std::uint32_t number) {
    json_.Key(key);
    json_.Uint(number);
  }
  void put(const char* key, double number) {
    json_.Key(key);
    json_.Double(number);
  }
  void write(std::ostream& out) {
    json_.EndObject();
    out << std::string_view(buffer_.GetString(), buffer_.GetSize()) << '\n';
  }

 private:
  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer> json_{buffer_};
};

} // namespace

void write_rejections(const ExtractionStore& extractions, std::ostream& out) {
  for (std::size_t i = 0; i < extractions.size(); ++i) {
    const Extraction extraction = extractions.load(i);
    for (const Rejection& rejection : extraction.rejections) {
      Line line;
      line.put("doc", extraction.document.id);
      line.put("kind", rejection.kind);
      line.put("type", rejection.type);
      line.put("confidence", rejection.confidence);
      line.put("reason", rejection.reason);
      line.put("begin", rejection.evidence.begin);
      line.put("end", rejection.evidence.end);
      line.put("text", rejection.evidence.text);
      line.put("plugin", rejection.evidence.plugin);
      line.put("rule", rejection.evidence.rule);
      line.write(out);
    }
  }
}

} // namespace zonekg::cli
