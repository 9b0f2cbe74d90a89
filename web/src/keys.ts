// Keys that work wherever the focus is, but for fields to type in.

import type { App } from "./app";

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName)) &&
  !(target instanceof HTMLInputElement && /^(checkbox|range|radio)$/.test(target.type));

export function listen_to_keys(current: () => App | undefined): void {
  document.addEventListener("keydown", (event) => {
    const app = current();
    if (!app || document.querySelector("dialog[open]") || typing(event.target)) return;
    if (event.ctrlKey || event.metaKey) step(app, event);
    else if (!event.altKey) plain(app, event);
  });
}

export function listen_to_graph_keys(app: App, canvas: HTMLElement): void {
  canvas.addEventListener("keydown", (event) => move(app, event));
}

function step(app: App, event: KeyboardEvent): void {
  const key = event.key.toLowerCase();
  if (key === "z" && !event.shiftKey) app.store.undo();
  else if (key === "y" || key === "z") app.store.redo();
  else return;
  event.preventDefault();
}

function plain(app: App, event: KeyboardEvent): void {
  const { selected } = app.store.view;
  const chosen = selected.length > 0;
  const acts: Record<string, (() => void) | false> = {
    "/": () => document.getElementById("search")?.focus(),
    "?": () => document.getElementById("help-button")?.click(),
    escape: () => escape(app),
    f: () => app.canvas?.fit(),
    e: chosen && (() => app.expand(selected)),
    o: chosen && (() => app.focus(selected)),
    x: chosen && (() => app.toggle_pin(selected)),
    h: chosen && (() => app.hide(selected)),
    delete: chosen && (() => app.hide(selected)),
    p: chosen && (() => path(app, selected)),
    t: () => app.store.show({ dock: app.store.screen.dock === "" ? "projects" : "" }),
  };
  const act = acts[event.key.toLowerCase()];
  if (!act) return;
  event.preventDefault();
  act();
}

function path(app: App, selected: readonly number[]): void {
  const [a, b] = selected;
  if (a !== undefined && b !== undefined && selected.length === 2) app.find_path(a, b);
  else app.store.show({ path_from: selected[selected.length - 1] ?? null });
}

// One thing at a time: the text, the path's other end, the selection, the dock.
function escape(app: App): void {
  const { view, screen } = app.store;
  if (app.reading) app.stop_reading();
  else if (screen.path_from !== null) app.store.show({ path_from: null });
  else if (screen.filters_open) app.store.show({ filters_open: false });
  else if (view.selected.length > 0 || view.pair || view.path) app.select_nothing();
  else if (screen.dock !== "") app.store.show({ dock: "" });
}

function move(app: App, event: KeyboardEvent): void {
  const moves: Record<string, () => void> = {
    ArrowLeft: () => app.canvas?.pan(-80, 0),
    ArrowRight: () => app.canvas?.pan(80, 0),
    ArrowUp: () => app.canvas?.pan(0, -80),
    ArrowDown: () => app.canvas?.pan(0, 80),
    "+": () => app.canvas?.zoom(1 / 1.5),
    "=": () => app.canvas?.zoom(1 / 1.5),
    "-": () => app.canvas?.zoom(1.5),
  };
  const act = moves[event.key];
  if (!act || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  act();
}
