// The top line: title, search, steps back and forth, downloads, language, help.

import type { App } from "../app";
import { say } from "../i18n/language";
import { button, h, icon_button } from "./dom";
import { icon } from "./icons";
import { help_dialog } from "./help";
import { search_box } from "./search_box";

export interface HeaderActions {
  png: () => void;
  svg: () => void;
  link: () => void;
  language: () => void;
}

export function header(app: App, actions: HeaderActions): HTMLElement {
  const undo = icon_button(`${say("undo")} (Ctrl+Z)`, icon("undo"), () => app.store.undo());
  const redo = icon_button(`${say("redo")} (Ctrl+Y)`, icon("redo"), () => app.store.redo());
  const filters = icon_button(say("filters"), icon("filter"), () => app.store.show({ filters_open: !app.store.screen.filters_open }), {
    class: "narrow-only",
    attributes: { "aria-controls": "filters" },
  });
  app.store.listen(() => {
    undo.disabled = !app.store.can_undo;
    redo.disabled = !app.store.can_redo;
    filters.setAttribute("aria-expanded", String(app.store.screen.filters_open));
  });
  const help = help_dialog();
  return h(
    "header",
    { class: "top" },
    filters,
    h("h1", {}, h("span", { class: "brand" }, "zonekg"), h("span", { class: "brand-title" }, app.model.title)),
    search_box(app),
    h(
      "div",
      { class: "tools", attributes: { role: "toolbar", "aria-label": say("download") } },
      undo,
      redo,
      menu(say("download"), "download", [
        [say("download_png"), actions.png],
        [say("download_svg"), actions.svg],
      ]),
      icon_button(say("copy_link"), icon("link"), actions.link, { attributes: { id: "copy-link" } }),
      button(say("language"), actions.language, { class: "language", attributes: { id: "language", lang: say("language") === "English" ? "en" : "zh-CN" } }),
      icon_button(`${say("help")} (?)`, icon("help"), () => help.showModal(), { attributes: { id: "help-button" } }),
    ),
    help,
  );
}

function menu(label: string, picture: Parameters<typeof icon>[0], items: [string, () => void][]): HTMLElement {
  const details = h("details", { class: "menu" }, h("summary", { title: label, attributes: { "aria-label": label, role: "button" } }, icon(picture)));
  const close = (): void => {
    details.open = false;
  };
  details.append(
    h(
      "div",
      { class: "menu-list" },
      ...items.map(([name, action]) =>
        button(name, () => {
          close();
          action();
        }),
      ),
    ),
  );
  details.addEventListener("focusout", (event) => {
    if (!details.contains(event.relatedTarget as Node | null)) close();
  });
  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !details.open) return;
    event.stopPropagation();
    close();
    details.querySelector("summary")?.focus();
  });
  return details;
}
