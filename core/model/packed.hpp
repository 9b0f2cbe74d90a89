// The layout of what extraction says, as a row of bytes. One description for both ways: Packer and Unpacker.
#pragma once

#include <variant>

#include "core/model/extraction.hpp"
#include "core/model/packing.hpp"

namespace zonekg {

template <typename Way, typename Value> void pass(Way& way, std::vector<Value>& values);
template <typename Way> void pass(Way& way, std::string& value) { way.text(value); }
template <typename Way> void pass(Way& way, std::uint32_t& value) { way.number(value); }

template <typename Way> void pass(Way& way, Evidence& value) {
  way.number(value.document);
  way.number(value.begin);
  way.number(value.end);
  for (SharedText* text : {&value.text, &value.plugin, &value.rule, &value.place}) way.text(*text);
}

template <typename Way> void pass(Way& way, Attribute& value) {
  way.text(value.key);
  auto kind = static_cast<std::uint32_t>(value.value.index());
  way.number(kind);
  if constexpr (Way::reading) {
    if (kind == 0) value.value = std::string();
    if (kind == 1) value.value = 0.0;
    if (kind == 2) value.value = false;
  }
  if (auto* text = std::get_if<std::string>(&value.value)) way.text(*text);
  if (auto* number = std::get_if<double>(&value.value)) way.number(*number);
  if (auto* flag = std::get_if<bool>(&value.value)) way.number(*flag);
}

template <typename Way> void pass(Way& way, Mention& value) {
  way.text(value.type);
  way.text(value.name);
  way.number(value.confidence);
  pass(way, value.attributes);
  pass(way, value.evidence);
}

template <typename Way> void pass(Way& way, Relation& value) {
  way.text(value.type);
  way.number(value.head);
  way.number(value.tail);
  way.number(value.confidence);
  way.text(value.modality);
  pass(way, value.period);
  pass(way, value.evidence);
}

template <typename Way> void pass(Way& way, Fact& value) {
  way.number(value.mention);
  for (std::string* text : {&value.key, &value.value, &value.modality}) way.text(*text);
  pass(way, value.period);
  way.number(value.confidence);
  pass(way, value.evidence);
}

template <typename Way> void pass(Way& way, ToldFigure& value) {
  way.number(value.begin);
  way.number(value.end);
  way.text(value.text);
  way.text(value.unit);
  bool known = value.value.has_value();
  way.number(known);
  if (!known) return;
  double number = value.value.value_or(0);
  way.number(number);
  value.value = number;
}

template <typename Way> void pass(Way& way, Diagnostic& value) {
  way.number(value.severity);
  for (std::string* text : {&value.where, &value.message, &value.advice}) way.text(*text);
}

template <typename Way> void pass(Way& way, ToldList& value) {
  pass(way, value.total);
  way.text(value.noun);
  way.number(value.open);
  way.number(value.exact);
  pass(way, value.items);
}

template <typename Way> void pass(Way& way, ToldShare& value) {
  pass(way, value.percent);
  way.text(value.of);
  pass(way, value.part);
  bool known = value.whole.has_value();
  way.number(known);
  if (!known) return;
  if (!value.whole) value.whole.emplace();
  pass(way, *value.whole);
}

template <typename Way, typename Value> void pass(Way& way, std::vector<Value>& values) {
  pass_list(way, values, [&](Value& value) { pass(way, value); });
}

template <typename Way> void pass(Way& way, DocumentHeader& value) {
  for (std::string* text : {&value.id, &value.path, &value.title, &value.sha256, &value.publisher, &value.index_number})
    way.text(*text);
  way.number(value.date.published);
  pass(way, value.date.period);
  pass(way, value.lists);
  pass(way, value.shares);
}

template <typename Way> void pass(Way& way, Rejection& value) {
  for (std::string* text : {&value.kind, &value.type, &value.reason}) way.text(*text);
  way.number(value.confidence);
  pass(way, value.evidence);
}

template <typename Way> void pass(Way& way, Extraction& value) {
  pass(way, value.document);
  pass(way, value.mentions);
  pass(way, value.relations);
  pass(way, value.facts);
  pass(way, value.siblings);
  pass(way, value.rejections);
  pass(way, value.diagnostics);
}

// The bytes of a value that has a layout.
template <typename Value> std::string packed(Value& value) {
  Packer packer;
  pass(packer, value);
  return std::move(packer.bytes);
}

} // namespace zonekg
