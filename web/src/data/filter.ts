// Which nodes pass the filters, and which are on the screen.

import type { Filters, View } from "../state/view";
import { status_at, type Facets } from "./facets";
import { other_end, type GraphEdge, type GraphNode, type Model } from "./model";

interface Condition {
  has: (node: GraphNode) => boolean; // is the question a fair one to this node?
  holds: (node: GraphNode) => boolean;
}

const meets = <T>(values: readonly T[] | undefined, wanted: ReadonlySet<T>): boolean =>
  values !== undefined && values.some((value) => wanted.has(value));

function within(value: number, from: number | null, to: number | null): boolean {
  return (from === null || value >= from) && (to === null || value <= to);
}

// Conditions on what only some types have.
function conditions(filters: Filters, month: number | null, facets: Facets): Condition[] {
  const result: Condition[] = [];
  const statuses = new Set(filters.statuses);
  if (statuses.size > 0)
    result.push({
      has: (node) => node.states.length > 0 || status_at(node, null) !== "",
      holds: (node) => statuses.has(status_at(node, month)),
    });
  const modalities = new Set(filters.modalities);
  if (modalities.size > 0)
    result.push({
      has: (node) => (facets.modalities[node.index]?.length ?? 0) > 0,
      holds: (node) => meets(facets.modalities[node.index], modalities),
    });
  const { amount_from, amount_to, year_from, year_to } = filters;
  if (amount_from !== null || amount_to !== null)
    result.push({
      has: (node) => (facets.amounts[node.index]?.length ?? 0) > 0,
      holds: (node) => facets.amounts[node.index]?.some((amount) => within(amount, amount_from, amount_to)) ?? false,
    });
  if (year_from !== null || year_to !== null)
    result.push({
      has: (node) => (facets.years[node.index]?.length ?? 0) > 0,
      holds: (node) => facets.years[node.index]?.some((year) => within(year, year_from, year_to)) ?? false,
    });
  return result;
}

// Conditions on what every node of a zone has.
function in_place(filters: Filters, facets: Facets): (node: GraphNode) => boolean {
  const zones = new Set(filters.zones);
  const industries = new Set(filters.industries);
  return (node) =>
    node.confidence >= filters.confidence &&
    (zones.size === 0 || meets(facets.zones[node.index], zones)) &&
    (industries.size === 0 || meets(facets.industries[node.index], industries));
}

// 1 for nodes that pass. A condition asks the types that can meet it; what is of other types stays when it is tied to
// something that passes: the firm of the project, not every firm.
export function passing(filters: Filters, month: number | null, model: Model, facets: Facets): Uint8Array {
  const here = in_place(filters, facets);
  const all = conditions(filters, month, facets);
  const result = Uint8Array.from(model.nodes, (node) => (here(node) ? 1 : 0));
  if (all.length === 0) return result;
  const able = all.map((condition) => new Set(model.nodes.filter(condition.has).map((node) => node.type)));
  const asked = (node: GraphNode): boolean => able.every((types) => types.has(node.type));
  const core = Uint8Array.from(model.nodes, (node) =>
    result[node.index] && asked(node) && all.every((condition) => condition.has(node) && condition.holds(node)) ? 1 : 0,
  );
  for (const node of model.nodes) {
    if (!result[node.index] || core[node.index]) continue;
    result[node.index] = !asked(node) && beside(node, core, model) ? 1 : 0;
  }
  return result;
}

function beside(node: GraphNode, core: Uint8Array, model: Model): boolean {
  return (model.incident[node.index] ?? []).some((e) => {
    const edge = model.edges[e];
    return edge !== undefined && core[other_end(edge, node.index)] === 1;
  });
}

export interface Visible {
  nodes: Uint8Array;
  count: number;
  edge: (edge: GraphEdge) => boolean;
}

export function visible_part(view: View, model: Model, facets: Facets): Visible {
  const { filters, month } = view;
  const types = new Set(filters.hidden_types);
  const nodes = passing(filters, month, model, facets);
  for (const node of model.nodes)
    if (types.has(node.type) || !(view.base === "all" || (view.base === "start" && (model.start?.has(node.index) ?? true))))
      nodes[node.index] = 0;
  for (const index of view.added) nodes[index] = 1;
  for (const index of view.hidden) nodes[index] = 0;
  if (month !== null) for (const node of model.nodes) if ((facets.first_month[node.index] ?? 0) > month) nodes[node.index] = 0;
  return { nodes, count: nodes.reduce((sum, one) => sum + one, 0), edge: edge_test(filters, nodes) };
}

function edge_test(filters: Filters, nodes: Uint8Array): (edge: GraphEdge) => boolean {
  const relations = new Set(filters.hidden_relations);
  const modalities = new Set(filters.modalities);
  return (edge) =>
    nodes[edge.source] === 1 &&
    nodes[edge.target] === 1 &&
    edge.confidence >= filters.confidence &&
    !relations.has(edge.type) &&
    (modalities.size === 0 || edge.modality === "" || modalities.has(edge.modality));
}

export function filters_active(filters: Filters): number {
  const { zones, statuses, modalities, industries, amount_from, amount_to, year_from, year_to } = filters;
  const lists = [zones, statuses, modalities, industries].filter((list) => list.length > 0).length;
  const ranges = Number(amount_from !== null || amount_to !== null) + Number(year_from !== null || year_to !== null);
  return lists + ranges + Number(filters.confidence > 0);
}
