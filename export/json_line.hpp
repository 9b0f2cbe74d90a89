// JSON piece by piece. Heavy: include it in .cpp files only.
#pragma once

#include <ostream>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>
#include <string>
#include <string_view>

#include "graph/code_points.hpp"
#include "graph/number_text.hpp"

namespace zonekg {

// One node or edge at a time goes through the buffer: the document is never held whole.
class JsonLine {
 public:
  void begin() { writer_.StartObject(); }
  void end() { writer_.EndObject(); }
  void begin_list(std::string_view key) {
    name(key);
    writer_.StartArray();
  }
  void end_list() { writer_.EndArray(); }

  void begin_object(std::string_view key) {
    name(key);
    begin();
  }

  void name(std::string_view key) { string(key); }
  void string(std::string_view text) {
    const std::string clean = clean_utf8(text);
    writer_.String(clean.data(), static_cast<rapidjson::SizeType>(clean.size()));
  }
  void number(double value) {
    const std::string text = number_text(value);
    writer_.RawValue(text.data(), text.size(), rapidjson::kNumberType);
  }

  void add(std::string_view key, std::string_view value) {
    name(key);
    string(value);
  }
  void add(std::string_view key, double value) {
    name(key);
    number(value);
  }
  void add(std::string_view key, bool value) {
    name(key);
    writer_.Bool(value);
  }
  void add_stated(std::string_view key, std::string_view value) { // absent rather than empty
    if (!value.empty()) add(key, value);
  }

  void flush(std::ostream& out) {
    out.write(buffer_.GetString(), static_cast<std::streamsize>(buffer_.GetSize()));
    buffer_.Clear();
    writer_.Reset(buffer_);
  }

 private:
  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer> writer_{buffer_};
};

} // namespace zonekg
