#include "export/formats.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "export/atomic_file.hpp"
#include "export/explorer.hpp"
#include "export/picture.hpp"
#include "export/writers.hpp"

namespace zonekg {
namespace {

constexpr std::string_view json_extensions[] = {".json"};
constexpr std::string_view graphml_extensions[] = {".graphml", ".xml"};
constexpr std::string_view gexf_extensions[] = {".gexf"};
constexpr std::string_view dot_extensions[] = {".dot", ".gv"};
constexpr std::string_view cx2_extensions[] = {".cx2"};
constexpr std::string_view csv_extensions[] = {".csv"};
constexpr std::string_view neo4j_extensions[] = {".neo4j.csv"};
constexpr std::string_view cypher_extensions[] = {".cypher", ".cql"};
constexpr std::string_view turtle_extensions[] = {".ttl"};
constexpr std::string_view ftm_extensions[] = {".ftm.json", ".ftm", ".jsonl"};
constexpr std::string_view sqlite_extensions[] = {".sqlite", ".db", ".sqlite3"};
constexpr std::string_view xlsx_extensions[] = {".xlsx"};
constexpr std::string_view markdown_extensions[] = {".md", ".markdown"};
constexpr std::string_view explorer_extensions[] = {".html", ".htm"};
constexpr std::string_view report_extensions[] = {".report.html"};
constexpr std::string_view svg_extensions[] = {".svg"};
constexpr std::string_view png_extensions[] = {".png"};
constexpr std::string_view pdf_extensions[] = {".pdf"};

constexpr FormatPart csv_parts[] = {{".nodes.csv", write_csv_nodes}, {".edges.csv", write_csv_edges}};
constexpr FormatPart neo4j_parts[] = {{".neo4j.nodes.csv", write_neo4j_nodes},
                                      {".neo4j.relationships.csv", write_neo4j_relationships}};

constexpr Format all_formats[] = {
    {"graphml", graphml_extensions, "GraphML for Gephi, Cytoscape, yEd, igraph and networkx", write_graphml, {}, stream_graphml},
    {"dot", dot_extensions, "Graphviz DOT, coloured by type, clustered by zone", write_dot},
    {"json", json_extensions, "node-link JSON for networkx and zonekg itself", write_json, {}, stream_json},
    {"gexf", gexf_extensions, "GEXF 1.3 with time, for Gephi's timeline", write_gexf},
    {"cx2", cx2_extensions, "CX2 for Cytoscape and NDEx", write_cx2},
    {"csv", csv_extensions, "two tables for spreadsheets: FILE.nodes.csv and FILE.edges.csv", nullptr, csv_parts},
    {"neo4j", neo4j_extensions, "two tables for neo4j-admin database import", nullptr, neo4j_parts},
    {"cypher", cypher_extensions, "a script for Neo4j's cypher-shell", write_cypher},
    {"turtle", turtle_extensions, "RDF in Turtle, evidence as PROV", write_turtle},
    {"ftm", ftm_extensions, "FollowTheMoney entities, one a line, for Aleph", write_ftm},
    {"sqlite", sqlite_extensions, "SQLite database with full-text search", write_sqlite},
    {"xlsx", xlsx_extensions, "workbook: entities, projects, indicators, investments, relations, evidence", write_xlsx},
    {explorer_format, explorer_extensions, "one page to search, filter and click through, for any browser", write_explorer},
    {"markdown", markdown_extensions, "a report to read, in Markdown", write_markdown},
    {"report", report_extensions, "the report as one HTML file without scripts", write_html_report},
    {"svg", svg_extensions, "picture, drawn by Graphviz", write_svg},
    {"png", png_extensions, "picture, drawn by Graphviz", write_png},
    {"pdf", pdf_extensions, "picture, drawn by Graphviz", write_pdf},
};

std::string lower_case(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

// The longest extension of the format that the file's name ends in; empty when it has none.
std::string_view extension_of(const Format& format, std::string_view file) {
  std::string_view longest;
  for (const std::string_view extension : format.extensions)
    if (file.size() > extension.size() && file.ends_with(extension) && extension.size() > longest.size())
      longest = extension;
  return longest;
}

std::string file_name(const std::filesystem::path& path) { return lower_case(path.filename().string()); }

} // namespace

std::span<const Format> formats() { return all_formats; }

const Format* find_format(std::string_view name_or_path) {
  const std::string name = lower_case(std::string(name_or_path));
  for (const Format& format : all_formats)
    if (format.name == name) return &format;
  const std::string file = file_name(name);
  const Format* best = nullptr;
  for (const Format& format : all_formats)
    if (extension_of(format, file).size() > (best ? extension_of(*best, file).size() : 0)) best = &format;
  return best;
}

std::vector<GraphFile> graph_files(const Format& format, const std::filesystem::path& path) {
  if (format.write) return {{path, format.write}};
  const std::string_view extension = extension_of(format, file_name(path));
  const std::string name = path.filename().string();
  const std::string stem =
      extension.empty() ? path.stem().string() : name.substr(0, name.size() - extension.size());
  std::vector<GraphFile> files;
  for (const FormatPart& part : format.parts)
    files.push_back({path.parent_path() / (stem + std::string(part.suffix)), part.write});
  return files;
}

void write_graph(const Format& format, const Graph& graph, std::ostream& out, unsigned jobs) {
  if (format.stream) return format.stream(MemoryStream(graph), out, jobs);
  format.write(graph, out);
}

void write_graph(const Format& format, const GraphStream& graph, const std::filesystem::path& path, unsigned jobs) {
  AtomicFile file(path);
  format.stream(graph, file.stream(), jobs);
  file.commit();
}

void write_graph(const Format& format, const Graph& graph, const std::filesystem::path& path, unsigned jobs) {
  for (const GraphFile& part : graph_files(format, path)) {
    AtomicFile file(part.path);
    if (format.write) write_graph(format, graph, file.stream(), jobs);
    else part.write(graph, file.stream());
    file.commit();
  }
}

} // namespace zonekg
