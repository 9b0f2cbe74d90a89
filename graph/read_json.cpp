#include "graph/read_json.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "graph/id_table.hpp"
#include "graph/json_fields.hpp"
#include "graph/json_walk.hpp"
#include "graph/period_text.hpp"
#include "graph/read_claims.hpp"

namespace zonekg {
namespace {

constexpr std::string_view history_suffix = "_history";
constexpr std::array<std::string_view, 6> node_fields = {"id", "type", "name", "aliases", "confidence", "mentions"};

void add_position(IdTable& positions, std::string_view id, const JsonPlace& place) {
  if (!positions.add(id)) place.fail("a second '" + std::string(id) + "'");
}

std::uint32_t position_of(const IdTable& positions, std::string_view id, const JsonPlace& place) {
  const auto found = positions.find(id);
  if (!found) place.fail("'" + std::string(id) + "' is not there");
  return *found;
}

double confidence_of(const Json& object, const JsonPlace& place) {
  const double confidence = number_field(object, "confidence", place);
  if (!(confidence >= 0 && confidence <= 1)) place.fail("'confidence' is not in 0 to 1");
  return confidence;
}

// What evidence refers to: documents by their ids, and the few words of plugins, held once.
struct Referred {
  IdTable documents;
  SharedTexts words;
};

std::vector<Evidence> read_evidence(const Json& list, Referred& referred, const JsonPlace& place) {
  std::vector<Evidence> result;
  result.reserve(list.Size());
  for (const Json& value : list.GetArray()) {
    require_object(value, place);
    Evidence& evidence = result.emplace_back();
    evidence.document = position_of(referred.documents, view_field(value, "doc", place), place);
    evidence.begin = count_field(value, "begin", place);
    evidence.end = count_field(value, "end", place);
    evidence.text = view_field(value, "text", place);
    evidence.plugin = referred.words.share(optional_view(value, "plugin", place));
    evidence.rule = referred.words.share(optional_view(value, "rule", place));
    evidence.place = referred.words.share(optional_view(value, "place", place));
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

GraphHeader read_header(const Json& value, IdTable& documents, const JsonPlace& place) {
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

History read_history(const std::string& key, const Json& list, Referred& referred, const JsonPlace& place) {
  History history{key, {}};
  for (const Json& value : list.GetArray()) {
    require_object(value, place);
    history.entries.push_back({string_field(value, key, place), optional_string(value, "modality", place),
                               optional_string(value, "period", place),
                               read_evidence(array_field(value, "evidence", place), referred, place)});
  }
  return history;
}

void read_own_fields(const Json& value, Referred& referred, const JsonPlace& place, Node& node) {
  for (const auto& member : value.GetObject()) {
    const std::string_view name = string_of(member.name);
    if (std::find(node_fields.begin(), node_fields.end(), name) != node_fields.end()) continue;
    const std::string key(name);
    const JsonPlace at = place.at(key);
    if (key.ends_with(history_suffix) && member.value.IsArray())
      node.histories.push_back(
          read_history(key.substr(0, key.size() - history_suffix.size()), member.value, referred, at));
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

Node read_node(const Json& value, Referred& referred, const JsonPlace& place) {
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
  node.mentions = read_evidence(array_field(value, "mentions", place), referred, place);
  read_own_fields(value, referred, place, node);
  return node;
}

Edge read_edge(const Json& value, Referred& referred, const JsonPlace& place) {
  return {string_field(value, "type", place), confidence_of(value, place), optional_string(value, "modality", place),
          optional_string(value, "period", place),
          read_evidence(array_field(value, "evidence", place), referred, place)};
}

// Takes the parts of a file as they come: nodes one by one once the documents are known, links once the nodes are. A
// part that comes before what it needs waits as a whole.
class GraphReader {
 public:
  GraphReader(std::size_t size, const JsonPlace& place) : size_(size), place_(place) {}

  void read(JsonWalk& walk) {
    walk.members([&](std::string_view key) {
      const auto part = std::find(part_names.begin(), part_names.end(), key);
      const auto number = static_cast<std::size_t>(part - part_names.begin());
      rapidjson::Document other;
      if (part == part_names.end() || seen_[number]) walk.value(other); // as anywhere: the first of equal keys counts
      else take(number, walk);
    });
  }

  Graph finish() {
    if (!seen_[graph_part]) place_.fail("'graph' is missing: not a graph that zonekg wrote");
    for (; done_ < part_names.size(); ++done_) {
      if (!seen_[done_]) place_.fail("'" + std::string(part_names[done_]) + "' is missing");
      if (!waiting_[done_].IsArray()) place_.fail("'" + std::string(part_names[done_]) + "' is not a list");
      for (const Json& value : waiting_[done_].GetArray()) add(done_, value);
    }
    return Graph(std::move(header_), std::move(nodes_), std::move(ends_), std::move(edges_));
  }

 private:
  static constexpr std::array<std::string_view, 3> part_names = {"graph", "nodes", "links"};
  static constexpr std::size_t graph_part = 0, node_part = 1, link_part = 2, first_links = 256;

  void take(std::size_t part, JsonWalk& walk) {
    seen_[part] = true;
    if (part == done_ && part != graph_part && walk.at_list()) {
      const std::size_t begin = walk.bytes_read();
      walk.elements([&](const Json& value) {
        add(part, value);
        if (part == link_part && edges_.size() == first_links) make_room((walk.bytes_read() - begin) / first_links, walk.bytes_read());
      });
      ++done_;
      return;
    }
    const Json& whole = walk.value(waiting_[part]);
    if (part != graph_part) return;
    if (!whole.IsObject()) place_.fail("'graph' is missing: not a graph that zonekg wrote");
    header_ = read_header(whole, referred_.documents, place_);
    ++done_;
  }

  // Links stand last as a rule, and the first ones tell how many there may be.
  void make_room(std::size_t bytes_of_link, std::size_t read) {
    const std::size_t more = (size_ - read) / bytes_of_link;
    ends_.reserve(first_links + more + more / 16);
    edges_.reserve(first_links + more + more / 16);
  }

  void add(std::size_t part, const Json& value) {
    if (part == node_part) return add_node(value);
    const JsonPlace at = place_.at("link", edges_.size());
    require_object(value, at);
    const std::string_view source = view_field(value, "source", at);
    const bool same = !ends_.empty() && source == nodes_[ends_.back().source].id; // links are in order of their sources
    ends_.push_back({same ? ends_.back().source : position_of(ids_, source, at),
                     position_of(ids_, view_field(value, "target", at), at)});
    edges_.push_back(read_edge(value, referred_, at));
  }

  void add_node(const Json& value) {
    const JsonPlace at = place_.at("node", nodes_.size());
    nodes_.push_back(read_node(value, referred_, at));
    add_position(ids_, nodes_.back().id, at);
  }

  std::size_t size_; // of the whole text
  const JsonPlace& place_;
  std::array<rapidjson::Document, part_names.size()> waiting_;
  std::array<bool, part_names.size()> seen_ = {};
  std::size_t done_ = 0; // parts before it are read
  GraphHeader header_;
  Referred referred_;
  IdTable ids_;
  std::vector<Node> nodes_;
  std::vector<EdgeEnds> ends_;
  std::vector<Edge> edges_;
};

} // namespace

Graph read_json(std::string json, const std::string& where) {
  const JsonPlace place{where};
  JsonWalk walk(json, place);
  GraphReader reader(json.size(), place);
  reader.read(walk);
  return reader.finish();
}

} // namespace zonekg
