// What the commands over a saved graph share: reading it, finding a node by name, showing nodes and evidence.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/json.hpp"
#include "graph/graph.hpp"

namespace zonekg::cli {

// A graph that build wrote as JSON; `-` is standard input. Throws InputError.
Graph load_graph(const std::string& argument);

// The node of that name, alias or id; TYPE:NAME is one of that type. Throws InputError that offers what it might be when it is none or several.
std::uint32_t pick_node(const Graph& graph, const std::string& name, const std::string& type);

std::string label(const Node& node); // 开化经开区 (zone)

// “words” and where they stand: PATH 120-132.
std::string quoted(const Graph& graph, const Evidence& evidence);
// One line each, indented; at most `most`, then how many more there are.
void print_evidence(const Graph& graph, const std::vector<Evidence>& evidence, std::size_t indent, std::size_t most = 3);

void put_evidence(JsonWriter& json, const Graph& graph, const std::vector<Evidence>& evidence);
void put_properties(JsonWriter& json, const Node& node);
void put_node(JsonWriter& json, const Node& node);                     // members id, type, name of an open object
void put_edge(JsonWriter& json, const Graph& graph, std::size_t edge); // an object, with evidence

std::string property_text(const PropertyValue& value);

// Columns of a terminal that the text takes: two for a Chinese character.
std::size_t width_of(std::string_view text);
std::string padded(std::string text, std::size_t width);

} // namespace zonekg::cli
