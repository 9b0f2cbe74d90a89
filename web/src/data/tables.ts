// The tables' rows, worked out from the graph: plain values for sorting, searching and CSV.

import type { Cell } from "../download/csv";
import { chinese, modality_name, outcome_name, say, status_name, type_name } from "../i18n/language";
import { number_of, other_end, text_of, told_month, type GraphNode, type Model } from "./model";
import type { Facets } from "./facets";
import { month_text, parse_period, period_label } from "./period";

export type TableKind = "projects" | "companies" | "facilities" | "indicators" | "everything";

export interface Column {
  title: string;
  numeric: boolean;
  width: string; // of a CSS grid
  kind: "name" | "status" | "text" | "type" | "percent" | "money";
}

export interface Row {
  node: number;
  cells: Cell[];
}

export interface TableData {
  columns: Column[];
  rows: Row[];
}

const column = (title: string, width: string, kind: Column["kind"] = "text"): Column => ({
  title,
  width,
  kind,
  numeric: kind === "percent" || kind === "money",
});
const numeric = (title: string, width: string): Column => ({ title, width, kind: "text", numeric: true });

export function table_of(kind: TableKind, model: Model, facets: Facets, passes: Uint8Array): TableData {
  const about = new About(model, facets);
  const of_type = (type: string): GraphNode[] => model.nodes.filter((node) => node.type === type && passes[node.index]);
  switch (kind) {
    case "projects":
      return projects(of_type("project"), about);
    case "companies":
      return companies(of_type("company"), about);
    case "facilities":
      return facilities(of_type("infrastructure"), about);
    case "indicators":
      return indicators(of_type("indicator"), about);
    case "everything":
      return everything(model.nodes.filter((node) => passes[node.index]), about);
  }
}

function projects(nodes: GraphNode[], about: About): TableData {
  return {
    columns: [
      column(say("name"), "minmax(180px, 2.4fr)", "name"),
      column(say("status"), "104px", "status"),
      column(say("zones"), "minmax(120px, 1.3fr)"),
      column(say("companies_of"), "minmax(120px, 1.5fr)"),
      column(`${say("total")}${say("in_hundred_million")}`, "124px", "money"),
      column(say("target"), "minmax(120px, 1.2fr)"),
      column(say("latest"), "92px"),
      column(say("confidence_short"), "84px", "percent"),
    ],
    rows: nodes.map((node) => ({
      node: node.index,
      cells: [
        node.name,
        text_of(node, "status"),
        about.zones(node),
        about.names(node, "undertakes", false),
        about.total(node),
        about.targets(node),
        about.latest(node),
        node.confidence,
      ],
    })),
  };
}

function companies(nodes: GraphNode[], about: About): TableData {
  return {
    columns: [
      column(say("name"), "minmax(180px, 2.2fr)", "name"),
      column(say("short_name"), "minmax(90px, 0.8fr)"),
      column(say("zones"), "minmax(120px, 1.4fr)"),
      column(say("role"), "minmax(100px, 1fr)"),
      column(say("projects_of"), "minmax(140px, 2fr)"),
      numeric(say("ties"), "72px"),
      column(say("confidence_short"), "84px", "percent"),
    ],
    rows: nodes.map((node) => ({
      node: node.index,
      cells: [
        node.name,
        text_of(node, "short_name"),
        about.zones(node),
        about.ties_to_zones(node),
        about.names(node, "undertakes", true),
        about.ties(node),
        node.confidence,
      ],
    })),
  };
}

function facilities(nodes: GraphNode[], about: About): TableData {
  return {
    columns: [
      column(say("name"), "minmax(180px, 2.2fr)", "name"),
      column(say("kind"), "minmax(90px, 0.8fr)"),
      column(say("capacity"), "minmax(90px, 0.8fr)"),
      column(say("zones"), "minmax(120px, 1.4fr)"),
      column(say("projects"), "minmax(120px, 1.4fr)"),
      column(`${say("total")}${say("in_hundred_million")}`, "124px", "money"),
      column(say("period"), "110px"),
      column(say("confidence_short"), "84px", "percent"),
    ],
    rows: nodes.map((node) => ({
      node: node.index,
      cells: [
        node.name,
        text_of(node, "kind"),
        about.capacity(node),
        about.zones(node),
        about.names(node, "builds", false),
        about.total(node),
        about.period(node),
        node.confidence,
      ],
    })),
  };
}

function indicators(nodes: GraphNode[], about: About): TableData {
  return {
    columns: [
      column(say("metric"), "minmax(150px, 1.6fr)", "name"),
      column(say("zone"), "minmax(130px, 1.4fr)"),
      numeric(say("value"), "110px"),
      column(say("unit"), "84px"),
      numeric(say("growth"), "92px"),
      column(say("period"), "130px"),
      column(say("modality"), "84px"),
      column(say("source"), "minmax(150px, 1.6fr)"),
    ],
    rows: nodes.map((node) => ({
      node: node.index,
      cells: [
        text_of(node, "metric") || node.name,
        about.names(node, "indicator_of", true) || about.zones(node),
        number_of(node, "value") ?? null,
        text_of(node, "unit"),
        number_of(node, "yoy") ?? null,
        about.period(node),
        modality_name(text_of(node, "modality") || "actual"),
        about.source(node),
      ],
    })),
  };
}

