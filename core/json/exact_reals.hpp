// RapidJSON's tokens with reals read from their own text, to the nearest double. Heavy: include it in .cpp files only.
// Its own exact reading (kParseFullPrecisionFlag) counts the leading zeros of a zero, which has none: 0e99 and a zero of thirty
// places become any number. So it is left out, and std::from_chars takes its place.
#pragma once

#include <charconv>
#include <cmath>
#include <cstdint>
#include <rapidjson/error/error.h>
#include <string_view>

namespace zonekg {

// A handler for RapidJSON's reader that hands everything on. `text` is what `stream` reads, from its first byte; a real beyond
// the range of doubles ends the reading with kParseErrorTermination.
template <class Stream, class Handler> class ExactReals {
 public:
  ExactReals(std::string_view text, Stream& stream, Handler& inner) : text_(text), stream_(stream), inner_(inner) {}

  bool Null() { return inner_.Null(); }
  bool Bool(bool value) { return inner_.Bool(value); }
  bool Int(int value) { return inner_.Int(value); }
  bool Uint(unsigned value) { return inner_.Uint(value); }
  bool Int64(std::int64_t value) { return inner_.Int64(value); }
  bool Uint64(std::uint64_t value) { return inner_.Uint64(value); }
  bool Double(double near) {
    const char* const begin = text_.data() + token_begin();
    // Too small a number leaves `near` as it is, which is zero or next to it.
    std::from_chars(begin, text_.data() + text_.size(), near);
    return std::isfinite(near) && inner_.Double(near);
  }
  bool RawNumber(const char* data, rapidjson::SizeType size, bool copy) { return inner_.RawNumber(data, size, copy); }
  bool String(const char* data, rapidjson::SizeType size, bool copy) { return inner_.String(data, size, copy); }
  bool StartObject() { return inner_.StartObject(); }
  bool Key(const char* data, rapidjson::SizeType size, bool copy) { return inner_.Key(data, size, copy); }
  bool EndObject(rapidjson::SizeType members) { return inner_.EndObject(members); }
  bool StartArray() { return inner_.StartArray(); }
  bool EndArray(rapidjson::SizeType elements) { return inner_.EndArray(elements); }

 private:
  // The reader stands before the number or behind it: it works on a copy of some streams.
  [[nodiscard]] std::size_t token_begin() {
    std::size_t at = stream_.Tell();
    while (at > 0 && std::string_view("0123456789+-.eE").find(text_[at - 1]) != std::string_view::npos) --at;
    return at;
  }

  std::string_view text_;
  Stream& stream_; // of some, Tell is not const
  Handler& inner_;
};

// Why the reading ended, where nothing else stops it.
inline rapidjson::ParseErrorCode reason_of(const rapidjson::ParseResult& result) {
  return result.Code() == rapidjson::kParseErrorTermination ? rapidjson::kParseErrorNumberTooBig : result.Code();
}

} // namespace zonekg
