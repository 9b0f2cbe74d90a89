// What graphology's own readers make of our files: GEXF and GraphML of the folders that ZONEKG_EXPORTS names (parted by
// colons), with the JSON beside them as the measure, and that JSON itself.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { DOMParser } from "@xmldom/xmldom";
import { MultiDirectedGraph } from "graphology";
import { parse as parse_gexf } from "graphology-gexf";
import { parse as parse_graphml } from "graphology-graphml";

const folders = (process.env.ZONEKG_EXPORTS ?? "").split(":").filter(Boolean);
// xmldom takes U+0085 and U+2028 for line ends, as XML 1.1 would have it, and line ends in attributes are spaces.
const one_line = (text) => String(text ?? "").replace(/\r\n|[\r\n\t\u0085\u2028]/g, " ");
// What XML 1.0 cannot hold is replaced by the writers.
const as_xml = (text) => String(text).replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "\ufffd");

const counted = (triples) => {
  const counts = new Map();
  for (const triple of triples) counts.set(triple, (counts.get(triple) ?? 0) + 1);
  return [...counts].sort();
};

function same_nodes(graph, plain, format) {
  assert.deepEqual(graph.nodes().sort(), plain.nodes.map((node) => node.id).sort(), `${format}: other nodes`);
  for (const node of plain.nodes) {
    const have = graph.getNodeAttributes(node.id);
    assert.equal(one_line(have.label), one_line(as_xml(node.name)), `${format}: label of ${node.id}`);
    assert.equal(one_line(have.type), one_line(as_xml(node.type)), `${format}: type of ${node.id}`);
    assert.equal(Number(have.confidence), node.confidence, `${format}: confidence of ${node.id}`);
    if (typeof node.amount === "number") assert.equal(Number(have.amount), node.amount, `${format}: amount of ${node.id}`);
  }
}

function same_edges(graph, plain, format, type_of) {
  const found = graph.mapEdges((_, attributes, source, target) => [source, one_line(type_of(attributes)), target].join("\t"));
  const wanted = plain.links.map((link) => [link.source, one_line(as_xml(link.type)), link.target].join("\t"));
  assert.deepEqual(counted(found), counted(wanted), `${format}: other edges`);
}

assert.ok(folders.length > 0, "ZONEKG_EXPORTS names no folder");
for (const folder of folders) {
  const plain = JSON.parse(readFileSync(join(folder, "g.json"), "utf8"));
  const text = (file) => readFileSync(join(folder, file), "utf8");

  test(`${folder}: GEXF`, () => {
    const graph = parse_gexf(MultiDirectedGraph, new DOMParser().parseFromString(text("g.gexf"), "text/xml"), {
      allowUndeclaredAttributes: true, // it knows one list of declarations; states over time stand in another
    });
    same_nodes(graph, plain, "GEXF");
    same_edges(graph, plain, "GEXF", (attributes) => attributes.type ?? attributes.label);
  });

  test(`${folder}: GraphML`, () => {
    const graph = parse_graphml(MultiDirectedGraph, new DOMParser().parseFromString(text("g.graphml"), "text/xml"));
    same_nodes(graph, plain, "GraphML");
    same_edges(graph, plain, "GraphML", (attributes) => attributes.type);
  });

  test(`${folder}: JSON`, () => {
    const graph = new MultiDirectedGraph();
    for (const { id, ...attributes } of plain.nodes) graph.addNode(id, { ...attributes, label: attributes.name });
    for (const { source, target, ...attributes } of plain.links) graph.addEdge(source, target, attributes);
    assert.equal(graph.order, plain.nodes.length);
    same_edges(graph, plain, "JSON", (attributes) => as_xml(attributes.type));
    assert.deepEqual(MultiDirectedGraph.from(graph.export()).export(), graph.export());
  });
}
