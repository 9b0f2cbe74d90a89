// Checked access to the fields of parsed JSON. Heavy: include it in .cpp files only.
#pragma once

#include <rapidjson/document.h>
#include <string>
#include <string_view>

#include "core/model/diagnostic.hpp"

namespace zonekg {

using Json = rapidjson::Value;

// Where in the file a value stands, for messages: "g.json: node 17".
struct JsonPlace {
  std::string text;
  [[noreturn]] void fail(const std::string& what) const { throw InputError(text + ": " + what); }
  [[nodiscard]] JsonPlace at(std::string_view part, std::size_t index) const;
};

inline std::string_view string_of(const Json& value) { return {value.GetString(), value.GetStringLength()}; }

const Json* find_field(const Json& object, std::string_view key);
const Json& array_field(const Json& object, std::string_view key, const JsonPlace& place);
std::string string_field(const Json& object, std::string_view key, const JsonPlace& place);
std::string optional_string(const Json& object, std::string_view key, const JsonPlace& place); // empty when absent
double number_field(const Json& object, std::string_view key, const JsonPlace& place);         // finite
std::uint32_t count_field(const Json& object, std::string_view key, const JsonPlace& place);   // 0 … 2^32-1
void require_object(const Json& value, const JsonPlace& place);

} // namespace zonekg
