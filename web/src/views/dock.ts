// Below the graph: tables, charts, findings and documents, one at a time.

import type { App } from "../app";
import { say } from "../i18n/language";
import type { Dock } from "../state/store";
import { audit_view } from "./audit";
import { charts_view } from "./charts";
import { documents_view } from "./documents";
import { button, h, icon_button } from "./dom";
import { icon } from "./icons";
import { Table } from "./table";

interface Content {
  root: HTMLElement;
  update: () => void; // the filters or the time changed
  mark: () => void; // the selection changed
}

const kinds: Exclude<Dock, "">[] = ["projects", "companies", "facilities", "indicators", "everything", "charts", "audit", "documents"];

function make(app: App, kind: Exclude<Dock, "">): Content {
  if (kind === "charts") return charts_view(app);
  if (kind === "audit") return audit_view(app);
  if (kind === "documents") return documents_view(app);
  const table = new Table(app, kind);
  return { root: table.root, update: () => table.update(), mark: () => table.mark() };
}

export function dock(app: App): HTMLElement {
  const contents = new Map<Dock, Content>();
  const body = h("div", { class: "dock-body", attributes: { id: "dock", role: "tabpanel" } });
  const tabs = new Map(kinds.map((kind) => [kind, tab(app, kind)]));
  const larger = icon_button(say("larger"), icon("up"), () => app.store.show({ large: !app.store.screen.large }), { class: "plain" });
  const closer = icon_button(say("close"), icon("close"), () => app.store.show({ dock: "", large: false }), { class: "plain" });
  const bar = h("div", { class: "dock-bar" }, h("div", { class: "dock-tabs", attributes: { role: "tablist" } }, ...tabs.values()), larger, closer);
  const root = h("section", { class: "dock" }, bar, body);
  let shown: Dock = "";
  let filters: unknown;
  app.store.listen(() => {
    const { dock: kind, large } = app.store.screen;
    const { view } = app.store;
    for (const [name, element] of tabs) {
      element.setAttribute("aria-selected", String(name === kind));
      element.tabIndex = name === kind || (kind === "" && name === kinds[0]) ? 0 : -1;
    }
    root.classList.toggle("open", kind !== "");
    root.classList.toggle("large", large && kind !== "");
    larger.hidden = closer.hidden = kind === "";
    larger.title = say(large ? "smaller" : "larger");
    larger.replaceChildren(icon(large ? "down" : "up"));
    if (kind === "") {
      shown = "";
      body.replaceChildren();
      return;
    }
    const content = contents.get(kind) ?? make(app, kind);
    contents.set(kind, content);
    const changed = shown !== kind || filters !== view.filters;
    if (shown !== kind) body.replaceChildren(content.root);
    [shown, filters] = [kind, view.filters];
    if (changed || view.month !== null || kind === "charts") content.update();
    else content.mark();
  });
  return root;
}

function tab(app: App, kind: Exclude<Dock, "">): HTMLButtonElement {
  return button(say(kind), () => app.store.show({ dock: app.store.screen.dock === kind ? "" : kind }), {
    class: "tab",
    attributes: { role: "tab", "aria-controls": "dock", id: `tab-${kind}` },
    on: { keydown: (event) => step(event as KeyboardEvent) },
  });
}

function step(event: KeyboardEvent): void {
  const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };
  const by = steps[event.key];
  const own = event.currentTarget;
  if (by === undefined || !(own instanceof HTMLElement)) return;
  const all = [...(own.parentElement?.querySelectorAll<HTMLElement>(".tab") ?? [])];
  event.preventDefault();
  all[(all.indexOf(own) + by + all.length) % all.length]?.focus();
}
