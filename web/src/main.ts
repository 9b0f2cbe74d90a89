// Starts the page: data, graph, views, and what ties them.

import { App } from "./app";
import { load_page } from "./data/load";
import { Server } from "./data/server";
import { make_model, type Model } from "./data/model";
import { language, say, set_language } from "./i18n/language";
import { GraphCanvas } from "./graph/canvas";
import { listen_to_graph_keys, listen_to_keys } from "./keys";
import { file_name, save } from "./download/save";
import { picture_of, png_blob, svg_text } from "./download/picture";
import { Address } from "./link/address";
import { dock } from "./views/dock";
import { h } from "./views/dom";
import { filters } from "./views/filters";
import { header } from "./views/header";
import { panel } from "./views/panel";
import { stage } from "./views/stage";
import { timeline } from "./views/timeline";

function start_canvas(app: App, container: HTMLElement, moved: () => void): void {
  try {
    app.canvas = new GraphCanvas(container, app.model, app.pairs, {
      node: (node, more) => app.select(node, more),
      expand: (node) => app.expand([node]),
      pair: (pair) => app.select_pair(pair.source, pair.target),
      nothing: () => app.select_nothing(),
      moved: (node, place) => app.pin(node, place),
      camera: moved,
    });
    new ResizeObserver(() => app.canvas?.resize()).observe(container);
  } catch (error) {
    container.append(h("p", { class: "no-webgl" }, say("no_webgl")));
    console.warn(error);
  }
}

// Also when the language changes: the graph stays, everything around it is made anew.
function build(app: App, root: HTMLElement, canvas: HTMLElement, address: Address): void {
  app.listen();
  app.store.listen(() => app.canvas?.update(app.look));
  app.store.listen(() => address.note());
  const switch_language = (): void => {
    set_language(language() === "zh" ? "en" : "zh");
    build(app, root, canvas, address);
    document.getElementById("language")?.focus();
  };
  const told = h("div", { class: "told", attributes: { role: "status", "aria-live": "polite" } });
  app.announce = (text) => announce(told, text);
  root.replaceChildren(
    header(app, { png: () => void save_png(app), svg: () => save_svg(app), link: () => void address.copy(), language: switch_language }),
    h("main", { class: "work" }, filters(app), h("section", { class: "middle" }, stage(app, canvas), timeline(app), dock(app)), panel(app)),
    told,
  );
  app.store.tell({ view: true, screen: true });
}

function announce(told: HTMLElement, text: string): void {
  told.textContent = text;
  told.classList.add("shown");
  setTimeout(() => told.classList.remove("shown"), 2200);
}

async function save_png(app: App): Promise<void> {
  const picture = picture_of(app);
  const blob = picture ? await png_blob(picture) : undefined;
  if (blob) save(file_name(app.model.title, "png"), blob);
}

function save_svg(app: App): void {
  const picture = picture_of(app);
  if (picture) save(file_name(app.model.title, "svg"), new Blob([svg_text(picture)], { type: "image/svg+xml" }));
}

function open_page(model: Model, root: HTMLElement, server: Server | undefined): void {
  document.title = model.title ? `${model.title} · zonekg` : "zonekg";
  // With more of the graph everything begins anew; the address carries the view over.
  const reopen = (added: readonly string[]): void => {
    if (!server) return;
    address.write();
    address.close();
    app.canvas?.kill();
    open_page(make_model(server.page), root, server);
    const found = added.flatMap((id) => current?.model.by_id.get(id) ?? []);
    if (found[0] !== undefined) current?.go_to(found[0]);
  };
  const app = new App(model, server, reopen);
  current = app;
  const canvas = h("div", { class: "canvas", attributes: { tabindex: 0, role: "application", id: "graph" } });
  const address = new Address(app, () => build(app, root, canvas, address));
  start_canvas(app, canvas, () => address.note());
  build(app, root, canvas, address);
  listen_to_graph_keys(app, canvas);
  if (!address.open(location.hash)) app.canvas?.fit(undefined, false);
}

let current: App | undefined;

async function start(): Promise<void> {
  const root = document.getElementById("app");
  if (!root) return;
  set_language(navigator.language.toLowerCase().startsWith("en") ? "en" : "zh");
  try {
    const { page, served } = await load_page();
    open_page(make_model(page), root, served ? new Server(page) : undefined);
    listen_to_keys(() => current);
  } catch (error) {
    root.replaceChildren(h("p", { class: "failed", attributes: { role: "alert" } }, say("cannot_load", error instanceof Error ? error.message : String(error))));
    throw error;
  }
}

void start();
