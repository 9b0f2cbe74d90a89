// Indicators by zone and year.

import type { App } from "../app";
import { passing } from "../data/filter";
import { value_text } from "../data/figures";
import { parse_period, period_label, year_of } from "../data/period";
import { axis_steps, metrics_of, series_of, type ChartPoint, type ChartSeries, type Metric } from "../data/series";
import { text_of } from "../data/model";
import { chinese, modality_name, say } from "../i18n/language";
import { node_link, node_name } from "./common";
import { fill, h, svg } from "./dom";

// Told apart by the colour-blind and readable on white (after Okabe and Ito, darkened).
const colours = ["#1f5f8b", "#b5530b", "#1d7a56", "#8a3f7d", "#7a6210", "#3f51a8", "#a8324a", "#4d5b66"];
const most_zones = colours.length;

const box = { width: 760, height: 300, left: 78, right: 18, top: 16, bottom: 30 };

export function charts_view(app: App): { root: HTMLElement; update: () => void; mark: () => void } {
  const root = h("div", { class: "scroll charts" });
  const draw = (): void => {
    const { filters, month } = app.store.view;
    const passes = passing(filters, month, app.model, app.facets);
    const metrics = metrics_of(app.model, passes);
    const chosen = metrics.find((metric) => key_of(metric) === app.store.screen.metric) ?? metrics[0];
    if (!chosen) return fill(root, h("p", { class: "empty muted" }, say("no_figures")));
    const series = series_of(app.model, passes, chosen).slice(0, most_zones);
    fill(root, picker(app, metrics, chosen), h("div", { class: "chart" }, chart(app, chosen, series), legend(app, series)), figures(app, series));
  };
  return { root, update: draw, mark: () => {} };
}

const key_of = (metric: Metric): string => `${metric.name}|${metric.unit}`;

function picker(app: App, metrics: readonly Metric[], chosen: Metric): HTMLElement {
  const select = h(
    "select",
    {
      attributes: { "aria-label": say("chart_metric"), id: "metric" },
      data: { key: "metric" },
      on: { change: () => app.store.show({ metric: select.value }) },
    },
    ...metrics.map((metric) =>
      h("option", { attributes: { value: key_of(metric), selected: metric === chosen } }, `${metric.name}${metric.unit ? ` (${metric.unit})` : ""} · ${metric.count}`),
    ),
  );
  return h("div", { class: "table-tools" }, select, h("span", { class: "muted" }, say("chart_hint")));
}

function chart(app: App, metric: Metric, series: readonly ChartSeries[]): SVGElement {
  const points = series.flatMap((one) => one.points);
  const first = points.reduce((a, p) => Math.min(a, p.end), Infinity);
  const last = points.reduce((a, p) => Math.max(a, p.end), -Infinity);
  const most = points.reduce((a, p) => Math.max(a, p.value), 0);
  const steps = axis_steps(most, 5);
  const top = steps[steps.length - 1] ?? 1;
  const span = Math.max(12, last - first);
  const middle = (first + last) / 2;
  const room = box.width - box.left - box.right - 40;
  const x = (month: number): number => box.left + 20 + room / 2 + ((month - middle) / span) * room;
  const y = (value: number): number => box.height - box.bottom - (value / top) * (box.height - box.top - box.bottom);
  const label = `${metric.name}${metric.unit ? ` (${metric.unit})` : ""}`;
  return svg(
    "svg",
    { viewBox: `0 0 ${box.width} ${box.height}`, role: "group", "aria-label": label },
    ...grid(steps, y, metric.unit),
    ...years(points, x),
    ...series.map((one, i) => drawn_series(app, one, colours[i] ?? "#4d5b66", x, y)),
  );
}

function short_value(value: number, unit: string): string {
  const yuan = /元$/.test(unit) || value >= 1e5;
  const [size, name] = !yuan ? [1, ""] : value >= 1e8 ? [1e8, chinese() ? "亿" : "×10⁸"] : value >= 1e4 ? [1e4, chinese() ? "万" : "×10⁴"] : [1, ""];
  return `${(value / size).toLocaleString("en-US", { maximumFractionDigits: 2 })}${name}`;
}

