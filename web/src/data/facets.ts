// What filters ask of a node, worked out once: its zones, amounts, years, modalities, when it was first told of.

import { number_of, other_end, text_of, told_month, type GraphNode, type Model } from "./model";
import { parse_period, year_of } from "./period";

export interface Facets {
  zones: number[][]; // of each node, with the zones around those zones
  amounts: number[][]; // yuan, own or invested in it
  years: number[][];
  modalities: string[][];
  first_month: Int32Array; // 0: not known
  industries: number[][];
  all_zones: number[];
  all_industries: number[];
  first_year: number; // 0: nothing is dated
  last_year: number;
  first_time: number;
  last_time: number;
}

export function make_facets(model: Model): Facets {
  const zones = zones_of(model);
  const years = model.nodes.map((node) => years_of(node));
  const told = years.flat();
  const first_month = Int32Array.from(model.nodes, (node) => first_month_of(node, model));
  const times = [...first_month, ...model.nodes.flatMap((node) => node.states.map((state) => state.month))].filter((m) => m > 0);
  return {
    zones,
    amounts: model.nodes.map((node) => amounts_of(node, model)),
    years,
    modalities: model.nodes.map((node) => modalities_of(node)),
    first_month,
    industries: industries_of(model, zones),
    all_zones: model.nodes.filter((node) => node.type === "zone").map((node) => node.index),
    all_industries: model.nodes.filter((node) => node.type === "industry").map((node) => node.index),
    first_year: told.reduce((a, b) => Math.min(a, b), told[0] ?? 0),
    last_year: told.reduce((a, b) => Math.max(a, b), 0),
    first_time: times.reduce((a, b) => Math.min(a, b), times[0] ?? 0),
    last_time: times.reduce((a, b) => Math.max(a, b), 0),
  };
}

const is_zone = (model: Model, node: number): boolean => model.nodes[node]?.type === "zone";

// The zones that a zone lies in, itself first.
function surrounding(model: Model, zone: number): number[] {
  const found = [zone];
  for (const at of found)
    for (const e of model.incident[at] ?? []) {
      const edge = model.edges[e];
      if (edge?.type === "part_of" && edge.source === at && is_zone(model, edge.target) && !found.includes(edge.target))
        found.push(edge.target);
    }
  return found;
}

function zones_of(model: Model): number[][] {
  const around = new Map<number, number[]>();
  for (const node of model.nodes) if (node.type === "zone") around.set(node.index, surrounding(model, node.index));
  const direct = model.nodes.map((node) => {
    if (node.type === "zone") return around.get(node.index) ?? [];
    const found = new Set<number>();
    for (const e of model.incident[node.index] ?? []) {
      const edge = model.edges[e];
      if (edge) for (const zone of around.get(other_end(edge, node.index)) ?? []) found.add(zone);
    }
    return [...found];
  });
  // Money, facilities and firms that are tied to a project only lie where the project lies.
  return direct.map((zones, index) => {
    if (zones.length > 0 || model.nodes[index]?.type === "document") return zones;
    const found = new Set<number>();
    for (const e of model.incident[index] ?? []) {
      const edge = model.edges[e];
      const other = edge ? other_end(edge, index) : index;
      if (model.nodes[other]?.type !== "document") for (const zone of direct[other] ?? []) found.add(zone);
    }
    return [...found];
  });
}

function own_amounts(node: GraphNode): number[] {
  if (node.type !== "investment" || (text_of(node, "currency") || "CNY") !== "CNY") return [];
  return ["amount", "amount_min", "amount_max"].flatMap((key) => number_of(node, key) ?? []);
}

function amounts_of(node: GraphNode, model: Model): number[] {
  if (node.type === "investment") return own_amounts(node);
  return (model.incident[node.index] ?? []).flatMap((e) => {
    const edge = model.edges[e];
    if (edge?.type !== "invested_in" || edge.target !== node.index) return [];
    const money = model.nodes[edge.source];
    return money ? own_amounts(money) : [];
  });
}

function years_of(node: GraphNode): number[] {
  const found = new Set<number>();
  const period = node.type === "document" ? undefined : parse_period(text_of(node, "period"));
  if (period) for (let y = year_of(period.begin); y <= year_of(period.end) && found.size < 60; y++) found.add(y);
  for (const state of node.states) if (state.month > 0) found.add(year_of(state.month));
  return [...found];
}

function modalities_of(node: GraphNode): string[] {
  const own = text_of(node, "modality");
  return [...new Set([...(own ? [own] : []), ...node.states.map((state) => state.modality)])];
}

function first_month_of(node: GraphNode, model: Model): number {
  const told = told_month(node.mentions, model.documents);
  const states = node.states.filter((state) => state.modality === "actual" && state.month > 0).map((state) => state.month);
  const months = told > 0 ? [told, ...states] : states;
  return months.length > 0 ? months.reduce((a, b) => Math.min(a, b)) : 0;
}

// Industries hang on zones; what lies in the zone goes with them.
function industries_of(model: Model, zones: number[][]): number[][] {
  const direct = model.nodes.map((node) =>
    (model.incident[node.index] ?? []).flatMap((e) => {
      const edge = model.edges[e];
      const other = edge ? other_end(edge, node.index) : -1;
      return model.nodes[other]?.type === "industry" ? [other] : [];
    }),
  );
  return model.nodes.map((node) => {
    if (node.type === "industry") return [node.index];
    return [...new Set([...(direct[node.index] ?? []), ...(zones[node.index] ?? []).flatMap((zone) => direct[zone] ?? [])])];
  });
}

// The state of a project at the end of a month; "" before the first.
export function status_at(node: GraphNode, month: number | null): string {
  if (month === null) return text_of(node, "status");
  let status = "";
  let latest = 0;
  for (const state of node.states)
    if (state.modality === "actual" && state.month > 0 && state.month <= month && state.month >= latest) {
      status = state.status;
      latest = state.month;
    }
  return status;
}
