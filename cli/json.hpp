// JSON for people and programs on standard output.
#pragma once

#include <rapidjson/ostreamwrapper.h>
#include <rapidjson/prettywriter.h>

#include <ostream>
#include <string_view>

namespace zonekg::cli {

using JsonWriter = rapidjson::PrettyWriter<rapidjson::OStreamWrapper>;

inline void put(JsonWriter& json, std::string_view text) {
  json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}
inline void put(JsonWriter& json, const char* key, std::string_view text) {
  json.Key(key);
  put(json, text);
}
inline void put(JsonWriter& json, const char* key, std::uint64_t number) {
  json.Key(key);
  json.Uint64(number);
}

} // namespace zonekg::cli
