#include "graph/attributes.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string_view>
#include <utility>
#include <variant>

#include "graph/code_points.hpp"
#include "graph/number_text.hpp"

namespace zonekg {
namespace {

constexpr std::array<std::string_view, 2> linking_keys = {"generic", "reporting"};

// What the contract and the readers of our files use for something else.
constexpr std::array<std::string_view, 13> reserved_keys = {"aliases", "confidence", "evidence", "id",   "implicit",
                                                            "key",     "label",      "mentions", "name", "interaction",
                                                            "source",  "target",     "type"};

template <typename Keys> bool among(const Keys& keys, std::string_view key) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

const AttributeValue* find_attribute(const Mention& mention, std::string_view key) {
  for (const Attribute& attribute : mention.attributes)
    if (attribute.key == key) return &attribute.value;
  return nullptr;
}

bool is_finite(const AttributeValue& value) {
  const double* number = std::get_if<double>(&value);
  return number == nullptr || std::isfinite(*number);
}

PropertyValue to_property(const AttributeValue& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return clean_utf8(*text);
  if (const auto* number = std::get_if<double>(&value)) return *number;
  return std::get<bool>(value);
}

// `capacity` or `capacity_value`, and `capacity_unit`.
void join_capacity(std::map<std::string, PropertyValue>& values) {
  const auto unit = values.find("capacity_unit");
  auto figure = values.find("capacity");
  if (figure == values.end()) figure = values.find("capacity_value");
  if (figure == values.end() || !std::holds_alternative<double>(figure->second)) return;
  Figure capacity{std::get<double>(figure->second), {}};
  if (unit != values.end() && std::holds_alternative<std::string>(unit->second))
    capacity.unit = std::get<std::string>(unit->second);
  values.erase("capacity_unit");
  values.erase("capacity_value");
  values["capacity"] = std::move(capacity);
}

} // namespace

bool is_generic_zone(const Mention& mention) {
  if (mention.type != "zone") return false;
  const AttributeValue* value = find_attribute(mention, "generic");
  const bool* flag = value == nullptr ? nullptr : std::get_if<bool>(value);
  return flag != nullptr && *flag;
}

std::optional<double> reporting_score(const Mention& mention) {
  const AttributeValue* value = find_attribute(mention, "reporting");
  const double* score = value == nullptr ? nullptr : std::get_if<double>(value);
  return score != nullptr && std::isfinite(*score) ? std::optional(*score) : std::nullopt;
}

std::string attribute_text(const AttributeValue& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* number = std::get_if<double>(&value)) return number_text(*number);
  return std::get<bool>(value) ? "true" : "false";
}

std::vector<Property> merge_attributes(const std::vector<const Mention*>& mentions) {
  std::vector<const Mention*> ranked = mentions;
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const Mention* a, const Mention* b) { return a->confidence > b->confidence; });
  std::map<std::string, PropertyValue> values;
  for (const Mention* mention : ranked) {
    for (const Attribute& attribute : mention->attributes) {
      if (among(linking_keys, attribute.key) || !is_finite(attribute.value)) continue;
      std::string key = clean_utf8(attribute.key);
      if (among(reserved_keys, key) || key.empty()) key = "attribute_" + key;
      values.try_emplace(std::move(key), to_property(attribute.value));
    }
  }
  join_capacity(values);
  std::vector<Property> properties;
  for (auto& [key, value] : values) properties.push_back({key, std::move(value)});
  return properties;
}

void set_property(std::vector<Property>& properties, std::string key, PropertyValue value) {
  const auto place = std::lower_bound(properties.begin(), properties.end(), key,
                                      [](const Property& p, const std::string& k) { return p.key < k; });
  if (place != properties.end() && place->key == key)
    place->value = std::move(value);
  else
    properties.insert(place, {std::move(key), std::move(value)});
}

} // namespace zonekg
