// What is known of a node beside its ties: states, figures and money, by year.

import type { EvidenceJson } from "./json";
import { amount_text, growth_text, value_text } from "./figures";
import { number_of, other_end, text_of, told_month, type GraphNode, type Model } from "./model";
import { parse_period, period_label, year_of } from "./period";

export interface Fact {
  month: number; // 0: not known
  label: { kind: "status" | "metric" | "money"; key: string };
  value: string;
  modality: string;
  period: string; // where it says more than the year
  evidence: EvidenceJson[];
  node: number | undefined; // the figure's own node
}

const figure_types = new Set(["indicator", "investment"]);

// Figures stand on the card of what they are about, not among its neighbours.
export const is_figure = (node: GraphNode | undefined): boolean => node !== undefined && figure_types.has(node.type);

export function facts_of(node: GraphNode, model: Model, chinese: boolean): Fact[] {
  const facts = node.states.map((state): Fact => {
    const period = parse_period(state.period);
    return {
      month: state.month,
      label: { kind: "status", key: state.status },
      value: "",
      modality: state.modality,
      period: period ? period_label(period, chinese) : "",
      evidence: state.evidence,
      node: undefined,
    };
  });
  if (is_figure(node)) facts.push(figure_fact(node, model, chinese));
  else
    for (const e of model.incident[node.index] ?? []) {
      const edge = model.edges[e];
      const other = edge ? model.nodes[other_end(edge, node.index)] : undefined;
      if (other && is_figure(other)) facts.push(figure_fact(other, model, chinese));
    }
  return facts;
}

function figure_fact(figure: GraphNode, model: Model, chinese: boolean): Fact {
  const period = parse_period(text_of(figure, "period"));
  const money = figure.type === "investment";
  const growth = number_of(figure, "yoy");
  const value = money ? amount_text(figure, chinese) : value_text(figure);
  return {
    month: period?.end ?? told_month(figure.mentions, model.documents),
    label: money ? { kind: "money", key: text_of(figure, "kind") } : { kind: "metric", key: text_of(figure, "metric") },
    value: [value, growth === undefined ? "" : growth_text(growth)].filter((part) => part !== "").join("  ") || figure.name,
    modality: text_of(figure, "modality"),
    period: period ? period_label(period, chinese) : "",
    evidence: figure.mentions,
    node: figure.index,
  };
}

// Latest year first, undated last; inside a year as told.
export function by_year(facts: Fact[]): { year: number; facts: Fact[] }[] {
  const years = new Map<number, Fact[]>();
  for (const fact of facts) {
    const year = fact.month > 0 ? year_of(fact.month) : 0;
    const list = years.get(year);
    if (list) list.push(fact);
    else years.set(year, [fact]);
  }
  return [...years]
    .sort(([a], [b]) => (a === 0 ? 1 : b === 0 ? -1 : b - a))
    .map(([year, list]) => ({ year, facts: list.sort((a, b) => a.month - b.month) }));
}

// Own attributes that no other part of the card shows.
const told_elsewhere = new Set([
  "status", "metric", "value", "unit", "yoy", "amount", "amount_min", "amount_max", "currency", "modality", "period",
]);

export function attributes_of(node: GraphNode): [string, string][] {
  const rows: [string, string][] = [];
  for (const [key, value] of node.attributes) {
    if (told_elsewhere.has(key) && (is_figure(node) || key === "status")) continue;
    if (key === "title" && value === node.name) continue;
    rows.push([key, plain(value)]);
  }
  return rows;
}

function plain(value: unknown): string {
  if (typeof value === "number") return value.toLocaleString("en-US", { maximumFractionDigits: 6 });
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "✓" : "✗";
  if (Array.isArray(value)) return value.map(plain).join("; ");
  if (typeof value === "object" && value !== null) {
    const figure = value as { value?: unknown; unit?: unknown };
    if ("value" in figure) return plain(figure.value) + plain(figure.unit ?? "");
    return JSON.stringify(value);
  }
  return "";
}
