// Starts the page: data, graph, views, and what ties them.

import { App } from "./app";
import { load_page } from "./data/load";
import { make_model, type Model } from "./data/model";
import { language, say, set_language } from "./i18n/language";
import { GraphCanvas } from "./graph/canvas";
import { listen_to_keys } from "./keys";
import { h } from "./views/dom";
import { filters } from "./views/filters";
import { header } from "./views/header";
import { panel } from "./views/panel";
import { stage } from "./views/stage";

function start_canvas(app: App, container: HTMLElement): void {
  try {
    app.canvas = new GraphCanvas(container, app.model, app.pairs, {
      node: (node, more) => app.select(node, more),
      expand: (node) => app.expand([node]),
      pair: (pair) => app.select_pair(pair.source, pair.target),
      nothing: () => app.select_nothing(),
      moved: (node, place) => app.pin(node, place),
      camera: () => {},
    });
    new ResizeObserver(() => app.canvas?.resize()).observe(container);
  } catch (error) {
    container.append(h("p", { class: "no-webgl" }, say("no_webgl")));
    console.warn(error);
  }
}

// Also when the language changes: the graph stays, everything around it is made anew.
function build(app: App, root: HTMLElement, canvas: HTMLElement): void {
  app.listen();
  app.store.listen(() => app.canvas?.update(app.look));
  const switch_language = (): void => {
    set_language(language() === "zh" ? "en" : "zh");
    build(app, root, canvas);
    document.getElementById("language")?.focus();
  };
  root.replaceChildren(
    header(app, { png: () => {}, svg: () => {}, link: () => {}, language: switch_language }),
    h("main", { class: "work" }, filters(app), h("section", { class: "middle" }, stage(app, canvas)), panel(app)),
  );
  app.store.tell({ view: true, screen: true });
}

function open_page(model: Model, root: HTMLElement): void {
  document.title = model.title ? `${model.title} · zonekg` : "zonekg";
  const app = new App(model);
  const canvas = h("div", { class: "canvas", attributes: { tabindex: 0, role: "application", id: "graph" } });
  start_canvas(app, canvas);
  build(app, root, canvas);
  listen_to_keys(app, canvas);
  app.canvas?.fit(undefined, false);
}

async function start(): Promise<void> {
  const root = document.getElementById("app");
  if (!root) return;
  set_language(navigator.language.toLowerCase().startsWith("en") ? "en" : "zh");
  try {
    open_page(make_model(await load_page()), root);
  } catch (error) {
    root.replaceChildren(h("p", { class: "failed", attributes: { role: "alert" } }, say("cannot_load", error instanceof Error ? error.message : String(error))));
    throw error;
  }
}

void start();
