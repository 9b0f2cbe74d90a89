// A slider over the months: projects take the colour of their state then.

import type { App } from "../app";
import { status_at } from "../data/facets";
import { month_text } from "../data/period";
import { say, status_name } from "../i18n/language";
import { statuses, status_colours } from "../i18n/words";
import { button, fill, h, icon_button } from "./dom";
import { icon } from "./icons";

const pace = 900; // ms a step

export function timeline(app: App): HTMLElement {
  const { first_time, last_time } = app.facets;
  if (first_time === 0 || last_time <= first_time) return h("div", { attributes: { hidden: true } });
  const moments = moments_of(app);
  let timer: ReturnType<typeof setInterval> | undefined;

  const stop = (): void => {
    clearInterval(timer);
    timer = undefined;
    draw();
  };
  const step = (): void => {
    const next = moments.find((month) => month > (app.store.view.month ?? 0));
    if (next === undefined || !root.isConnected) return stop();
    app.store.adjust({ month: next });
  };
  const play_or_stop = (): void => {
    if (timer) return stop();
    const { month } = app.store.view;
    if (month === null || month >= last_time) app.store.adjust({ month: first_time });
    timer = setInterval(step, pace);
    draw();
  };

  const play = icon_button(say("play"), icon("play"), play_or_stop, { class: "plain", attributes: { id: "play" } });
  const slider = h("input", {
    attributes: { type: "range", min: first_time, max: last_time, step: 1, "aria-label": say("time"), id: "time" },
    on: { input: () => app.store.adjust({ month: Number(slider.value) }) },
  });
  const shown = h("output", { class: "time-shown", attributes: { for: "time" } });
  const off = button(say("time_off"), () => {
    stop();
    app.store.adjust({ month: null });
  }, { class: "text-button", attributes: { id: "time-off" } });
  const states = h("div", { class: "time-states" });
  const root = h("section", { class: "timeline", attributes: { "aria-label": say("time") } }, play, h("div", { class: "time-track" }, h("span", { class: "muted" }, month_text(first_time)), slider, h("span", { class: "muted" }, month_text(last_time))), shown, off, states);

  const draw = (): void => {
    const { month } = app.store.view;
    slider.value = String(month ?? last_time);
    slider.setAttribute("aria-valuetext", month === null ? say("time_off") : month_text(month));
    shown.textContent = month === null ? say("time_off") : say("as_of", month_text(month));
    off.hidden = month === null;
    const label = say(timer ? "pause" : "play");
    play.replaceChildren(icon(timer ? "pause" : "play"));
    play.title = label;
    play.setAttribute("aria-label", label);
    fill(states, ...(month === null ? [] : counts(app, month)));
    states.hidden = month === null;
  };
  app.store.listen(draw);
  return root;
}

// The months in which something is first told of or reaches a state.
function moments_of(app: App): number[] {
  const all = new Set<number>(app.facets.first_month);
  for (const node of app.model.nodes) for (const state of node.states) if (state.modality === "actual") all.add(state.month);
  all.delete(0);
  return [...all].sort((a, b) => a - b);
}

function counts(app: App, month: number): HTMLElement[] {
  const count = new Map<string, number>();
  for (const node of app.model.nodes) {
    const status = node.states.length > 0 && app.look.visible.nodes[node.index] ? status_at(node, month) : "";
    if (status !== "") count.set(status, (count.get(status) ?? 0) + 1);
  }
  const known = Object.keys(statuses);
  const ordered = [...known.filter((status) => count.has(status)), ...[...count.keys()].filter((status) => !known.includes(status)).sort()];
  return ordered.map((status) =>
    h("span", { class: "status" }, h("span", { class: "dot", style: { "background-color": status_colours[status] ?? "#d5dbe2" } }), status_name(status), h("span", { class: "count" }, count.get(status) ?? 0)),
  );
}
