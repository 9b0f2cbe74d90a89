// The graph as the page works with it: nodes and edges by index, what is tied to what, and the texts.

import type { EvidenceJson, FindingJson, Json, LifeCycleJson, NodeJson, PageJson, TypeJson } from "./json";
import { parse_period } from "./period";
import { SourceText } from "./text";

export interface State {
  status: string;
  modality: string;
  month: number; // when it holds: its own period, else its report's time; 0 unknown
  period: string;
  evidence: EvidenceJson[];
}

// What was promised, and what came of it: open, kept, late, missed, dropped, silent.
export interface Target {
  status: string;
  month: number;
  outcome: string;
}

export interface GraphNode {
  index: number;
  id: string;
  type: string;
  name: string;
  aliases: string[];
  confidence: number;
  mentions: EvidenceJson[];
  attributes: Map<string, Json>; // what the type has beyond the above
  states: State[]; // oldest first
  targets: Target[];
  full: readonly string[]; // pinyin of the name and the aliases
  initials: readonly string[];
  x: number;
  y: number;
}

export interface GraphEdge {
  index: number;
  source: number;
  target: number;
  type: string;
  confidence: number;
  modality: string;
  period: string;
  evidence: EvidenceJson[];
}

export interface SourceDocument {
  id: string;
  title: string;
  path: string;
  published: string;
  period: string;
  month: number;
  text: SourceText | undefined; // undefined when the page was written without texts, or it is still to come
}

export interface Model {
  title: string;
  nodes: GraphNode[];
  edges: GraphEdge[];
  by_id: Map<string, number>;
  incident: number[][]; // edges of each node, ascending
  documents: Map<string, SourceDocument>;
  node_types: Map<string, TypeJson>; // of those in the graph, in the order of the legend
  edge_types: Map<string, TypeJson>;
  audit: FindingJson[];
  start: Set<number> | undefined; // what a large graph opens with; undefined: all
  total: number; // nodes of the whole graph, of which a server may have sent a part
}

const own_keys = new Set(["id", "type", "name", "aliases", "confidence", "mentions", "status_history"]);

const text = (value: unknown): string => (typeof value === "string" ? value : "");
const number = (value: unknown, otherwise: number): number =>
  typeof value === "number" && Number.isFinite(value) ? value : otherwise;
const list = <T>(value: T[] | undefined): T[] => (Array.isArray(value) ? value : []);

export function text_of(node: GraphNode, key: string): string {
  return text(node.attributes.get(key));
}

export function number_of(node: GraphNode, key: string): number | undefined {
  const value = node.attributes.get(key);
  return typeof value === "number" ? value : undefined;
}

export function other_end(edge: GraphEdge, node: number): number {
  return edge.source === node ? edge.target : edge.source;
}

export function make_model(page: PageJson): Model {
  const documents = make_documents(page);
  const nodes = list(page.graph?.nodes).map((node, index) => make_node(node, index, page, documents));
  const by_id = new Map(nodes.map((node) => [node.id, node.index]));
  const edges = make_edges(page, by_id);
  const incident: number[][] = nodes.map(() => []);
  for (const edge of edges) {
    incident[edge.source]?.push(edge.index);
    if (edge.target !== edge.source) incident[edge.target]?.push(edge.index);
  }
  return {
    title: text(page.title),
    nodes,
    edges,
    by_id,
    incident,
    documents,
    node_types: types_present(page.types?.nodes, nodes),
    edge_types: types_present(page.types?.edges, edges),
    audit: list(page.audit),
    total: Math.max(nodes.length, number(page.whole?.nodes, 0)),
    start: page.shown && page.shown.all === false ? new Set(list(page.shown.nodes)) : undefined,
  };
}

function make_documents(page: PageJson): Map<string, SourceDocument> {
  const texts = new Map(list(page.documents).map((document) => [document.id, document]));
  const headers = new Map(list(page.graph?.graph?.documents).map((header) => [header.id, header]));
  const result = new Map<string, SourceDocument>();
  for (const id of new Set([...headers.keys(), ...texts.keys()])) {
    const header = headers.get(id);
    const own = texts.get(id);
    const path = text(header?.path) || text(own?.path);
    const period = text(header?.period);
    const published = text(header?.published);
    result.set(id, {
      id,
      title: text(header?.title) || text(own?.title) || path || id,
      path,
      published,
      period,
      month: (parse_period(period) ?? parse_period(published))?.end ?? 0,
      text: typeof own?.text === "string" ? new SourceText(own.text) : undefined,
    });
  }
  return result;
}

