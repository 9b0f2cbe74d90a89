#include "graph/json_fields.hpp"

namespace zonekg {
namespace {

const Json& required(const Json& object, std::string_view key, const JsonPlace& place) {
  const Json* field = find_field(object, key);
  if (field == nullptr) place.fail("'" + std::string(key) + "' is missing");
  return *field;
}

} // namespace

std::string JsonPlace::words() const {
  if (outer == nullptr) return text;
  const std::string own = index == whole_part ? '\'' + std::string(part) + '\'' : std::string(part) + ' ' + std::to_string(index);
  return outer->words() + ": " + own;
}

const Json* find_field(const Json& object, std::string_view key) {
  const Json name(rapidjson::StringRef(key.data(), static_cast<rapidjson::SizeType>(key.size())));
  const auto member = object.FindMember(name);
  return member == object.MemberEnd() ? nullptr : &member->value;
}

void require_object(const Json& value, const JsonPlace& place) {
  if (!value.IsObject()) place.fail("is not an object");
}

const Json& array_field(const Json& object, std::string_view key, const JsonPlace& place) {
  const Json& field = required(object, key, place);
  if (!field.IsArray()) place.fail("'" + std::string(key) + "' is not a list");
  return field;
}

std::string_view view_field(const Json& object, std::string_view key, const JsonPlace& place) {
  const Json& field = required(object, key, place);
  if (!field.IsString()) place.fail("'" + std::string(key) + "' is not a string");
  return string_of(field);
}

std::string string_field(const Json& object, std::string_view key, const JsonPlace& place) {
  return std::string(view_field(object, key, place));
}

std::string_view optional_view(const Json& object, std::string_view key, const JsonPlace& place) {
  const Json* field = find_field(object, key);
  if (field == nullptr) return {};
  if (!field->IsString()) place.fail("'" + std::string(key) + "' is not a string");
  return string_of(*field);
}

std::string optional_string(const Json& object, std::string_view key, const JsonPlace& place) {
  return std::string(optional_view(object, key, place));
}

double number_field(const Json& object, std::string_view key, const JsonPlace& place) {
  const Json& field = required(object, key, place);
  if (!field.IsNumber()) place.fail("'" + std::string(key) + "' is not a number");
  return field.GetDouble();
}

std::uint32_t count_field(const Json& object, std::string_view key, const JsonPlace& place) {
  const Json& field = required(object, key, place);
  if (!field.IsUint()) place.fail("'" + std::string(key) + "' is not a count");
  return field.GetUint();
}

} // namespace zonekg
