// The left side: the legend, which is also the filter of types, and all other filters.

import type { App } from "../app";
import { filters_active } from "../data/filter";
import { modality_name, say, status_name, type_name } from "../i18n/language";
import { modalities, statuses, status_colours } from "../i18n/words";
import { node_name, type_dot } from "./common";
import { button, fill, h, icon_button } from "./dom";
import { icon } from "./icons";

interface Choice {
  key: string;
  label: string;
  count: number;
  dot: HTMLElement | null;
}

const many = 12;

export function filters(app: App): HTMLElement {
  return new FilterPanel(app).root;
}

class FilterPanel {
  readonly root = h("aside", { class: "side", attributes: { id: "filters", "aria-label": say("filters") } });
  private readonly open_ = new Set(["types", "zones", "statuses"]);
  private readonly sought_ = new Map<string, string>();
  private readonly counts_ = new Map<string, number>();

  constructor(private readonly app_: App) {
    for (const item of [...app_.model.nodes, ...app_.model.edges]) this.count(item.type);
    for (const node of app_.model.nodes) {
      for (const zone of app_.facets.zones[node.index] ?? []) this.count(`zone ${zone}`);
      for (const industry of app_.facets.industries[node.index] ?? []) this.count(`industry ${industry}`);
      this.count(`status ${String(node.attributes.get("status") ?? "")}`);
      for (const modality of app_.facets.modalities[node.index] ?? []) this.count(`modality ${modality}`);
    }
    app_.store.listen(() => this.draw());
  }

  private count(key: string): void {
    this.counts_.set(key, (this.counts_.get(key) ?? 0) + 1);
  }

  private draw(): void {
    const { view, screen } = this.app_.store;
    const active = filters_active(view.filters);
    this.root.classList.toggle("open", screen.filters_open);
    fill(
      this.root,
      h(
        "div",
        { class: "side-head" },
        h("h2", {}, say("filters"), active > 0 ? h("span", { class: "count on" }, active) : null),
        active > 0 ? button(say("clear"), () => this.app_.clear_filters(), { class: "text-button", data: { key: "clear" } }) : null,
        icon_button(say("close"), icon("close"), () => this.app_.store.show({ filters_open: false }), { class: "plain narrow-only" }),
      ),
      this.types(),
      this.zones(),
      this.statuses(),
      this.amounts(),
      this.years(),
      this.modalities(),
      this.industries(),
      this.confidence(),
      this.relations(),
    );
  }

  private section(key: string, title: string, active: number, ...content: (HTMLElement | null)[]): HTMLElement {
    const details = h(
      "details",
      { attributes: { open: this.open_.has(key) } },
      h("summary", { data: { key: `section-${key}` } }, title, active > 0 ? h("span", { class: "count on" }, active) : null),
      ...content,
    );
    details.addEventListener("toggle", () => {
      if (details.open) this.open_.add(key);
      else this.open_.delete(key);
    });
    return details;
  }

  private types(): HTMLElement {
    const { hidden_types } = this.app_.store.view.filters;
    const all = [...this.app_.model.node_types.keys()];
    const rows = all.map((type) => {
      const hidden = hidden_types.includes(type);
      const toggle = (): void =>
        this.app_.filter({ hidden_types: hidden ? hidden_types.filter((t) => t !== type) : [...hidden_types, type] });
      return h(
        "div",
        { class: "type-row" },
        this.check(`type-${type}`, !hidden, toggle, type_dot(this.app_, type), type_name(this.app_.model.node_types, type), this.counts_.get(type) ?? 0),
        button(say("only"), () => this.app_.filter({ hidden_types: all.filter((t) => t !== type) }), { class: "text-button only", data: { key: `only-${type}` } }),
      );
    });
    const everything = hidden_types.length > 0 ? button(say("all"), () => this.app_.filter({ hidden_types: [] }), { class: "text-button", data: { key: "all-types" } }) : null;
    return this.section("types", `${say("legend")} · ${say("types")}`, 0, ...rows, everything);
  }

