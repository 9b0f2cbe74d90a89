// One indicator of several zones through the years, ready to draw.

import { base_unit } from "./figures";
import { number_of, other_end, text_of, type GraphNode, type Model } from "./model";
import { parse_period } from "./period";

export interface ChartPoint {
  node: GraphNode;
  begin: number; // months
  end: number;
  value: number; // in the unit's base
  modality: string;
}

export interface ChartSeries {
  zone: number;
  points: ChartPoint[]; // by end, then begin
}

export interface Metric {
  name: string;
  unit: string;
  count: number;
}

const unit_of = (node: GraphNode): string => base_unit(text_of(node, "unit")).unit;
const drawable = (node: GraphNode): boolean =>
  node.type === "indicator" && number_of(node, "value") !== undefined && parse_period(text_of(node, "period")) !== undefined;

// Those with most points first.
export function metrics_of(model: Model, passes: Uint8Array): Metric[] {
  const found = new Map<string, Metric>();
  for (const node of model.nodes) {
    if (!passes[node.index] || !drawable(node)) continue;
    const key = `${text_of(node, "metric")}\n${unit_of(node)}`;
    const metric = found.get(key);
    if (metric) metric.count++;
    else found.set(key, { name: text_of(node, "metric"), unit: unit_of(node), count: 1 });
  }
  return [...found.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

export function series_of(model: Model, passes: Uint8Array, metric: Metric): ChartSeries[] {
  const series = new Map<number, ChartSeries>();
  for (const node of model.nodes) {
    if (!passes[node.index] || !drawable(node) || text_of(node, "metric") !== metric.name || unit_of(node) !== metric.unit) continue;
    const zone = zone_of(node, model);
    const period = parse_period(text_of(node, "period"));
    if (!period) continue;
    const point: ChartPoint = {
      node,
      begin: period.begin,
      end: period.end,
      value: (number_of(node, "value") ?? 0) * base_unit(text_of(node, "unit")).factor,
      modality: text_of(node, "modality") || "actual",
    };
    const list = series.get(zone);
    if (list) list.points.push(point);
    else series.set(zone, { zone, points: [point] });
  }
  for (const { points } of series.values()) points.sort((a, b) => a.end - b.end || a.begin - b.begin || a.node.index - b.node.index);
  return [...series.values()].sort((a, b) => b.points.length - a.points.length || a.zone - b.zone);
}

function zone_of(node: GraphNode, model: Model): number {
  for (const e of model.incident[node.index] ?? []) {
    const edge = model.edges[e];
    if (edge?.type === "indicator_of" && edge.source === node.index) return other_end(edge, node.index);
  }
  return -1;
}

// Round steps for an axis from 0 to at least the most: 1, 2 or 5 times a power of ten.
export function axis_steps(most: number, about: number): number[] {
  if (!(most > 0)) return [0, 1];
  const raw = most / about;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = power * ([1, 2, 5, 10].find((n) => n * power >= raw) ?? 10);
  const steps: number[] = [];
  for (let i = 0; i <= Math.ceil(most / step - 1e-9); i++) steps.push(i * step);
  return steps;
}
