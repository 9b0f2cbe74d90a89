#include "cli/graph_input.hpp"

#include <algorithm>
#include <iostream>

#include "cli/setup.hpp"
#include "core/host/pipeline.hpp"
#include "core/text/utf8.hpp"
#include "graph/code_points.hpp"
#include "graph/node_context.hpp"
#include "graph/number_text.hpp"
#include "graph/read_json.hpp"

namespace zonekg::cli {
namespace {

std::string offers(const Graph& graph, const std::vector<std::uint32_t>& nodes) {
  constexpr std::size_t most = 12;
  std::string text;
  for (std::size_t i = 0; i < std::min(nodes.size(), most); ++i)
    text += "\n  " + graph.node(nodes[i]).id + "  " + label(graph.node(nodes[i]));
  if (nodes.size() > most) text += "\n  and " + std::to_string(nodes.size() - most) + " more";
  return text;
}

bool has_type(const Graph& graph, std::string_view type) {
  const NodeRange nodes = graph.nodes_of_type(type);
  return nodes.begin < nodes.end;
}

} // namespace

Graph load_graph(const std::string& argument) {
  const Input input = single_input(argument);
  return read_json(read_bytes(input), input.path);
}

std::uint32_t pick_node(const Graph& graph, const std::string& name, const std::string& type) {
  if (const auto colon = name.find(':'); type.empty() && colon != name.npos && has_type(graph, name.substr(0, colon)))
    return pick_node(graph, name.substr(colon + 1), name.substr(0, colon));
  const auto nodes = find_nodes(graph, name, type);
  if (nodes.size() == 1) return nodes.front();
  if (nodes.empty()) throw InputError("nothing in the graph is called " + name + (type.empty() ? "" : " (" + type + ")"));
  throw InputError("several things may be meant by " + name + "; say which, as project:NAME or by its id:" + offers(graph, nodes));
}

std::string label(const Node& node) { return node.name + " (" + node.type + ")"; }

std::string quoted(const Graph& graph, const Evidence& evidence) {
  return "“" + evidence.text.str() + "” " + graph.header().documents[evidence.document].path + " " +
         std::to_string(evidence.begin) + "-" + std::to_string(evidence.end);
}

void print_evidence(const Graph& graph, const std::vector<Evidence>& evidence, std::size_t indent, std::size_t most) {
  for (std::size_t i = 0; i < std::min(evidence.size(), most); ++i)
    std::cout << std::string(indent, ' ') << quoted(graph, evidence[i]) << "\n";
  if (evidence.size() > most) std::cout << std::string(indent, ' ') << "… " << evidence.size() - most << " more\n";
}

void put_evidence(JsonWriter& json, const Graph& graph, const std::vector<Evidence>& evidence) {
  json.Key("evidence");
  json.StartArray();
  for (const Evidence& e : evidence) {
    json.StartObject();
    put(json, "doc", graph.header().documents[e.document].id);
    put(json, "path", graph.header().documents[e.document].path);
    put(json, "begin", std::uint64_t{e.begin});
    put(json, "end", std::uint64_t{e.end});
    put(json, "text", e.text);
    json.EndObject();
  }
  json.EndArray();
}

void put_properties(JsonWriter& json, const Node& node) {
  for (const Property& property : node.properties) {
    json.Key(property.key.c_str());
    if (const auto* number = std::get_if<double>(&property.value)) {
      const std::string text = number_text(*number);
      json.RawValue(text.data(), text.size(), rapidjson::kNumberType);
    } else if (const auto* flag = std::get_if<bool>(&property.value)) {
      json.Bool(*flag);
    } else {
      put(json, property_text(property.value));
    }
  }
}

void put_node(JsonWriter& json, const Node& node) {
  put(json, "id", node.id);
  put(json, "type", node.type);
  put(json, "name", node.name);
}

void put_edge(JsonWriter& json, const Graph& graph, std::size_t index) {
  const EdgeView view = graph.edge(index);
  json.StartObject();
  put(json, "source", graph.node(view.source).id);
  put(json, "type", view.edge.type);
  put(json, "target", graph.node(view.target).id);
  if (!view.edge.modality.empty()) put(json, "modality", view.edge.modality);
  if (!view.edge.period.empty()) put(json, "period", view.edge.period);
  put_evidence(json, graph, view.edge.evidence);
  json.EndObject();
}

std::string property_text(const PropertyValue& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* number = std::get_if<double>(&value)) return number_text(*number);
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
  const auto& figure = std::get<Figure>(value);
  return number_text(figure.value) + figure.unit;
}

std::size_t width_of(std::string_view text) {
  std::size_t width = 0;
  for (const char32_t c : to_code_points(text)) width += c >= 0x2E80 ? 2 : 1;
  return width;
}

std::string padded(std::string text, std::size_t width) {
  const std::size_t own = width_of(text);
  if (own < width) text.append(width - own, ' ');
  return text;
}

} // namespace zonekg::cli
