#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "export/json_line.hpp"
#include "export/writers.hpp"
#include "graph/period_text.hpp"

namespace zonekg {
namespace {

void add_evidence(JsonLine& line, std::string_view key, const std::vector<Evidence>& evidence,
                  const GraphHeader& header) {
  line.begin_list(key);
  for (const Evidence& e : evidence) {
    line.begin();
    line.add("doc", std::string_view(header.documents[e.document].id));
    line.add("begin", static_cast<double>(e.begin));
    line.add("end", static_cast<double>(e.end));
    line.add("text", std::string_view(e.text));
    line.add_stated("plugin", e.plugin);
    line.add_stated("rule", e.rule);
    line.add_stated("place", e.place);
    line.end();
  }
  line.end_list();
}

void add_property(JsonLine& line, const Property& property) {
  if (const auto* text = std::get_if<std::string>(&property.value))
    return line.add(property.key, std::string_view(*text));
  if (const auto* number = std::get_if<double>(&property.value)) return line.add(property.key, *number);
  if (const auto* flag = std::get_if<bool>(&property.value)) return line.add(property.key, *flag);
  const auto& figure = std::get<Figure>(property.value);
  line.name(property.key);
  line.begin();
  line.add("value", figure.value);
  line.add_stated("unit", figure.unit);
  line.end();
}

void add_history(JsonLine& line, const History& history, const GraphHeader& header) {
  line.begin_list(history.key + "_history");
  for (const HistoryEntry& entry : history.entries) {
    line.begin();
    line.add(history.key, std::string_view(entry.value));
    line.add_stated("modality", entry.modality);
    line.add_stated("period", entry.period);
    add_evidence(line, "evidence", entry.evidence, header);
    line.end();
  }
  line.end_list();
}

// Only when plugins said something: other graphs stay as they are.
void add_types(JsonLine& line, const GraphHeader& header) {
  if (header.types.empty()) return;
  line.begin_list("types");
  for (const TypeLabel& type : header.types) {
    line.begin();
    line.add("of", std::string_view(type.kind == "mention" ? "nodes" : type.kind == "relation" ? "edges" : "facts"));
    line.add("name", std::string_view(type.name));
    line.add("label", std::string_view(type.english));
    line.add("label_zh", std::string_view(type.chinese));
    line.add_stated("colour", type.colour);
    line.end();
  }
  line.end_list();
}

void add_told(JsonLine& line, const ToldFigure& figure) {
  line.add("begin", static_cast<double>(figure.begin));
  line.add("end", static_cast<double>(figure.end));
  line.add("text", std::string_view(figure.text));
  if (figure.value) line.add("value", *figure.value);
  line.add_stated("unit", figure.unit);
}

// Absent where a document says nothing of the kind.
void add_lists(JsonLine& line, const std::vector<ToldList>& lists) {
  if (lists.empty()) return;
  line.begin_list("lists");
  for (const ToldList& list : lists) {
    line.begin();
    add_told(line, list.total);
    line.add_stated("noun", list.noun);
    line.add("open", list.open);
    line.add("exact", list.exact);
    line.begin_list("items");
    for (const ToldFigure& item : list.items) {
      line.begin();
      add_told(line, item);
      line.end();
    }
    line.end_list();
    line.end();
  }
  line.end_list();
}

void add_shares(JsonLine& line, const std::vector<ToldShare>& shares) {
  if (shares.empty()) return;
  line.begin_list("shares");
  for (const ToldShare& share : shares) {
    line.begin();
    add_told(line, share.percent);
    line.add_stated("of", share.of);
    line.begin_object("part");
    add_told(line, share.part);
    line.end();
    if (share.whole) {
      line.begin_object("whole");
      add_told(line, *share.whole);
      line.end();
    }
    line.end();
  }
  line.end_list();
}

void add_header(JsonLine& line, const GraphStream& graph) {
  const GraphHeader& header = graph.header();
  line.begin();
  line.add("format", static_cast<double>(header.format));
  line.begin_list("plugins");
  for (const PluginVersion& plugin : header.plugins) {
    line.begin();
    line.add("id", std::string_view(plugin.id));
    line.add("version", std::string_view(plugin.version));
    line.end();
  }
  line.end_list();
  add_types(line, header);
  line.begin_list("documents");
  for (std::size_t d = 0; d < header.documents.size(); ++d) {
    const DocumentHeader document = graph.whole_document(d);
    line.begin();
    line.add("id", std::string_view(document.id));
    line.add("path", std::string_view(document.path));
    line.add_stated("title", document.title);
    line.add_stated("published", date_text(document.date.published));
    line.add_stated("period", period_text(document.date.period));
    line.add_stated("publisher", document.publisher);
    line.add_stated("index_number", document.index_number);
    line.add_stated("sha256", document.sha256);
    add_lists(line, document.lists);
    add_shares(line, document.shares);
    line.end();
  }
  line.end_list();
  line.end();
}

void add_node(JsonLine& line, const Node& node, const GraphHeader& header) {
  line.begin();
  line.add("id", std::string_view(node.id));
  line.add("type", std::string_view(node.type));
  line.add("name", std::string_view(node.name));
  line.begin_list("aliases");
  for (const std::string& alias : node.aliases) line.string(alias);
  line.end_list();
  line.add("confidence", node.confidence);
  for (const Property& property : node.properties) add_property(line, property);
  for (const History& history : node.histories) add_history(line, history, header);
  add_evidence(line, "mentions", node.mentions, header);
  line.end();
}

// `key` tells edges between the same two nodes apart.
void add_edge(JsonLine& line, const GraphStream& graph, const EdgeView& view, std::size_t key) {
  line.begin();
  line.add("source", graph.id(view.source));
  line.add("target", graph.id(view.target));
  line.add("key", static_cast<double>(key));
  line.add("type", std::string_view(view.edge.type));
  line.add("confidence", view.edge.confidence);
  line.add_stated("modality", view.edge.modality);
  line.add_stated("period", view.edge.period);
  add_evidence(line, "evidence", view.edge.evidence, graph.header());
  line.end();
}

void write_nodes(const GraphStream& graph, JsonLine& line, std::ostream& out) {
  std::string_view before = "\n";
  graph.each_node(graph.all(), [&](const Node& node) {
    out << std::exchange(before, ",\n");
    add_node(line, node, graph.header());
    line.flush(out);
    return out.good();
  });
}

void write_links(const GraphStream& graph, JsonLine& line, std::ostream& out) {
  std::string_view before = "\n";
  std::optional<EdgeEnds> last;
  std::size_t key = 0;
  graph.each_edge(graph.all(), [&](const EdgeView& view) {
    const bool parallel = last && last->source == view.source && last->target == view.target;
    key = parallel ? key + 1 : 0;
    last = {view.source, view.target};
    out << std::exchange(before, ",\n");
    add_edge(line, graph, view, key);
    line.flush(out);
    return out.good();
  });
}

} // namespace

void stream_json(const GraphStream& graph, std::ostream& out, unsigned /*jobs*/) {
  JsonLine line;
  out << "{\"directed\":true,\"multigraph\":true,\"graph\":";
  add_header(line, graph);
  line.flush(out);
  out << ",\n\"nodes\":[";
  write_nodes(graph, line, out);
  out << "\n],\n\"links\":[";
  write_links(graph, line, out);
  out << "\n]}\n";
}

void write_json(const Graph& graph, std::ostream& out) { stream_json(MemoryStream(graph), out, 1); }

} // namespace zonekg
