// RDF in Turtle. The vocabulary is in docs/exports.md; evidence is PROV.
#include <string>
#include <string_view>

#include "core/text/utf8.hpp"
#include "export/labels.hpp"
#include "export/writers.hpp"
#include "export/xml_text.hpp"
#include "graph/code_points.hpp"
#include "graph/number_text.hpp"
#include "graph/period_text.hpp"

namespace zonekg {
namespace {

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char32_t c : to_code_points(text)) {
    if (c == U'"' || c == U'\\') (result += '\\') += static_cast<char>(c);
    else if (c == U'\n') result += "\\n";
    else if (c == U'\r') result += "\\r";
    else if (c == U'\t') result += "\\t";
    else if (!is_xml_character(c)) result += "\uFFFD"; // so that it can become RDF/XML
    else append_code_point(result, c);
  }
  return result += '"';
}

bool is_plain(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; }

// `prefix:name`, or the whole address where the name holds other characters.
std::string iri(std::string_view prefix, std::string_view name) {
  bool plain = !name.empty() && !(name[0] >= '0' && name[0] <= '9');
  for (const char c : name) plain = plain && is_plain(c);
  if (plain) return std::string(prefix) + ':' + std::string(name);
  constexpr char digits[] = "0123456789ABCDEF";
  std::string result = "<urn:zonekg:" + std::string(prefix == "zk" ? "vocab" : "entity") + ':';
  for (const char c : clean_utf8(name)) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_plain(c) || c == '-' || c == '.') result += c;
    else ((result += '%') += digits[byte >> 4]) += digits[byte & 15];
  }
  return result += '>';
}

std::string entity(const Node& node) { return iri("e", node.id); }
std::string term(std::string_view key) { return iri("zk", key); }
std::string number(double value) { return '"' + number_text(value) + "\"^^xsd:double"; }

class TurtleWriter {
 public:
  TurtleWriter(const Graph& graph, std::ostream& out) : graph_(graph), out_(out) {}

  void write() {
    out_ << "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n"
            "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
            "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
            "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
            "@prefix dcterms: <http://purl.org/dc/terms/> .\n"
            "@prefix prov: <http://www.w3.org/ns/prov#> .\n"
            "@prefix zk: <urn:zonekg:vocab:> .\n"
            "@prefix e: <urn:zonekg:entity:> .\n\n";
    for (const DocumentHeader& document : graph_.header().documents) write_document(document);
    for (std::size_t i = 0; i < graph_.node_count() && out_; ++i) write_node(graph_.node(i));
    for (std::size_t i = 0; i < graph_.edge_count() && out_; ++i) write_edge(i);
  }

 private:
  void write_document(const DocumentHeader& document) {
    out_ << iri("e", document.id) << " a zk:Document , prov:Entity ;\n  zk:path " << quoted(document.path);
    if (!document.title.empty()) out_ << " ;\n  dcterms:title " << quoted(document.title);
    if (const auto date = date_text(document.date.published); !date.empty())
      out_ << " ;\n  dcterms:issued " << quoted(date);
    if (const auto period = period_text(document.date.period); !period.empty())
      out_ << " ;\n  zk:period " << quoted(period);
    if (!document.sha256.empty()) out_ << " ;\n  zk:sha256 " << quoted(document.sha256);
    out_ << " .\n";
  }

  void write_node(const Node& node) {
    out_ << entity(node) << " a " << term(node_label(node.type)) << " , prov:Entity ;\n  rdfs:label "
         << quoted(node.name) << " ;\n  zk:confidence " << number(node.confidence);
    for (const std::string& alias : node.aliases) out_ << " ;\n  skos:altLabel " << quoted(alias);
    for (const Property& property : node.properties) write_property(property);
    for (const History& history : node.histories)
      for (const HistoryEntry& entry : history.entries) write_state(history.key, entry);
    write_evidence(node.mentions, ";\n  ");
    out_ << " .\n";
  }

  void write_property(const Property& property) {
    out_ << " ;\n  " << term(property.key) << ' ';
    if (const auto* text = std::get_if<std::string>(&property.value)) out_ << quoted(*text);
    else if (const auto* value = std::get_if<double>(&property.value)) out_ << number(*value);
    else if (const auto* flag = std::get_if<bool>(&property.value)) out_ << (*flag ? "true" : "false");
    else {
      const auto& figure = std::get<Figure>(property.value);
      out_ << "[ zk:value " << number(figure.value);
      if (!figure.unit.empty()) out_ << " ; zk:unit " << quoted(figure.unit);
      out_ << " ]";
    }
  }

  void write_state(const std::string& key, const HistoryEntry& entry) {
    out_ << " ;\n  zk:state [ a zk:State ; " << term(key) << ' ' << quoted(entry.value);
    if (!entry.modality.empty()) out_ << " ; zk:modality " << quoted(entry.modality);
    if (!entry.period.empty()) out_ << " ; zk:period " << quoted(entry.period);
    write_evidence(entry.evidence, "; ");
    out_ << " ]";
  }

  void write_evidence(const std::vector<Evidence>& evidence, const char* before) {
    for (const Evidence& e : evidence) {
      out_ << ' ' << before << "prov:wasDerivedFrom [ a prov:Entity , zk:Evidence ; prov:wasQuotedFrom "
           << iri("e", graph_.header().documents[e.document].id) << " ; prov:value " << quoted(e.text) << " ; zk:begin "
           << e.begin << " ; zk:end " << e.end;
      if (!e.place.empty()) out_ << " ; zk:place " << quoted(e.place);
      if (!e.plugin.empty()) out_ << " ; zk:plugin " << quoted(e.plugin);
      if (!e.rule.empty()) out_ << " ; zk:rule " << quoted(e.rule);
      out_ << " ]";
    }
  }

  // The plain triple for queries, and the relation as a thing of its own, which carries the evidence.
  void write_edge(std::size_t index) {
    const auto [source, target, edge] = graph_.edge(index);
    const std::string from = entity(graph_.node(source)), to = entity(graph_.node(target)), type = term(edge.type);
    out_ << from << ' ' << type << ' ' << to << " .\n"
         << "[] a rdf:Statement , zk:Relation ; rdf:subject " << from << " ; rdf:predicate " << type
         << " ; rdf:object " << to << " ; zk:confidence " << number(edge.confidence);
    if (!edge.modality.empty()) out_ << " ; zk:modality " << quoted(edge.modality);
    if (!edge.period.empty()) out_ << " ; zk:period " << quoted(edge.period);
    write_evidence(edge.evidence, "; ");
    out_ << " .\n";
  }

  const Graph& graph_;
  std::ostream& out_;
};

} // namespace

void write_turtle(const Graph& graph, std::ostream& out) { TurtleWriter(graph, out).write(); }

} // namespace zonekg
