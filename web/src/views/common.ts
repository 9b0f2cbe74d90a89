// Small parts that several views share.

import type { App } from "../app";
import type { EvidenceJson } from "../data/json";
import type { GraphNode } from "../data/model";
import { modality_name, say, status_name, type_name } from "../i18n/language";
import { status_colours } from "../i18n/words";
import { h, icon_button } from "./dom";
import { icon } from "./icons";

export const node_name = (node: GraphNode | undefined): string => node?.name || say("untitled");

export function type_dot(app: App, type: string): HTMLElement {
  const paint = app.paints.type(type);
  return h("span", {
    class: "dot",
    attributes: { "aria-hidden": "true" },
    style: { "background-color": paint.fill, "border-color": paint.outline },
  });
}

export function type_label(app: App, type: string): HTMLElement {
  return h("span", { class: "type" }, type_dot(app, type), type_name(app.model.node_types, type));
}

export function status_badge(status: string, modality = ""): HTMLElement {
  const dot = h("span", { class: "dot", style: { "background-color": status_colours[status] ?? "#d5dbe2" } });
  const told = modality !== "" && modality !== "actual" ? modality_badge(modality) : null;
  return h("span", { class: "status" }, dot, status_name(status), told);
}

export function modality_badge(modality: string): HTMLElement {
  return h("span", { class: `badge ${modality}` }, modality_name(modality));
}

// The way from anything to the words behind it.
export function evidence_button(app: App, evidence: readonly EvidenceJson[], of: string): HTMLElement | null {
  if (evidence.length === 0) return null;
  return icon_button(say("show_evidence", of), icon("quote"), () => app.read(evidence, 0), { class: "quote" });
}

export function node_link(app: App, node: GraphNode): HTMLButtonElement {
  return h(
    "button",
    {
      class: "node-link",
      attributes: { type: "button" },
      data: { key: `node-${node.index}` },
      on: { click: (event) => app.select(node.index, (event as MouseEvent).ctrlKey || (event as MouseEvent).metaKey) },
    },
    type_dot(app, node.type),
    h("span", {}, node_name(node)),
  );
}

// The first few of many, the rest on request.
export function folded_list<T>(items: readonly T[], few: number, make: (item: T) => HTMLElement): HTMLElement {
  const list = h("div", { class: "list" });
  list.append(...items.slice(0, few).map(make));
  let shown = few;
  const more = h("button", { class: "more", attributes: { type: "button" } }, say("more", items.length - few));
  more.addEventListener("click", () => {
    const next = items.slice(shown, shown + 200).map(make);
    more.before(...next);
    shown += next.length;
    if (shown >= items.length) more.remove();
    else more.textContent = say("more", items.length - shown);
    (next[0]?.querySelector("button") ?? more).focus();
  });
  if (items.length > few) list.append(more);
  return list;
}
