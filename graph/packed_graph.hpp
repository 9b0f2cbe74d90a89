// The layout of what linking makes, as rows of bytes: core/model/packed.hpp goes on here.
#pragma once

#include <string>
#include <variant>

#include "core/model/packed.hpp"
#include "graph/graph.hpp"
#include "graph/local_links.hpp"

namespace zonekg {

template <typename Way> void pass(Way& way, std::u32string& value) {
  std::string_view bytes(reinterpret_cast<const char*>(value.data()), value.size() * sizeof(char32_t));
  std::string read;
  if constexpr (Way::reading) {
    way.text(read);
    value.resize(read.size() / sizeof(char32_t));
    std::memcpy(value.data(), read.data(), value.size() * sizeof(char32_t));
  } else {
    way.text(bytes);
  }
}

template <typename Way> void pass(Way& way, LocalEntity& value) {
  way.text(value.type);
  pass(way, value.mentions);
  pass(way, value.generic);
  pass(way, value.keys);
  pass(way, value.siblings);
  way.number(value.bound);
  way.number(value.implicit);
}

template <typename Way> void pass(Way& way, LocalLinks& value) {
  pass(way, value.entities);
  pass(way, value.entity_of);
  way.number(value.reporting);
}

// A value of one kind among several.
template <std::size_t kind, typename Way, typename Variant> void pass_alternative(Way& way, Variant& value, std::uint8_t chosen) {
  if (chosen != kind) return;
  if constexpr (Way::reading) value.template emplace<kind>();
  auto& held = *std::get_if<kind>(&value);
  if constexpr (std::is_same_v<decltype(held), std::string&>) way.text(held);
  else if constexpr (std::is_same_v<decltype(held), Figure&>) way.number(held.value), way.text(held.unit);
  else way.number(held);
}

template <typename Way> void pass(Way& way, Property& value) {
  way.text(value.key);
  auto kind = static_cast<std::uint8_t>(value.value.index());
  way.number(kind);
  pass_alternative<0>(way, value.value, kind);
  pass_alternative<1>(way, value.value, kind);
  pass_alternative<2>(way, value.value, kind);
  pass_alternative<3>(way, value.value, kind);
}

template <typename Way> void pass(Way& way, HistoryEntry& value) {
  for (std::string* text : {&value.value, &value.modality, &value.period}) way.text(*text);
  pass(way, value.evidence);
}

template <typename Way> void pass(Way& way, History& value) {
  way.text(value.key);
  pass(way, value.entries);
}

template <typename Way> void pass(Way& way, Node& value) {
  for (std::string* text : {&value.id, &value.type, &value.name}) way.text(*text);
  pass(way, value.aliases);
  way.number(value.confidence);
  pass(way, value.mentions);
  pass(way, value.properties);
  pass(way, value.histories);
}

template <typename Way> void pass(Way& way, Edge& value) {
  way.text(value.type);
  way.number(value.confidence);
  for (std::string* text : {&value.modality, &value.period}) way.text(*text);
  pass(way, value.evidence);
}

} // namespace zonekg
