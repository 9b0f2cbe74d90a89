#include "graph/read_json.hpp"

#include <algorithm>
#include <array>
#include <rapidjson/error/en.h>
#include <unordered_map>
#include <utility>

#include "graph/json_fields.hpp"
#include "graph/period_text.hpp"
#include "graph/read_claims.hpp"

namespace zonekg {
namespace {

using Positions = std::unordered_map<std::string_view, std::uint32_t>; // ids as they stand in the parsed document

constexpr std::string_view history_suffix = "_history";
constexpr std::array<std::string_view, 6> node_fields = {"id", "type", "name", "aliases", "confidence", "mentions"};

void add_position(Positions& positions, std::string_view id, const JsonPlace& place) {
  if (!positions.emplace(id, static_cast<std::uint32_t>(positions.size())).second)
    place.fail("a second '" + std::string(id) + "'");
}

std::uint32_t position_of(const Positions& positions, std::string_view id, const JsonPlace& place) {
  const auto found = positions.find(id);
  if (found == positions.end()) place.fail("'" + std::string(id) + "' is not there");
  return found->second;
}

double confidence_of(const Json& object, const JsonPlace& place) {
  const double confidence = number_field(object, "confidence", place);
  if (!(confidence >= 0 && confidence <= 1)) place.fail("'confidence' is not in 0 to 1");
  return confidence;
}

std::vector<Evidence> read_evidence(const Json& list, const Positions& documents, const JsonPlace& place) {
  std::vector<Evidence> result;
  result.reserve(list.Size());
  for (const Json& value : list.GetArray()) {
    require_object(value, place);
    Evidence& evidence = result.emplace_back();
    evidence.document = position_of(documents, view_field(value, "doc", place), place);
    evidence.begin = count_field(value, "begin", place);
    evidence.end = count_field(value, "end", place);
    evidence.text = string_field(value, "text", place);
    evidence.plugin = optional_string(value, "plugin", place);
    evidence.rule = optional_string(value, "rule", place);
    evidence.place = optional_string(value, "place", place);
  }
  return result;
}

DocumentHeader read_document(const Json& value, const JsonPlace& place) {
  require_object(value, place);
  DocumentHeader document;
  document.id = string_field(value, "id", place);
  document.path = string_field(value, "path", place);
  document.title = optional_string(value, "title", place);
  document.sha256 = optional_string(value, "sha256", place);
  document.publisher = optional_string(value, "publisher", place);
  document.index_number = optional_string(value, "index_number", place);
  if (const std::string text = optional_string(value, "published", place); !text.empty()) {
    const auto date = parse_date(text);
    if (!date) place.fail("'published' is not a date");
    document.date.published = *date;
  }
  if (const std::string text = optional_string(value, "period", place); !text.empty()) {
    const auto period = parse_period(text);
    if (!period) place.fail("'period' is not YYYY-MM/YYYY-MM");
    document.date.period = *period;
  }
  document.lists = read_lists(value, place);
  document.shares = read_shares(value, place);
  return document;
}

TypeLabel read_type(const Json& value, const JsonPlace& place) {
  require_object(value, place);
  const std::string of = string_field(value, "of", place);
  if (of != "nodes" && of != "edges" && of != "facts") place.fail("'of' is not nodes, edges or facts");
  return {of == "nodes" ? "mention" : of == "edges" ? "relation" : "fact", string_field(value, "name", place),
          string_field(value, "label", place), string_field(value, "label_zh", place), optional_string(value, "colour", place)};
}

GraphHeader read_header(const Json& value, Positions& documents, const JsonPlace& place) {
  GraphHeader header;
  header.format = static_cast<int>(count_field(value, "format", place));
  if (header.format != graph_format)
    place.fail("this is format " + std::to_string(header.format) + ", and zonekg reads " +
               std::to_string(graph_format) + "; build the graph again");
  for (const Json& plugin : array_field(value, "plugins", place).GetArray()) {
    require_object(plugin, place);
    header.plugins.push_back({string_field(plugin, "id", place), string_field(plugin, "version", place)});
  }
  if (find_field(value, "types") != nullptr)
    for (const Json& type : array_field(value, "types", place).GetArray()) header.types.push_back(read_type(type, place));
  for (const Json& document : array_field(value, "documents", place).GetArray()) {
    const JsonPlace at = place.at("document", header.documents.size());
    header.documents.push_back(read_document(document, at));
    add_position(documents, view_field(document, "id", at), at);
  }
  return header;
}

PropertyValue read_value(const Json& value, const JsonPlace& place) {
  if (value.IsString()) return std::string(string_of(value));
  if (value.IsNumber()) return value.GetDouble();
  if (value.IsBool()) return value.GetBool();
  if (!value.IsObject()) place.fail("neither text, number, flag nor figure");
  return Figure{number_field(value, "value", place), optional_string(value, "unit", place)};
}

History read_history(const std::string& key, const Json& list, const Positions& documents, const JsonPlace& place) {
  History history{key, {}};
  for (const Json& value : list.GetArray()) {
    require_object(value, place);
    history.entries.push_back({string_field(value, key, place), optional_string(value, "modality", place),
                               optional_string(value, "period", place),
                               read_evidence(array_field(value, "evidence", place), documents, place)});
  }
  return history;
}

void read_own_fields(const Json& value, const Positions& documents, const JsonPlace& place, Node& node) {
  for (const auto& member : value.GetObject()) {
    const std::string key(string_of(member.name));
    if (std::find(node_fields.begin(), node_fields.end(), key) != node_fields.end()) continue;
    const JsonPlace at = place.at(key);
    if (key.ends_with(history_suffix) && member.value.IsArray())
      node.histories.push_back(
          read_history(key.substr(0, key.size() - history_suffix.size()), member.value, documents, at));
    else
      node.properties.push_back({key, read_value(member.value, at)});
  }
  const auto by_key = [](const auto& a, const auto& b) { return a.key < b.key; };
  std::sort(node.properties.begin(), node.properties.end(), by_key);
  std::sort(node.histories.begin(), node.histories.end(), by_key);
  const auto same_key = [](const Property& a, const Property& b) { return a.key == b.key; };
  if (std::adjacent_find(node.properties.begin(), node.properties.end(), same_key) != node.properties.end())
    place.fail("a key stands twice");
}

Node read_node(const Json& value, const Positions& documents, const JsonPlace& place) {
  require_object(value, place);
  Node node;
  node.id = string_field(value, "id", place);
  node.type = string_field(value, "type", place);
  node.name = string_field(value, "name", place);
  node.confidence = confidence_of(value, place);
  for (const Json& alias : array_field(value, "aliases", place).GetArray()) {
    if (!alias.IsString()) place.fail("an alias is not a string");
    node.aliases.emplace_back(string_of(alias));
  }
  node.mentions = read_evidence(array_field(value, "mentions", place), documents, place);
  read_own_fields(value, documents, place, node);
  return node;
}

Edge read_edge(const Json& value, const Positions& documents, const JsonPlace& place) {
  return {string_field(value, "type", place), confidence_of(value, place), optional_string(value, "modality", place),
          optional_string(value, "period", place),
          read_evidence(array_field(value, "evidence", place), documents, place)};
}

Graph read_graph(const Json& json, const JsonPlace& place) {
  require_object(json, place);
  const Json* header_field = find_field(json, "graph");
  if (header_field == nullptr || !header_field->IsObject())
    place.fail("'graph' is missing: not a graph that zonekg wrote");
  Positions documents, ids;
  GraphHeader header = read_header(*header_field, documents, place);
  std::vector<Node> nodes;
  const Json &node_list = array_field(json, "nodes", place), &links = array_field(json, "links", place);
  nodes.reserve(node_list.Size());
  ids.reserve(node_list.Size());
  for (const Json& value : node_list.GetArray()) {
    const JsonPlace at = place.at("node", nodes.size());
    nodes.push_back(read_node(value, documents, at));
    add_position(ids, view_field(value, "id", at), at);
  }
  std::vector<EdgeEnds> ends;
  std::vector<Edge> edges;
  ends.reserve(links.Size());
  edges.reserve(links.Size());
  for (const Json& value : links.GetArray()) {
    const JsonPlace at = place.at("link", edges.size());
    require_object(value, at);
    ends.push_back({position_of(ids, view_field(value, "source", at), at),
                    position_of(ids, view_field(value, "target", at), at)});
    edges.push_back(read_edge(value, documents, at));
  }
  return Graph(std::move(header), std::move(nodes), std::move(ends), std::move(edges));
}

} // namespace

Graph read_json(std::string_view json, const std::string& where) {
  // Iterative: a file of brackets must not exhaust the stack.
  constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag |
                             rapidjson::kParseFullPrecisionFlag | rapidjson::kParseInsituFlag;
  const JsonPlace place{where};
  if (json.find('\0') != json.npos) place.fail("not JSON at byte " + std::to_string(json.find('\0')) + ": Invalid value.");
  std::string text(json); // strings are unescaped in it and stay there
  rapidjson::Document document;
  document.ParseInsitu<flags>(text.data());
  if (document.HasParseError())
    place.fail("not JSON at byte " + std::to_string(document.GetErrorOffset()) + ": " +
               rapidjson::GetParseError_En(document.GetParseError()));
  return read_graph(document, place);
}

} // namespace zonekg
