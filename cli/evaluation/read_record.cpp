#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include "cli/evaluation/record.hpp"
#include "graph/json_fields.hpp"

namespace zonekg {
namespace {

// Kinds that this program does not know are of another version: left out.
void read_figures(const Json& value, const JsonPlace& place, Figures& figures) {
  figures.passages = 1;
  const Json* counts = find_field(value, "counts");
  const Json* shares = find_field(value, "shares");
  if (counts == nullptr || shares == nullptr || !counts->IsObject() || !shares->IsObject())
    place.fail("'counts' or 'shares' is missing");
  for (auto& [kind, tally] : figures.tallies)
    if (const Json* row = find_field(*counts, kind)) {
      require_object(*row, place);
      tally = {count_field(*row, "tp", place), count_field(*row, "fp", place), count_field(*row, "fn", place)};
    }
  for (auto& [kind, share] : figures.shares)
    if (const Json* row = find_field(*shares, kind)) {
      require_object(*row, place);
      share = {count_field(*row, "right", place), count_field(*row, "of", place)};
    }
}

std::vector<std::string> read_list(const Json& value, const char* key, const JsonPlace& place) {
  std::vector<std::string> list;
  for (const Json& item : array_field(value, key, place).GetArray()) {
    if (!item.IsString()) place.fail("'" + std::string(key) + "' holds something that is not a string");
    list.emplace_back(string_of(item));
  }
  return list;
}

} // namespace

std::vector<PassageRecord> read_records(std::string_view json, const std::string& where) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(json.data(), json.size());
  const JsonPlace place{where};
  if (document.HasParseError())
    place.fail("not JSON at byte " + std::to_string(document.GetErrorOffset()) + ": " +
               rapidjson::GetParseError_En(document.GetParseError()));
  if (!document.IsObject() || find_field(document, "by_passage") == nullptr)
    place.fail("not what zonekg eval --json prints: 'by_passage' is missing");
  std::vector<PassageRecord> records;
  for (const Json& value : array_field(document, "by_passage", place).GetArray()) {
    const JsonPlace at = place.at("passage", records.size());
    require_object(value, at);
    PassageRecord record;
    record.name = string_field(value, "name", at);
    read_figures(value, at, record.figures);
    record.missed = read_list(value, "missed", at);
    record.wrong = read_list(value, "wrong", at);
    records.push_back(std::move(record));
  }
  return records;
}

} // namespace zonekg
