// The middle: the graph with what floats over it.

import type { App } from "../app";
import { filters_active } from "../data/filter";
import { say } from "../i18n/language";
import { node_name } from "./common";
import { button, fill, h, icon_button } from "./dom";
import { icon } from "./icons";

export function stage(app: App, canvas: HTMLElement): HTMLElement {
  canvas.setAttribute("aria-label", say("graph_label"));
  const notice = h("div", { class: "notice", attributes: { role: "status" } });
  const count = h("div", { class: "stage-count" });
  app.store.listen(() => {
    fill(notice, ...notices(app));
    notice.hidden = notice.childElementCount === 0;
    fill(count, ...counts(app));
  });
  const tools = h(
    "div",
    { class: "zoom", attributes: { role: "toolbar", "aria-label": say("zoom_in") } },
    icon_button(say("zoom_in"), icon("plus"), () => app.canvas?.zoom(1 / 1.5)),
    icon_button(say("zoom_out"), icon("minus"), () => app.canvas?.zoom(1.5)),
    icon_button(`${say("fit")} (F)`, icon("fit"), () => app.canvas?.fit(), { attributes: { id: "fit" } }),
  );
  return h("div", { class: "stage" }, canvas, notice, tools, count);
}

function notices(app: App): HTMLElement[] {
  const { view, screen } = app.store;
  const from = app.model.nodes[screen.path_from ?? -1];
  if (from) return [h("span", {}, say("path_pick", node_name(from))), button(say("close"), () => app.store.show({ path_from: null }), { class: "text-button" })];
  if (app.model.nodes.length === 0) return [h("span", {}, say("empty_graph"))];
  if (app.look.visible.count === 0) {
    const clear = filters_active(view.filters) > 0 ? [button(say("clear_filters"), () => app.clear_filters(), { class: "text-button" })] : [];
    return [h("span", {}, say("nothing_visible")), ...clear];
  }
  if (app.model.start && view.base === "start")
    return [
      h("span", {}, say("shown_part", app.model.start.size.toLocaleString("en-US"), app.model.total.toLocaleString("en-US"))),
      button(say("show_all"), () => app.base("all"), { class: "text-button", data: { key: "show-all" }, attributes: { id: "show-all" } }),
    ];
  if (app.model.total > app.model.nodes.length && view.base === "all")
    return [h("span", {}, say("shown_part", app.model.nodes.length.toLocaleString("en-US"), app.model.total.toLocaleString("en-US")))];
  return [];
}

function counts(app: App): (HTMLElement | string)[] {
  const { view } = app.store;
  const pairs = app.canvas?.pair_count ?? 0;
  const parts: (HTMLElement | string)[] = [
    say("shown_count", app.look.visible.count.toLocaleString("en-US"), app.model.total.toLocaleString("en-US"), pairs.toLocaleString("en-US")),
  ];
  if (view.hidden.length > 0) parts.push(button(say("unhide", view.hidden.length), () => app.unhide(), { class: "text-button", data: { key: "unhide" } }));
  if (view.base === "none") parts.push(button(say("show_all"), () => app.base(app.model.start ? "start" : "all"), { class: "text-button", data: { key: "show-base" } }));
  if (view.base === "all" && app.model.start) parts.push(button(say("show_start"), () => app.base("start"), { class: "text-button", data: { key: "show-start" } }));
  return parts;
}
