// What the panel shows while nothing is chosen.

import type { App } from "../app";
import { say } from "../i18n/language";
import { folded_list, node_link } from "./common";
import { button, h } from "./dom";
import { icon } from "./icons";

export function overview(app: App): HTMLElement {
  const documents = [...app.model.documents.values()];
  const zones = app.facets.all_zones
    .flatMap((index) => app.model.nodes[index] ?? [])
    .sort((a, b) => (app.model.incident[b.index]?.length ?? 0) - (app.model.incident[a.index]?.length ?? 0));
  return h(
    "article",
    { class: "card overview" },
    h("h2", {}, app.model.title || say("app")),
    h("p", { class: "muted" }, say("hint_click")),
    zones.length > 0
      ? h("section", {}, h("h3", {}, say("zones"), h("span", { class: "count" }, zones.length)), folded_list(zones, 8, (node) => h("div", { class: "neighbour" }, node_link(app, node))))
      : null,
    documents.length > 0
      ? h(
          "section",
          {},
          h("h3", {}, say("documents"), h("span", { class: "count" }, documents.length)),
          folded_list(documents, 8, (document) =>
            button(document.title, () => app.open_document(document.id), { class: "document-link", data: { key: `doc-${document.id}` } }, icon("document"), h("span", {}, document.title)),
          ),
        )
      : null,
  );
}
