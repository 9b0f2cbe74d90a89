#include <type_traits>
#include <utility>
#include <variant>

#include "core/host/cache.hpp"
#include "core/host/packing.hpp"
#include "core/host/sha256.hpp"

namespace zonekg {
namespace {

constexpr std::string_view magic = "zonekg extraction 2\n";
constexpr std::size_t seal_size = 64; // SHA-256 in hex behind everything

// One description of the layout for both ways.
template <typename Way, typename Value> void pass(Way& way, std::vector<Value>& values);
template <typename Way> void pass(Way& way, std::string& value) { way.text(value); }
template <typename Way> void pass(Way& way, std::uint32_t& value) { way.number(value); }

template <typename Way> void pass(Way& way, Evidence& value) {
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

template <typename Way> void pass(Way& way, Extraction& value) {
  for (std::string* text : {&value.document.id, &value.document.path, &value.document.title, &value.document.sha256,
                            &value.document.publisher, &value.document.index_number})
    way.text(*text);
  way.number(value.document.date.published);
  pass(way, value.document.date.period);
  pass(way, value.document.lists);
  pass(way, value.document.shares);
  pass(way, value.mentions);
  pass(way, value.relations);
  pass(way, value.facts);
  pass(way, value.siblings);
  pass(way, value.diagnostics);
}

} // namespace

std::string pack_extraction(const Extraction& extraction) {
  Packer packer;
  packer.bytes = magic;
  Extraction copy = extraction; // the layout is described once, for values that can be written to
  pass(packer, copy);
  return packer.bytes + sha256_hex(packer.bytes);
}

std::optional<Extraction> unpack_extraction(std::string_view bytes) {
  if (bytes.size() < magic.size() + seal_size || !bytes.starts_with(magic)) return std::nullopt;
  const std::string_view body = bytes.substr(0, bytes.size() - seal_size);
  if (sha256_hex(body) != bytes.substr(body.size())) return std::nullopt;
  Unpacker unpacker(body.substr(magic.size()));
  Extraction extraction;
  pass(unpacker, extraction);
  if (!unpacker.whole()) return std::nullopt;
  return extraction;
}

} // namespace zonekg