function grid(steps: readonly number[], y: (value: number) => number, unit: string): SVGElement[] {
  return steps.flatMap((step) => [
    svg("line", { x1: box.left, x2: box.width - box.right, y1: y(step), y2: y(step), class: step === 0 ? "axis" : "grid" }),
    svg("text", { x: box.left - 8, y: y(step) + 4, class: "tick", "text-anchor": "end" }, short_value(step, unit)),
  ]);
}

// Under the last month of each year that something ends in.
function years(points: readonly ChartPoint[], x: (month: number) => number): SVGElement[] {
  const ends = new Map<number, number>();
  for (const point of points) ends.set(year_of(point.end), Math.max(ends.get(year_of(point.end)) ?? 0, point.end));
  return [...ends].map(([year, month]) => svg("text", { x: x(month), y: box.height - 10, class: "tick", "text-anchor": "middle" }, String(year)));
}

// Lines join only what is alike: actual values of periods of one length.
function drawn_series(app: App, series: ChartSeries, colour: string, x: (month: number) => number, y: (value: number) => number): SVGElement {
  const lines = new Map<number, ChartPoint[]>();
  for (const point of series.points)
    if (point.modality === "actual") {
      const length = point.end - point.begin;
      lines.set(length, [...(lines.get(length) ?? []), point]);
    }
  const paths = [...lines.values()]
    .filter((line) => line.length > 1)
    .map((line) => svg("polyline", { points: line.map((p) => `${x(p.end)},${y(p.value)}`).join(" "), fill: "none", stroke: colour, "stroke-width": 2 }));
  return svg("g", {}, ...paths, ...series.points.map((point) => drawn_point(app, series, point, colour, x(point.end), y(point.value))));
}

function drawn_point(app: App, series: ChartSeries, point: ChartPoint, colour: string, x: number, y: number): SVGElement {
  const actual = point.modality === "actual";
  const shape = actual
    ? svg("circle", { cx: x, cy: y, r: 5, fill: colour, stroke: "#fff", "stroke-width": 1.5 })
    : svg("path", { d: `M${x} ${y - 6}l6 6-6 6-6-6z`, fill: "#fff", stroke: colour, "stroke-width": 2 });
  const text = point_text(app, series, point);
  const mark = svg("g", { class: "point", tabindex: 0, role: "button", "aria-label": text }, svg("title", {}, text), shape);
  const open = (): void => app.read(point.node.mentions, 0);
  mark.addEventListener("click", open);
  mark.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    open();
  });
  return mark;
}

function point_text(app: App, series: ChartSeries, point: ChartPoint): string {
  const period = parse_period(text_of(point.node, "period"));
  const parts = [node_name(app.model.nodes[series.zone]), period ? period_label(period, chinese()) : "", value_text(point.node)];
  return parts.concat(point.modality === "actual" ? [] : [modality_name(point.modality)]).join(" · ");
}

function legend(app: App, series: readonly ChartSeries[]): HTMLElement {
  return h(
    "div",
    { class: "chart-legend" },
    ...series.map((one, i) => {
      const zone = app.model.nodes[one.zone];
      return h("div", {}, h("span", { class: "swatch", style: { "background-color": colours[i] ?? "" } }), zone ? node_link(app, zone) : h("span", {}, "—"));
    }),
  );
}

// The same figures to read: a picture alone would leave some people out.
function figures(app: App, series: readonly ChartSeries[]): HTMLElement {
  const head = [say("zone"), say("period"), say("value"), say("modality")];
  const rows = series.flatMap((one) =>
    one.points.map((point) => {
      const period = parse_period(text_of(point.node, "period"));
      return h(
        "tr",
        {},
        h("td", {}, node_name(app.model.nodes[one.zone])),
        h("td", {}, period ? period_label(period, chinese()) : ""),
        h("td", { class: "number" }, value_text(point.node)),
        h("td", {}, modality_name(point.modality)),
      );
    }),
  );
  return h("table", { class: "plain-table" }, h("thead", {}, h("tr", {}, ...head.map((name) => h("th", { attributes: { scope: "col" } }, name)))), h("tbody", {}, ...rows));
}