  private check(key: string, on: boolean, change: () => void, dot: HTMLElement | null, label: string, count: number): HTMLElement {
    return h(
      "label",
      { class: "check" },
      h("input", { attributes: { type: "checkbox", checked: on }, data: { key }, on: { change } }),
      dot,
      h("span", { class: "check-label", title: label }, label),
      h("span", { class: "count" }, count.toLocaleString("en-US")),
    );
  }

  // Checkboxes of which none means all; many of them come with a field to find one.
  private choices<T extends string | number>(key: string, all: readonly (Choice & { value: T })[], chosen: readonly T[], change: (next: T[]) => void): HTMLElement {
    const list = h("div", { class: "choices" });
    const rows = (): HTMLElement[] => {
      const sought = (this.sought_.get(key) ?? "").toLowerCase();
      const found = all.filter((choice) => chosen.includes(choice.value) || sought === "" || choice.label.toLowerCase().includes(sought));
      return found.slice(0, 200).map((choice) => {
        const on = chosen.includes(choice.value);
        const toggle = (): void => change(on ? chosen.filter((v) => v !== choice.value) : [...chosen, choice.value]);
        return this.check(choice.key, on, toggle, choice.dot, choice.label, choice.count);
      });
    };
    list.append(...rows());
    if (all.length <= many) return list;
    const field = h("input", {
      class: "find",
      attributes: { type: "search", placeholder: say("filter_table"), "aria-label": say("filter_table"), value: this.sought_.get(key) ?? "" },
      data: { key: `find-${key}` },
      on: {
        input: () => {
          this.sought_.set(key, field.value);
          list.replaceChildren(...rows());
        },
      },
    });
    return h("div", {}, field, list);
  }

  private nodes_as_choices(kind: string, nodes: readonly number[]): (Choice & { value: number })[] {
    const choices = nodes.map((value) => ({
      value,
      key: `${kind}-${value}`,
      label: node_name(this.app_.model.nodes[value]),
      count: this.counts_.get(`${kind} ${value}`) ?? 0,
      dot: null,
    }));
    return choices.sort((a, b) => b.count - a.count || a.value - b.value);
  }

  private zones(): HTMLElement | null {
    const { zones } = this.app_.store.view.filters;
    if (this.app_.facets.all_zones.length === 0) return null;
    const all = this.nodes_as_choices("zone", this.app_.facets.all_zones);
    return this.section("zones", say("zone"), zones.length, this.choices("zones", all, zones, (next) => this.app_.filter({ zones: next })));
  }

  private industries(): HTMLElement | null {
    const { industries } = this.app_.store.view.filters;
    if (this.app_.facets.all_industries.length === 0) return null;
    const all = this.nodes_as_choices("industry", this.app_.facets.all_industries);
    return this.section("industries", say("industry"), industries.length, this.choices("industries", all, industries, (next) => this.app_.filter({ industries: next })));
  }

  private named(kind: string, known: Iterable<string>, name: (value: string) => string, colours?: Record<string, string>): (Choice & { value: string })[] {
    const present = [...this.counts_.keys()].filter((key) => key.startsWith(`${kind} `)).map((key) => key.slice(kind.length + 1));
    const ordered = [...new Set([...known, ...present.sort()])].filter((value) => value !== "" && this.counts_.has(`${kind} ${value}`));
    return ordered.map((value) => ({
      value,
      key: `${kind}-${value}`,
      label: name(value),
      count: this.counts_.get(`${kind} ${value}`) ?? 0,
      dot: colours ? h("span", { class: "dot", style: { "background-color": colours[value] ?? "#d5dbe2" } }) : null,
    }));
  }

  private statuses(): HTMLElement | null {
    const chosen = this.app_.store.view.filters.statuses;
    const all = this.named("status", Object.keys(statuses), status_name, status_colours);
    if (all.length === 0) return null;
    return this.section("statuses", say("status"), chosen.length, this.choices("statuses", all, chosen, (next) => this.app_.filter({ statuses: next })));
  }

