#include "graph/read_claims.hpp"

namespace zonekg {
namespace {

ToldFigure read_figure(const Json& value, const JsonPlace& place) {
  require_object(value, place);
  ToldFigure figure;
  figure.begin = count_field(value, "begin", place);
  figure.end = count_field(value, "end", place);
  if (figure.begin > figure.end) place.fail("'begin' is behind 'end'");
  figure.text = string_field(value, "text", place);
  if (find_field(value, "value") != nullptr) figure.value = number_field(value, "value", place);
  figure.unit = optional_string(value, "unit", place);
  return figure;
}

bool read_flag(const Json& object, std::string_view key, const JsonPlace& place) {
  const Json* field = find_field(object, key);
  if (field == nullptr || !field->IsBool()) place.fail("'" + std::string(key) + "' is not true or false");
  return field->GetBool();
}

} // namespace

std::vector<ToldList> read_lists(const Json& document, const JsonPlace& place) {
  std::vector<ToldList> lists;
  if (find_field(document, "lists") == nullptr) return lists;
  for (const Json& value : array_field(document, "lists", place).GetArray()) {
    ToldList& list = lists.emplace_back();
    list.total = read_figure(value, place);
    list.noun = optional_string(value, "noun", place);
    list.open = read_flag(value, "open", place);
    list.exact = read_flag(value, "exact", place);
    for (const Json& item : array_field(value, "items", place).GetArray()) list.items.push_back(read_figure(item, place));
  }
  return lists;
}

std::vector<ToldShare> read_shares(const Json& document, const JsonPlace& place) {
  std::vector<ToldShare> shares;
  if (find_field(document, "shares") == nullptr) return shares;
  for (const Json& value : array_field(document, "shares", place).GetArray()) {
    ToldShare& share = shares.emplace_back();
    share.percent = read_figure(value, place);
    share.of = optional_string(value, "of", place);
    const Json* part = find_field(value, "part");
    if (part == nullptr) place.fail("a share without 'part'");
    share.part = read_figure(*part, place);
    if (const Json* whole = find_field(value, "whole")) share.whole = read_figure(*whole, place);
  }
  return shares;
}

} // namespace zonekg
