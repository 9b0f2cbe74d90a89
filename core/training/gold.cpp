#include "core/training/gold.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "core/model/diagnostic.hpp"

namespace zonekg {
namespace {

using Json = rapidjson::Value;

std::string text_of(const Json& object, const char* key) {
  const auto member = object.FindMember(key);
  return member != object.MemberEnd() && member->value.IsString() ? std::string(member->value.GetString(), member->value.GetStringLength())
                                                                  : std::string();
}

std::optional<double> number_of(const Json& object, const char* key) {
  const auto member = object.FindMember(key);
  if (member == object.MemberEnd() || !member->value.IsNumber()) return std::nullopt;
  return member->value.GetDouble();
}

bool flag_of(const Json& object, const char* key) {
  const auto member = object.FindMember(key);
  return member != object.MemberEnd() && member->value.IsBool() && member->value.GetBool();
}

template <class Function>
void each(const Json& passage, const char* key, Function&& function) {
  const auto member = passage.FindMember(key);
  if (member == passage.MemberEnd() || !member->value.IsArray()) return;
  for (const Json& row : member->value.GetArray())
    if (row.IsObject()) function(row);
}

GoldEntity entity_of(const Json& row) {
  GoldEntity entity{text_of(row, "type"), {}, flag_of(row, "optional"), std::nullopt, {text_of(row, "name")}};
  if (const auto same = row.FindMember("same_as"); same != row.MemberEnd() && same->value.IsArray())
    for (const Json& name : same->value.GetArray())
      if (name.IsString()) entity.texts.emplace_back(name.GetString(), name.GetStringLength());
  for (const std::string& name : entity.texts) entity.keys.push_back(name_key(name));
  if (const auto resident = row.FindMember("resident"); resident != row.MemberEnd() && resident->value.IsBool())
    entity.resident = resident->value.GetBool();
  return entity;
}

constexpr double most_weight = 20;

GoldPassage passage_of(const Json& json) {
  GoldPassage passage;
  passage.zone_text = text_of(json, "zone");
  passage.zone = name_key(passage.zone_text);
  passage.weight = static_cast<std::uint32_t>(std::clamp(number_of(json, "weight").value_or(1), 1.0, most_weight));
  each(json, "entities", [&](const Json& row) { passage.entities.push_back(entity_of(row)); });
  each(json, "project_status", [&](const Json& row) {
    const std::string project = text_of(row, "project");
    passage.statuses.push_back({name_key(project), text_of(row, "status"), text_of(row, "modality"), flag_of(row, "optional"), project});
  });
  each(json, "investments", [&](const Json& row) {
    const std::string currency = text_of(row, "currency"), subject = text_of(row, "subject");
    passage.investments.push_back({name_key(subject), text_of(row, "kind"), currency.empty() ? "CNY" : currency,
                                   text_of(row, "modality"), number_of(row, "amount"), number_of(row, "amount_min"),
                                   number_of(row, "amount_max"), flag_of(row, "optional"), subject});
  });
  each(json, "indicators", [&](const Json& row) {
    const std::string metric = text_of(row, "metric"), unit = text_of(row, "unit");
    passage.indicators.push_back({name_key(metric), name_key(unit), text_of(row, "period"), text_of(row, "modality"),
                                  number_of(row, "value"), number_of(row, "yoy"), flag_of(row, "optional"), metric, unit});
  });
  each(json, "relations", [&](const Json& row) {
    const std::string head = text_of(row, "head"), tail = text_of(row, "tail");
    passage.relations.push_back({name_key(head), text_of(row, "relation"), name_key(tail), flag_of(row, "optional"), head, tail});
  });
  return passage;
}

bool is_dropped(UChar32 c) {
  constexpr std::u32string_view quotes = U"\"'“‘’”「」『』《》〈〉";
  return u_isUWhiteSpace(c) || quotes.find(static_cast<char32_t>(c)) != std::u32string_view::npos;
}

} // namespace

std::string name_key(std::string_view name) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  const auto source = icu::UnicodeString::fromUTF8({name.data(), static_cast<std::int32_t>(name.size())});
  icu::UnicodeString folded = U_SUCCESS(status) ? nfkc->normalize(source, status) : source;
  folded.foldCase();
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1))
    if (!is_dropped(folded.char32At(i))) kept.append(folded.char32At(i));
  std::string key;
  return kept.toUTF8String(key);
}

std::vector<std::string> GoldPassage::names_of(const std::string& key) const {
  std::vector<std::string> names = {key};
  for (const GoldEntity& entity : entities)
    if (std::find(entity.keys.begin(), entity.keys.end(), key) != entity.keys.end())
      names.insert(names.end(), entity.keys.begin(), entity.keys.end());
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

GoldPassage parse_gold(std::string_view text, const std::string& where) {
  rapidjson::Document json;
  json.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(text.data(), text.size());
  if (json.HasParseError())
    throw InputError(where + ": " + rapidjson::GetParseError_En(json.GetParseError()) + " at byte " + std::to_string(json.GetErrorOffset()));
  if (!json.IsObject()) throw InputError(where + ": expected an object");
  return passage_of(json);
}

std::vector<GoldPassage> read_gold(const std::filesystem::path& folder) {
  std::error_code failed;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, failed))
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  if (failed) throw InputError(folder.string() + ": cannot read the folder of annotated passages: " + failed.message());
  std::sort(files.begin(), files.end());
  std::vector<GoldPassage> passages;
  for (const auto& file : files) {
    std::ifstream in(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    passages.push_back(parse_gold(text, file.string()));
    passages.back().text = std::filesystem::path(file).replace_extension(".txt");
  }
  return passages;
}

} // namespace zonekg
