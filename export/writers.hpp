// One writer for each format. All stream, write nodes and edges in the graph's order and keep every character of a text
// that the format can hold: bidirectional marks stay, what is not UTF-8 becomes U+FFFD. docs/exports.md says what each
// of them looks like to its reader.
#pragma once

#include <ostream>

#include "graph/graph.hpp"
#include "graph/graph_stream.hpp"

namespace zonekg {

// The same of graphs that need not be in memory, on several threads where they help.
void stream_json(const GraphStream& graph, std::ostream& out, unsigned jobs);
void stream_graphml(const GraphStream& graph, std::ostream& out, unsigned jobs);

void write_json(const Graph& graph, std::ostream& out);    // node-link, as networkx.node_link_graph reads it
void write_graphml(const Graph& graph, std::ostream& out); // Gephi, Cytoscape, igraph, networkx
void write_graphml(const Graph& graph, std::ostream& out, unsigned jobs); // the same bytes, formatted on several threads
void write_dot(const Graph& graph, std::ostream& out);     // Graphviz
void write_gexf(const Graph& graph, std::ostream& out);    // Gephi with time: GEXF 1.3
void write_cx2(const Graph& graph, std::ostream& out);     // Cytoscape, NDEx

void write_csv_nodes(const Graph& graph, std::ostream& out); // spreadsheets: UTF-8 with byte order mark
void write_csv_edges(const Graph& graph, std::ostream& out);
void write_neo4j_nodes(const Graph& graph, std::ostream& out); // neo4j-admin database import
void write_neo4j_relationships(const Graph& graph, std::ostream& out);
void write_cypher(const Graph& graph, std::ostream& out); // a script for cypher-shell

void write_turtle(const Graph& graph, std::ostream& out); // RDF with PROV
void write_ftm(const Graph& graph, std::ostream& out);    // FollowTheMoney entities, one JSON object a line: Aleph
void write_sqlite(const Graph& graph, std::ostream& out); // a database file with full-text search
void write_xlsx(const Graph& graph, std::ostream& out);   // a workbook

void write_markdown(const Graph& graph, std::ostream& out);    // a report to read
void write_html_report(const Graph& graph, std::ostream& out); // the same, one file without scripts

} // namespace zonekg