  private modalities(): HTMLElement | null {
    const chosen = this.app_.store.view.filters.modalities;
    const all = this.named("modality", Object.keys(modalities), modality_name);
    if (all.length === 0) return null;
    return this.section("modalities", say("modality"), chosen.length, this.choices("modalities", all, chosen, (next) => this.app_.filter({ modalities: next })));
  }

  private number_field(key: string, end: string, value: number | null, change: (value: number | null) => void): HTMLElement {
    const field = h("input", {
      attributes: { type: "number", step: "any", value: value ?? "", "aria-label": `${say("amount")} ${end}`, placeholder: end },
      data: { key },
      on: { change: () => change(field.value === "" || !Number.isFinite(Number(field.value)) ? null : Number(field.value)) },
    });
    return field;
  }

  private amounts(): HTMLElement | null {
    if (!this.app_.facets.amounts.some((list) => list.length > 0)) return null;
    const { amount_from, amount_to } = this.app_.store.view.filters;
    const size = 1e8;
    const shown = (amount: number | null): number | null => (amount === null ? null : amount / size);
    const yuan = (typed: number | null): number | null => (typed === null ? null : Math.round(typed * size));
    const range = h(
      "div",
      { class: "range" },
      this.number_field("amount-from", say("from"), shown(amount_from), (v) => this.app_.filter({ amount_from: yuan(v) })),
      h("span", {}, "–"),
      this.number_field("amount-to", say("to"), shown(amount_to), (v) => this.app_.filter({ amount_to: yuan(v) })),
    );
    return this.section("amounts", say("amount"), Number(amount_from !== null || amount_to !== null), range);
  }

  private years(): HTMLElement | null {
    const { first_year, last_year } = this.app_.facets;
    if (first_year === 0) return null;
    const { year_from, year_to } = this.app_.store.view.filters;
    const years = Array.from({ length: Math.min(120, last_year - first_year + 1) }, (_, i) => first_year + i);
    const field = (key: string, label: string, value: number | null, change: (value: number | null) => void): HTMLElement => {
      const select = h(
        "select",
        { attributes: { "aria-label": `${say("year")} ${label}` }, data: { key }, on: { change: () => change(select.value === "" ? null : Number(select.value)) } },
        h("option", { attributes: { value: "" } }, label),
        ...years.map((year) => h("option", { attributes: { value: year, selected: year === value } }, year)),
      );
      return select;
    };
    const range = h(
      "div",
      { class: "range" },
      field("year-from", say("from"), year_from, (v) => this.app_.filter({ year_from: v })),
      h("span", {}, "–"),
      field("year-to", say("to"), year_to, (v) => this.app_.filter({ year_to: v })),
    );
    return this.section("years", say("year"), Number(year_from !== null || year_to !== null), range);
  }

  private confidence(): HTMLElement {
    const value = this.app_.store.view.filters.confidence;
    const shown = h("output", {}, `${Math.round(value * 100)}%`);
    const field = h("input", {
      attributes: { type: "range", min: 0, max: 1, step: 0.05, value, "aria-label": say("confidence") },
      data: { key: "confidence" },
      on: {
        input: () => (shown.textContent = `${Math.round(Number(field.value) * 100)}%`),
        change: () => this.app_.filter({ confidence: Number(field.value) }),
      },
    });
    return this.section("confidence", say("confidence"), Number(value > 0), h("div", { class: "range" }, field, shown));
  }

  private relations(): HTMLElement | null {
    const { hidden_relations } = this.app_.store.view.filters;
    const rows = [...this.app_.model.edge_types.keys()].map((type) => {
      const hidden = hidden_relations.includes(type);
      const toggle = (): void =>
        this.app_.filter({ hidden_relations: hidden ? hidden_relations.filter((t) => t !== type) : [...hidden_relations, type] });
      return this.check(`relation-${type}`, !hidden, toggle, null, type_name(this.app_.model.edge_types, type), this.counts_.get(type) ?? 0);
    });
    return rows.length === 0 ? null : this.section("relations", say("relations"), hidden_relations.length, ...rows);
  }
}
