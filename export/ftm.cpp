// FollowTheMoney entities, as Aleph and OpenSanctions tools read them: one JSON object a line, every value in a list.
// What the schema has no type for becomes a note (figures, investments) or a keyword (industries) of its subject.
#include <map>
#include <set>
#include <string>
#include <vector>

#include "export/json_line.hpp"
#include "export/timeline.hpp"
#include "export/writers.hpp"
#include "graph/period_text.hpp"

namespace zonekg {
namespace {

using Values = std::map<std::string, std::vector<std::string>>; // of one property, in order

struct SchemaOf {
  std::string_view type, schema;
};
constexpr SchemaOf schemata[] = {{"zone", "Organization"},         {"company", "Company"}, {"fund", "LegalEntity"},
                                 {"project", "Project"},           {"infrastructure", "RealEstate"},
                                 {"document", "Document"}};

std::string_view schema_of(std::string_view type) {
  for (const SchemaOf& entry : schemata)
    if (entry.type == type) return entry.schema;
  return {};
}

bool is_legal_entity(std::string_view type) { return type == "zone" || type == "company" || type == "fund"; }

std::string text_property(const Node& node, const std::string& key) {
  const PropertyValue* value = find_property(node, key);
  const auto* text = value ? std::get_if<std::string>(value) : nullptr;
  return text ? *text : std::string();
}

void add(Values& values, const std::string& key, const std::string& value) {
  if (value.empty()) return;
  auto& list = values[key];
  for (const std::string& known : list)
    if (known == value) return;
  list.push_back(value);
}

class FtmWriter {
 public:
  FtmWriter(const Graph& graph, std::ostream& out) : graph_(graph), out_(out), noted_(graph.node_count()) {
    for (std::size_t i = 0; i < graph.edge_count(); ++i) note(graph.edge(i));
  }

  void write() {
    std::set<std::string> written;
    for (const DocumentHeader& document : graph_.header().documents) {
      write_document(document);
      written.insert(document.id);
    }
    for (std::uint32_t i = 0; i < graph_.node_count() && out_; ++i)
      if (const Node& node = graph_.node(i); !schema_of(node.type).empty() && !written.contains(node.id)) write_node(i);
    for (std::size_t i = 0; i < graph_.edge_count() && out_; ++i) write_edge(graph_.edge(i), i);
  }

 private:
  // What a node of no schema says about its neighbour.
  void note(const EdgeView& view) {
    const Node& source = graph_.node(view.source);
    const Node& target = graph_.node(view.target);
    if (target.type == "industry" && !schema_of(source.type).empty())
      add(noted_[view.source], is_legal_entity(source.type) ? "sector" : "keywords", target.name);
    if (!schema_of(source.type).empty() || schema_of(target.type).empty() || target.type == "document") return;
    std::string words = text_property(source, "metric");
    if (words.empty() || source.name.find(words) == std::string::npos) words += source.name;
    else words = source.name;
    std::string about;
    for (const char* key : {"kind", "period", "modality"})
      if (const std::string value = text_property(source, key); !value.empty()) about += (about.empty() ? "" : ", ") + value;
    add(noted_[view.target], "notes", source.type + ": " + words + (about.empty() ? "" : " (" + about + ")"));
    const PropertyValue* amount = find_property(source, "amount");
    if (target.type != "project" || text_property(source, "kind") != "total" || !amount) return;
    if (const auto* value = std::get_if<double>(amount)) {
      add(noted_[view.target], "amount", number_text(*value));
      add(noted_[view.target], "currency", text_property(source, "currency"));
    }
  }

  void write_entity(const std::string& id, std::string_view schema, const Values& values) {
    line_.begin();
    line_.add("id", std::string_view(id));
    line_.add("schema", schema);
    line_.begin_object("properties");
    for (const auto& [key, list] : values) {
      line_.begin_list(key);
      for (const std::string& value : list) line_.string(value);
      line_.end_list();
    }
    line_.end();
    line_.end();
    line_.flush(out_);
    out_ << '\n';
  }

  void write_document(const DocumentHeader& document) {
    Values values;
    add(values, "fileName", document.path);
    add(values, "title", document.title);
    add(values, "name", document.title.empty() ? document.path : document.title);
    add(values, "publishedAt", date_text(document.date.published));
    write_entity(document.id, "Document", values);
  }

  void add_proof(Values& values, const std::vector<Evidence>& evidence) const {
    for (const Evidence& e : evidence) add(values, "proof", graph_.header().documents[e.document].id);
  }

  void write_node(std::uint32_t index) {
    const Node& node = graph_.node(index);
    Values values = noted_[index];
    add(values, "name", node.name);
    for (const std::string& alias : node.aliases) add(values, "alias", alias);
    if (is_legal_entity(node.type)) add(values, "country", "cn");
    add_proof(values, node.mentions);
    if (node.type == "project") {
      add(values, "status", text_property(node, "status"));
      for (const History& history : node.histories)
        if (const auto states = timed_states(history, graph_.header()); !states.empty())
          add(values, "startDate", day_text(states.front().start));
    }
    write_entity(node.id, schema_of(node.type), values);
  }

  void write_edge(const EdgeView& view, std::size_t index) {
    const Node& source = graph_.node(view.source);
    const Node& target = graph_.node(view.target);
    if (schema_of(source.type).empty() || schema_of(target.type).empty() || target.type == "document") return;
    Values values;
    const bool takes_part = view.edge.type == "undertakes" && is_legal_entity(source.type) && target.type == "project";
    add(values, takes_part ? "participant" : "subject", source.id);
    add(values, takes_part ? "project" : "object", target.id);
    add(values, "role", view.edge.type);
    add(values, "status", view.edge.modality);
    if (const auto period = parse_period(view.edge.period)) {
      add(values, "startDate", day_text(period->start));
      add(values, "endDate", day_text(period->end));
    }
    for (const Evidence& e : view.edge.evidence) add(values, "summary", e.text.str());
    add_proof(values, view.edge.evidence);
    write_entity("r" + std::to_string(index) + '-' + source.id + '-' + target.id,
                 takes_part ? "ProjectParticipant" : "UnknownLink", values);
  }

  const Graph& graph_;
  std::ostream& out_;
  std::vector<Values> noted_; // by node
  JsonLine line_;
};

} // namespace

void write_ftm(const Graph& graph, std::ostream& out) { FtmWriter(graph, out).write(); }

} // namespace zonekg
