// A document's text with the words marked; a long text comes a part at a time.

import type { App, Reading } from "../app";
import type { EvidenceJson } from "../data/json";
import type { SourceDocument } from "../data/model";
import { say } from "../i18n/language";
import { sentence } from "./evidence";
import { button, h, icon_button } from "./dom";
import { icon } from "./icons";

interface Span {
  begin: number; // UTF-16 units
  end: number;
  current: boolean;
}

const part = 12_000; // units shown at once before and after the words

export function reader(app: App, reading: Reading): HTMLElement {
  const document = app.model.documents.get(reading.document);
  const body = document && app.text(document.id) ? full_text(document, reading) : words_only(app, reading);
  const element = h("article", { class: "reader" }, head(app, document, reading), body);
  // After it stands in the page: where the words are is known only then.
  requestAnimationFrame(() => element.querySelector("mark.current")?.scrollIntoView({ block: "center" }));
  return element;
}

function head(app: App, document: SourceDocument | undefined, reading: Reading): HTMLElement {
  const { evidence, at } = reading;
  const item = evidence[at];
  const go = (step: number) => () => app.read(evidence, (at + step + evidence.length) % evidence.length);
  return h(
    "header",
    { class: "reader-head" },
    h(
      "div",
      { class: "card-title" },
      icon_button(say("back"), icon("back"), () => app.stop_reading(), { class: "plain", data: { key: "back" } }),
      h("h2", { attributes: { tabindex: -1 } }, document?.title ?? reading.document),
    ),
    h("p", { class: "muted" }, [document?.path ?? "", item?.place ?? "", document?.published ?? ""].filter((t) => t !== "").join(" · ")),
    h(
      "div",
      { class: "reader-steps" },
      evidence.length > 1
        ? h(
            "span",
            { class: "steps" },
            icon_button(say("previous"), icon("up"), go(-1), { class: "plain", data: { key: "previous" } }),
            h("span", {}, say("place_of", at + 1, evidence.length)),
            icon_button(say("following"), icon("down"), go(1), { class: "plain", data: { key: "following" } }),
          )
        : null,
      item?.plugin ? h("span", { class: "muted" }, say("read_by", [item.plugin, item.rule ?? ""].filter((t) => t !== "").join(" / "))) : null,
    ),
  );
}

function words_only(app: App, reading: Reading): HTMLElement {
  const item = reading.evidence[reading.at];
  return h("div", { class: "text" }, h("p", { class: "muted" }, say("no_text")), item ? sentence(app, item) : null);
}

function full_text(document: SourceDocument, reading: Reading): HTMLElement {
  const source = document.text;
  if (!source) return h("div");
  const spans = spans_of(reading.evidence, document, reading.at);
  const current = spans.find((span) => span.current) ?? { begin: 0, end: 0 };
  const text = source.text;
  let from = line_start(text, Math.max(0, current.begin - part));
  let to = line_end(text, Math.min(text.length, current.end + part));
  const body = h("div", { class: "text", attributes: { tabindex: 0, "aria-label": document.title } });
  body.append(...paragraphs(text, from, to, spans));
  if (from > 0)
    body.prepend(
      more_button(say("show_before"), (own) => {
        const start = line_start(text, Math.max(0, from - part));
        own.after(...paragraphs(text, start, from, spans));
        from = start;
        return from > 0;
      }),
    );
  if (to < text.length)
    body.append(
      more_button(say("show_after"), (own) => {
        const end = line_end(text, Math.min(text.length, to + part));
        own.before(...paragraphs(text, to, end, spans));
        to = end;
        return to < text.length;
      }),
    );
  return body;
}

function more_button(label: string, grow: (own: HTMLElement) => boolean): HTMLElement {
  const own = button(label, () => {
    if (!grow(own)) own.remove();
  }, { class: "more" });
  return own;
}

// A part of the text never begins inside of a line, unless a line is longer than any part.
function line_start(text: string, at: number): number {
  const start = text.lastIndexOf("\n", at - 1) + 1;
  return at - start > part ? at : start;
}

function line_end(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? (text.length - at > part ? at : text.length) : end - at > part ? at : end + 1;
}

// Marks in order, without overlaps: the current words win, then what begins first.
function spans_of(evidence: readonly EvidenceJson[], document: SourceDocument, at: number): Span[] {
  const text = document.text;
  if (!text) return [];
  const span_of = (item: EvidenceJson, current: boolean): Span => ({ begin: text.units(item.begin), end: text.units(item.end), current });
  const here = evidence.filter((item) => item.doc === document.id);
  const chosen = evidence[at];
  const current = chosen ? span_of(chosen, true) : undefined;
  const all = here.filter((item) => item !== chosen).map((item) => span_of(item, false));
  if (current) all.push(current);
  all.sort((a, b) => a.begin - b.begin || b.end - a.end);
  const kept: Span[] = [];
  let last = 0;
  for (const span of all) {
    const free = span.current || !current || span.end <= current.begin || span.begin >= current.end;
    if (!free || span.begin < last || span.end <= span.begin) continue;
    kept.push(span);
    last = span.end;
  }
  return kept;
}

function paragraphs(text: string, from: number, to: number, spans: readonly Span[]): HTMLElement[] {
  const result: HTMLElement[] = [];
  let start = from;
  while (start < to) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 || newline > to ? to : newline;
    result.push(h("p", {}, ...marked(text, start, end, spans)));
    start = end + 1;
  }
  return result;
}

function marked(text: string, from: number, to: number, spans: readonly Span[]): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let at = from;
  for (const span of spans) {
    const begin = Math.max(span.begin, at);
    const end = Math.min(span.end, to);
    if (begin >= end) continue;
    parts.push(text.slice(at, begin), h("mark", { class: span.current ? "current" : "" }, text.slice(begin, end)));
    at = end;
  }
  parts.push(text.slice(at, to));
  return parts;
}
