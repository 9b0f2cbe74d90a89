// Checked access to the fields of parsed JSON. Heavy: include it in .cpp files only.
#pragma once

#include <rapidjson/document.h>
#include <string>
#include <string_view>

#include "core/model/diagnostic.hpp"

namespace zonekg {

using Json = rapidjson::Value;

// Where in the file a value stands, for messages: "g.json: node 17". Put into words only when one fails; a place inside
// another one must not outlive it, nor the words that name it.
struct JsonPlace {
  std::string text; // of the outermost one
  const JsonPlace* outer = nullptr;
  std::string_view part = {};
  std::size_t index = whole_part;

  [[nodiscard]] JsonPlace at(std::string_view inner, std::size_t number) const { return {{}, this, inner, number}; }
  [[nodiscard]] JsonPlace at(std::string_view key) const { return {{}, this, key, whole_part}; }
  [[nodiscard]] std::string words() const;
  [[noreturn]] void fail(const std::string& what) const { throw InputError(words() + ": " + what); }

  static constexpr std::size_t whole_part = static_cast<std::size_t>(-1);
};

inline std::string_view string_of(const Json& value) { return {value.GetString(), value.GetStringLength()}; }

const Json* find_field(const Json& object, std::string_view key);
const Json& array_field(const Json& object, std::string_view key, const JsonPlace& place);
std::string_view view_field(const Json& object, std::string_view key, const JsonPlace& place); // of the parsed document
std::string string_field(const Json& object, std::string_view key, const JsonPlace& place);
std::string_view optional_view(const Json& object, std::string_view key, const JsonPlace& place); // of the parsed document; empty when absent
std::string optional_string(const Json& object, std::string_view key, const JsonPlace& place);
double number_field(const Json& object, std::string_view key, const JsonPlace& place);         // finite
std::uint32_t count_field(const Json& object, std::string_view key, const JsonPlace& place);   // 0 … 2^32-1
void require_object(const Json& value, const JsonPlace& place);

} // namespace zonekg