function everything(nodes: GraphNode[], about: About): TableData {
  return {
    columns: [
      column(say("name"), "minmax(200px, 2.4fr)", "name"),
      column(say("type"), "100px", "type"),
      column(say("zones"), "minmax(130px, 1.4fr)"),
      column(say("aliases"), "minmax(120px, 1.2fr)"),
      numeric(say("ties"), "80px"),
      numeric(say("mentions"), "92px"),
      column(say("confidence_short"), "84px", "percent"),
    ],
    rows: nodes.map((node) => ({
      node: node.index,
      cells: [
        node.name,
        type_name(about.model.node_types, node.type),
        about.zones(node),
        node.aliases.join("; "),
        about.ties(node),
        node.mentions.length,
        node.confidence,
      ],
    })),
  };
}

// What a row says of its node's surroundings.
class About {
  constructor(
    readonly model: Model,
    private readonly facets_: Facets,
  ) {}

  // The innermost zones: those around them follow.
  zones(node: GraphNode): string {
    const all = this.facets_.zones[node.index] ?? [];
    const outer = new Set(all.flatMap((zone) => (this.facets_.zones[zone] ?? []).filter((other) => other !== zone)));
    return this.join(all.filter((zone) => zone !== node.index && !outer.has(zone)).flatMap((zone) => this.model.nodes[zone]?.name ?? []));
  }

  names(node: GraphNode, relation: string, out: boolean): string {
    const names = (this.model.incident[node.index] ?? []).flatMap((e) => {
      const edge = this.model.edges[e];
      if (edge?.type !== relation || (edge.source === node.index) !== out) return [];
      return this.model.nodes[other_end(edge, node.index)]?.name ?? [];
    });
    return this.join(names);
  }

  ties(node: GraphNode): number {
    return (this.model.incident[node.index] ?? []).filter((e) => this.model.edges[e]?.type !== "mentioned_in").length;
  }

  ties_to_zones(node: GraphNode): string {
    const found = (this.model.incident[node.index] ?? []).flatMap((e) => {
      const edge = this.model.edges[e];
      const other = edge ? this.model.nodes[other_end(edge, node.index)] : undefined;
      return edge && other?.type === "zone" ? [type_name(this.model.edge_types, edge.type)] : [];
    });
    return this.join(found);
  }

  // In 100 million yuan: of several totals the one told last.
  total(node: GraphNode): number | null {
    let latest = -1;
    let total: number | null = null;
    for (const e of this.model.incident[node.index] ?? []) {
      const edge = this.model.edges[e];
      const money = edge?.type === "invested_in" && edge.target === node.index ? this.model.nodes[edge.source] : undefined;
      if (!money || text_of(money, "kind") !== "total" || (text_of(money, "currency") || "CNY") !== "CNY") continue;
      const amount = number_of(money, "amount") ?? number_of(money, "amount_min") ?? number_of(money, "amount_max");
      const told = told_month(money.mentions, this.model.documents);
      // A ledger says 0 where nothing is known yet.
      if (amount !== undefined && amount > 0 && told >= latest) [latest, total] = [told, amount / 1e8];
    }
    return total;
  }

  targets(node: GraphNode): string {
    if (node.targets.length > 0)
      return this.join(
        node.targets.map((target) => [status_name(target.status), target.month > 0 ? month_text(target.month) : "", outcome_name(target.outcome)].filter((t) => t !== "").join(" ")),
      );
    const targets = node.states.filter((state) => state.modality !== "actual");
    return this.join(targets.map((state) => `${status_name(state.status)} ${state.month > 0 ? month_text(state.month) : ""}`.trim()));
  }

  latest(node: GraphNode): string {
    const months = node.states.filter((state) => state.modality === "actual").map((state) => state.month);
    const latest = months.reduce((a, b) => Math.max(a, b), told_month(node.mentions, this.model.documents));
    return latest > 0 ? month_text(latest) : "";
  }

  period(node: GraphNode): string {
    const period = parse_period(text_of(node, "period"));
    return period ? period_label(period, chinese()) : "";
  }

  capacity(node: GraphNode): string {
    const value = node.attributes.get("capacity");
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value === undefined ? "" : String(value);
    return `${String(value["value"] ?? "")}${String(value["unit"] ?? "")}`;
  }

  source(node: GraphNode): string {
    const first = node.mentions[0];
    return first ? (this.model.documents.get(first.doc)?.title ?? first.doc) : "";
  }

  private join(names: readonly string[]): string {
    return [...new Set(names)].join(chinese() ? "、" : ", ");
  }
}

// As the screen shows a cell.
export function cell_text(cell: Cell, kind: Column["kind"]): string {
  if (cell === null || cell === "") return "";
  if (kind === "status") return status_name(String(cell));
  if (typeof cell !== "number") return cell;
  if (kind === "percent") return `${Math.round(cell * 100)}%`;
  return cell.toLocaleString("en-US", { maximumFractionDigits: 4 });
}

// As a spreadsheet takes it: numbers as numbers, words as the page says them.
export function cell_value(cell: Cell, kind: Column["kind"]): Cell {
  if (kind === "percent" && typeof cell === "number") return Number(cell.toFixed(3));
  return kind === "status" && typeof cell === "string" && cell !== "" ? status_name(cell) : cell;
}

