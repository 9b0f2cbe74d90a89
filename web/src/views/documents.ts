// The reports the graph was read from.

import type { App } from "../app";
import { say } from "../i18n/language";
import { button, h } from "./dom";
import { icon } from "./icons";

export function documents_view(app: App): { root: HTMLElement; update: () => void; mark: () => void } {
  const counts = new Map<string, number>();
  for (const node of app.model.nodes)
    if (node.type !== "document") for (const item of node.mentions) counts.set(item.doc, (counts.get(item.doc) ?? 0) + 1);
  const documents = [...app.model.documents.values()].sort((a, b) => b.month - a.month || (a.title < b.title ? -1 : 1));
  const head = [say("title"), say("published"), say("period"), say("path_file"), say("mentions")];
  const rows = documents.slice(0, 2000).map((document) =>
    h(
      "tr",
      {},
      h("td", {}, button(document.title, () => app.open_document(document.id), { class: "document-link" }, icon("document"), h("span", {}, document.title))),
      h("td", {}, document.published),
      h("td", {}, document.period.replace("/", " – ")),
      h("td", {}, document.path),
      h("td", { class: "number" }, counts.get(document.id) ?? 0),
    ),
  );
  const table = h("table", { class: "plain-table" }, h("thead", {}, h("tr", {}, ...head.map((name) => h("th", { attributes: { scope: "col" } }, name)))), h("tbody", {}, ...rows));
  return { root: h("div", { class: "scroll" }, table), update: () => {}, mark: () => {} };
}
