#include <array>
#include <rapidjson/error/en.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>
#include <utility>

#include "graph/decisions.hpp"
#include "graph/json_fields.hpp"

namespace zonekg {
namespace {

struct Shape {
  std::string_view kind;
  std::size_t fewest, most; // names
  bool type, edge, to;
};
constexpr std::array<Shape, 5> shapes = {{{"same", 2, 64, true, false, false},
                                          {"different", 2, 64, true, false, false},
                                          {"rename", 1, 1, true, false, true},
                                          {"retype", 1, 1, true, false, true},
                                          {"reject", 2, 2, false, true, false}}};

const Shape& shape_of(const std::string& kind, const JsonPlace& place) {
  for (const Shape& shape : shapes)
    if (shape.kind == kind) return shape;
  place.fail("there is no decision '" + kind + "'; there are same, different, rename, retype, reject");
}

std::vector<std::string> names_of(const Json& value, const JsonPlace& place) {
  if (find_field(value, "name") != nullptr) return {string_field(value, "name", place)};
  std::vector<std::string> names;
  for (const Json& name : array_field(value, "names", place).GetArray()) {
    if (!name.IsString()) place.fail("a name is not a string");
    names.emplace_back(string_of(name));
  }
  return names;
}

Decision read_decision(const Json& value, const JsonPlace& place) {
  require_object(value, place);
  Decision decision;
  decision.kind = string_field(value, "decide", place);
  const Shape& shape = shape_of(decision.kind, place);
  decision.names = names_of(value, place);
  if (decision.names.size() < shape.fewest || decision.names.size() > shape.most)
    place.fail("'" + decision.kind + "' takes " + (shape.most == 1 ? "one name" : "two names or more"));
  if (shape.type) decision.type = string_field(value, "type", place);
  if (shape.edge) decision.edge = string_field(value, "edge", place);
  if (shape.to) decision.to = string_field(value, "to", place);
  decision.words = optional_string(value, "words", place);
  decision.who = string_field(value, "who", place);
  decision.when = string_field(value, "when", place);
  decision.why = string_field(value, "why", place);
  return decision;
}

} // namespace

std::vector<Decision> read_decisions(std::string_view text, const std::string& where) {
  std::vector<Decision> decisions;
  for (std::size_t line = 1; !text.empty(); ++line) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view row = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    while (!row.empty() && (row.back() == '\r' || row.back() == ' ')) row.remove_suffix(1);
    if (row.empty() || row.front() == '#') continue;
    const JsonPlace place{where + ": line " + std::to_string(line)};
    rapidjson::Document json;
    json.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(row.data(), row.size());
    if (json.HasParseError()) place.fail(std::string("not JSON: ") + rapidjson::GetParseError_En(json.GetParseError()));
    decisions.push_back(read_decision(json, place));
    decisions.back().line = line;
  }
  return decisions;
}

std::string write_decision(const Decision& decision) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> json(buffer);
  const auto put = [&](const char* key, const std::string& value) {
    if (value.empty()) return;
    json.Key(key);
    json.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  };
  json.StartObject();
  put("decide", decision.kind);
  put("type", decision.type);
  put("edge", decision.edge);
  if (decision.kind == "rename" || decision.kind == "retype") {
    put("name", decision.names.front());
  } else {
    json.Key("names");
    json.StartArray();
    for (const std::string& name : decision.names)
      json.String(name.data(), static_cast<rapidjson::SizeType>(name.size()));
    json.EndArray();
  }
  put("to", decision.to);
  put("words", decision.words);
  put("who", decision.who);
  put("when", decision.when);
  put("why", decision.why);
  json.EndObject();
  return {buffer.GetString(), buffer.GetSize()};
}

} // namespace zonekg