export function told_month(evidence: EvidenceJson[], documents: Map<string, SourceDocument>): number {
  const months = evidence.map((e) => documents.get(e.doc)?.month ?? 0).filter((month) => month > 0);
  return months.length > 0 ? Math.min(...months) : 0;
}

function make_states(node: NodeJson, documents: Map<string, SourceDocument>): State[] {
  const history = node["status_history"];
  if (!Array.isArray(history)) return [];
  return (history as unknown as Record<string, unknown>[]).map((entry) => {
    const evidence = list(entry["evidence"] as EvidenceJson[] | undefined);
    const period = text(entry["period"]);
    return {
      status: text(entry["status"]),
      modality: text(entry["modality"]) || "actual",
      month: parse_period(period)?.end ?? told_month(evidence, documents),
      period,
      evidence,
    };
  });
}

function make_targets(life: LifeCycleJson | undefined): Target[] {
  return list(life?.targets).map((target) => ({
    status: text(target.status),
    month: parse_period(target.end)?.end ?? 0,
    outcome: text(target.outcome),
  }));
}

function make_node(
  node: NodeJson,
  index: number,
  page: PageJson,
  documents: Map<string, SourceDocument>,
): GraphNode {
  const attributes = new Map<string, Json>();
  for (const [key, value] of Object.entries(node))
    if (!own_keys.has(key) && value !== undefined) attributes.set(key, value as Json);
  const place = place_of(index, page);
  return {
    index,
    id: text(node.id),
    type: text(node.type),
    name: text(node.name),
    aliases: list(node.aliases),
    confidence: number(node.confidence, 1),
    mentions: list(node.mentions),
    attributes,
    states: make_states(node, documents),
    targets: make_targets(page.life_cycles?.[text(node.id)]),
    full: spelt(page.pinyin?.[index]?.full),
    initials: spelt(page.pinyin?.[index]?.initials),
    x: place.x,
    y: place.y,
  };
}

const spelt = (names: string | undefined): string[] => text(names).toLowerCase().split(" ").filter((name) => name !== "");

// A graph without a layout still opens: on a sunflower's spiral.
function place_of(index: number, page: PageJson): { x: number; y: number } {
  const x = page.layout?.x?.[index];
  const y = page.layout?.y?.[index];
  if (typeof x === "number" && typeof y === "number" && Number.isFinite(x + y)) return { x, y };
  const angle = index * 2.399963;
  return { x: Math.sqrt(index) * Math.cos(angle), y: Math.sqrt(index) * Math.sin(angle) };
}

function make_edges(page: PageJson, by_id: Map<string, number>): GraphEdge[] {
  const edges: GraphEdge[] = [];
  for (const link of list(page.graph?.links)) {
    const source = by_id.get(link.source);
    const target = by_id.get(link.target);
    if (source === undefined || target === undefined) continue;
    edges.push({
      index: edges.length,
      source,
      target,
      type: text(link.type),
      confidence: number(link.confidence, 1),
      modality: text(link.modality),
      period: text(link.period),
      evidence: list(link.evidence),
    });
  }
  return edges;
}

// What people look for first; types of other plugins come after these.
const legend_order = ["zone", "company", "project", "fund", "infrastructure", "industry", "investment", "indicator", "document"];

// Named types in a fixed order, then those that only the graph has.
function types_present(named: Record<string, TypeJson> | undefined, items: { type: string }[]): Map<string, TypeJson> {
  const present = new Set(items.map((item) => item.type));
  const result = new Map<string, TypeJson>();
  const rank = (type: string): number => (legend_order.includes(type) ? legend_order.indexOf(type) : legend_order.length);
  const ordered = Object.entries(named ?? {}).sort(([a], [b]) => rank(a) - rank(b));
  for (const [type, about] of ordered) if (present.has(type)) result.set(type, about);
  for (const type of [...present].sort()) if (!result.has(type)) result.set(type, {});
  return result;
}
