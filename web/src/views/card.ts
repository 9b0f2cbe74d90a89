// What is known of one node.

import type { App } from "../app";
import { attributes_of, by_year, facts_of, is_figure, type Fact } from "../data/facts";
import { other_end, type GraphEdge, type GraphNode } from "../data/model";
import { month_text } from "../data/period";
import { chinese, language, money_kind_name, outcome_name, say, term_name, type_name } from "../i18n/language";
import { evidence_button, folded_list, modality_badge, node_link, node_name, status_badge, type_label } from "./common";
import { button, h, icon_button } from "./dom";
import { evidence_list } from "./evidence";
import { icon } from "./icons";

export function card(app: App, node: GraphNode): HTMLElement {
  return h(
    "article",
    { class: "card", attributes: { "aria-label": node_name(node) } },
    head(app, node),
    actions(app, [node.index]),
    attributes(node),
    promises(node),
    facts(app, node),
    neighbours(app, node),
    h("section", {}, h("h3", {}, say("mentions"), h("span", { class: "count" }, node.mentions.length)), evidence_list(app, node.mentions, 5)),
  );
}

function head(app: App, node: GraphNode): HTMLElement {
  const status = node.attributes.get("status");
  return h(
    "header",
    { class: "card-head" },
    h(
      "div",
      { class: "card-title" },
      h("h2", { attributes: { tabindex: -1 } }, node_name(node)),
      icon_button(say("close"), icon("close"), () => app.select_nothing(), { class: "plain" }),
    ),
    h(
      "p",
      { class: "card-kind" },
      type_label(app, node.type),
      typeof status === "string" ? status_badge(status) : null,
      h("span", { class: "muted" }, `${say("confidence_short")} ${Math.round(node.confidence * 100)}%`),
    ),
    node.aliases.length > 0
      ? h("p", { class: "aliases" }, h("span", { class: "muted" }, say("aliases") + " "), node.aliases.join(chinese() ? "、" : ", "))
      : null,
  );
}

// What can be done with the chosen nodes.
export function actions(app: App, nodes: readonly number[]): HTMLElement {
  const pinned = nodes.every((node) => app.store.view.pinned.has(node));
  const first = nodes[nodes.length - 1] ?? 0;
  const make = (label: string, picture: Parameters<typeof icon>[0], key: string, action: () => void): HTMLElement =>
    button(label, action, { class: "action", data: { key }, title: label }, icon(picture), h("span", {}, label));
  return h(
    "div",
    { class: "actions" },
    make(say("expand"), "expand", "expand", () => app.expand(nodes)),
    make(say("focus"), "focus", "focus", () => app.focus(nodes)),
    nodes.length === 2
      ? make(say("path"), "path", "path", () => app.find_path(nodes[0] ?? 0, nodes[1] ?? 0))
      : make(say("path"), "path", "path", () => app.store.show({ path_from: first })),
    make(say(pinned ? "unpin" : "pin"), "pin", "pin", () => app.toggle_pin(nodes)),
    make(say("hide"), "hide", "hide", () => app.hide(nodes)),
  );
}

function attributes(node: GraphNode): HTMLElement | null {
  const rows = attributes_of(node);
  if (rows.length === 0) return null;
  return h("dl", { class: "attributes" }, ...rows.flatMap(([key, value]) => [h("dt", {}, term_name(key)), h("dd", {}, value)]));
}

function promises(node: GraphNode): HTMLElement | null {
  if (node.targets.length === 0) return null;
  const rows = node.targets.map((target) =>
    h(
      "div",
      { class: "fact" },
      status_badge(target.status),
      h("span", { class: "muted period" }, target.month > 0 ? month_text(target.month) : ""),
      h("span", { class: `badge outcome ${target.outcome}` }, outcome_name(target.outcome)),
    ),
  );
  return h("section", {}, h("h3", {}, say("promises")), ...rows);
}

function facts(app: App, node: GraphNode): HTMLElement | null {
  const years = by_year(facts_of(node, app.model, chinese()));
  if (years.length === 0) return null;
  return h(
    "section",
    { class: "facts" },
    h("h3", {}, say("facts")),
    ...years.map(({ year, facts: list }) =>
      h("div", { class: "year" }, h("h4", {}, year > 0 ? String(year) : say("undated")), folded_list(list, 12, (fact) => fact_row(app, fact, year_label(year)))),
    ),
  );
}

// As a period of the whole year says it: not said again on each line.
const year_label = (year: number): string => (chinese() ? `${year}年` : String(year));

function fact_row(app: App, fact: Fact, year: string): HTMLElement {
  const status = fact.label.kind === "status";
  const label = fact.label.kind === "metric" ? fact.label.key : money_kind_name(fact.label.key);
  return h(
    "div",
    { class: "fact" },
    status ? status_badge(fact.label.key) : h("span", { class: "fact-label" }, label),
    h("span", { class: "fact-value" }, fact.value),
    fact.modality !== "" && fact.modality !== "actual" ? modality_badge(fact.modality) : null,
    fact.period === "" || fact.period === year ? null : h("span", { class: "muted period" }, fact.period),
    evidence_button(app, fact.evidence, status ? say("status") : label),
  );
}

function neighbours(app: App, node: GraphNode): HTMLElement | null {
  const groups = new Map<string, { label: string; edges: GraphEdge[] }>();
  for (const e of app.model.incident[node.index] ?? []) {
    const edge = app.model.edges[e];
    if (!edge || edge.type === "mentioned_in" || is_figure(app.model.nodes[other_end(edge, node.index)])) continue;
    const out = edge.source === node.index;
    const label = relation_label(app, edge.type, out);
    const group = groups.get(label);
    if (group) group.edges.push(edge);
    else groups.set(label, { label, edges: [edge] });
  }
  if (groups.size === 0) return null;
  const sorted = [...groups.values()].sort((a, b) => a.label.localeCompare(b.label, language()));
  return h(
    "section",
    {},
    h("h3", {}, say("neighbours")),
    ...sorted.map((group) =>
      h(
        "div",
        { class: "relation" },
        h("h4", {}, group.label, h("span", { class: "count" }, group.edges.length)),
        folded_list(group.edges, 8, (edge) => neighbour_row(app, node, edge)),
      ),
    ),
  );
}

export function relation_label(app: App, type: string, out: boolean): string {
  const name = type_name(app.model.edge_types, type);
  return out ? `${name} →` : `← ${name}`;
}

function neighbour_row(app: App, node: GraphNode, edge: GraphEdge): HTMLElement {
  const other = app.model.nodes[other_end(edge, node.index)];
  return h(
    "div",
    { class: "neighbour" },
    other ? node_link(app, other) : null,
    edge.modality !== "" && edge.modality !== "actual" ? modality_badge(edge.modality) : null,
    evidence_button(app, edge.evidence, `${node_name(node)} – ${node_name(other)}`),
  );
}
