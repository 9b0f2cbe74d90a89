// The right side: what is chosen, and the texts.

import type { App } from "../app";
import type { GraphEdge } from "../data/model";
import { say } from "../i18n/language";
import { actions, card, relation_label } from "./card";
import { modality_badge, node_link, node_name } from "./common";
import { arrow_keys, button, fill, h, icon_button } from "./dom";
import { evidence_list } from "./evidence";
import { icon } from "./icons";
import { overview } from "./overview";
import { reader } from "./reader";

export function panel(app: App): HTMLElement {
  const root = h("aside", { class: "panel", attributes: { "aria-live": "off" } });
  arrow_keys(root, ".node-link, .document-link");
  let shown = "";
  app.store.listen(() => {
    const key = content_key(app);
    fill(root, content(app));
    root.classList.toggle("filled", key !== "");
    // Another thing on the panel begins at its top.
    if (key !== shown) root.scrollTop = 0;
    shown = key;
  });
  return root;
}

function content_key(app: App): string {
  const { selected, pair, path } = app.store.view;
  if (app.reading) return `text ${app.reading.document} ${app.reading.at}`;
  if (path) return `path ${path.join(" ")} ${app.store.screen.path_choice}`;
  if (pair) return `pair ${pair.join(" ")}`;
  return selected.join(" ");
}

function content(app: App): HTMLElement {
  const { selected, pair, path } = app.store.view;
  if (app.reading) return reader(app, app.reading);
  if (path) return path_card(app, path);
  if (pair) return pair_card(app, pair);
  if (selected.length > 1) return many_card(app, selected);
  const node = app.model.nodes[selected[0] ?? -1];
  return node ? card(app, node) : overview(app);
}

function title(app: App, text: string): HTMLElement {
  return h(
    "div",
    { class: "card-title" },
    h("h2", { attributes: { tabindex: -1 } }, text),
    icon_button(say("close"), icon("close"), () => app.select_nothing(), { class: "plain" }),
  );
}

function edges_between(app: App, a: number, b: number): GraphEdge[] {
  return (app.pairs.between(a, b)?.edges ?? []).flatMap((e) => app.model.edges[e] ?? []);
}

function pair_card(app: App, [a, b]: readonly [number, number]): HTMLElement {
  const ends = [a, b].flatMap((index) => app.model.nodes[index] ?? []);
  return h(
    "article",
    { class: "card" },
    title(app, say("ties_between")),
    h("div", { class: "ends" }, ...ends.map((node) => node_link(app, node))),
    ...edges_between(app, a, b).map((edge) => edge_section(app, edge)),
  );
}

function edge_section(app: App, edge: GraphEdge): HTMLElement {
  const source = app.model.nodes[edge.source];
  const target = app.model.nodes[edge.target];
  return h(
    "section",
    {},
    h("h3", {}, `${node_name(source)} · ${relation_label(app, edge.type, true)} ${node_name(target)}`),
    h(
      "p",
      { class: "card-kind" },
      edge.modality ? modality_badge(edge.modality) : null,
      edge.period ? h("span", { class: "muted" }, edge.period) : null,
      h("span", { class: "muted" }, `${say("confidence_short")} ${Math.round(edge.confidence * 100)}%`),
    ),
    evidence_list(app, edge.evidence, 10),
  );
}

function many_card(app: App, selected: readonly number[]): HTMLElement {
  const nodes = selected.flatMap((index) => app.model.nodes[index] ?? []);
  return h(
    "article",
    { class: "card" },
    title(app, say("selected_count", nodes.length)),
    actions(app, selected),
    h("div", { class: "list" }, ...nodes.slice(0, 200).map((node) => h("div", { class: "neighbour" }, node_link(app, node)))),
  );
}

function path_card(app: App, [from, to]: readonly [number, number]): HTMLElement {
  const nodes = app.path;
  const heading = `${node_name(app.model.nodes[from])} — ${node_name(app.model.nodes[to])}`;
  if (nodes.length === 0) return h("article", { class: "card" }, title(app, heading), h("p", {}, say("path_none")));
  const choice = app.store.screen.path_choice % app.paths.length;
  return h(
    "article",
    { class: "card path" },
    title(app, heading),
    h(
      "p",
      { class: "card-kind" },
      h("span", { class: "muted" }, `${say("path")} · ${say("path_steps", nodes.length - 1)}`),
      app.paths.length > 1 ? h("span", { class: "muted" }, say("path_other", choice + 1, app.paths.length)) : null,
      app.paths.length > 1 ? button(say("next"), () => app.next_path(), { class: "action", data: { key: "next-path" } }) : null,
    ),
    ...nodes.map((index, i) => path_step(app, index, nodes[i + 1])),
  );
}

function path_step(app: App, index: number, next: number | undefined): HTMLElement {
  const node = app.model.nodes[index];
  const edges = next === undefined ? [] : edges_between(app, index, next);
  return h(
    "div",
    { class: "path-step" },
    node ? node_link(app, node) : null,
    ...edges.map((edge) =>
      h("div", { class: "path-tie" }, h("h4", {}, relation_label(app, edge.type, edge.source === index)), evidence_list(app, edge.evidence, 1)),
    ),
  );
}
