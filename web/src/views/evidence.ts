// The sentences behind a statement, the words marked.

import type { App } from "../app";
import type { EvidenceJson } from "../data/json";
import { say } from "../i18n/language";
import { folded_list } from "./common";
import { button, h } from "./dom";

export function evidence_list(app: App, evidence: readonly EvidenceJson[], few: number): HTMLElement {
  const numbered = evidence.map((item, at) => ({ item, at }));
  return folded_list(numbered, few, ({ item, at }) => evidence_item(app, evidence, item, at));
}

function evidence_item(app: App, evidence: readonly EvidenceJson[], item: EvidenceJson, at: number): HTMLElement {
  const document = app.model.documents.get(item.doc);
  const source = [document?.title ?? item.doc, item.place ?? ""].filter((part) => part !== "").join(" · ");
  return h(
    "blockquote",
    { class: "evidence" },
    sentence(app, item),
    h(
      "footer",
      {},
      button(source, () => app.read(evidence, at), { class: "source", title: say("open_text"), data: { key: `words-${item.doc}-${item.begin}` } }),
    ),
  );
}

export function sentence(app: App, item: EvidenceJson): HTMLElement {
  const text = app.text(item.doc);
  if (!text) return h("p", {}, h("mark", {}, item.text));
  const { before, words, after } = text.passage(item.begin, item.end);
  return h("p", {}, before, h("mark", {}, words || item.text), after);
}
