// The search field with its list: a combobox as ARIA describes it.

import type { App } from "../app";
import type { Hit } from "../data/search";
import type { Found, Server } from "../data/server";
import { say, type_name } from "../i18n/language";
import { node_name, type_dot } from "./common";
import { h } from "./dom";
import { icon } from "./icons";

const most_shown = 30;

export function search_box(app: App): HTMLElement {
  return new SearchBox(app).root;
}

class SearchBox {
  readonly root: HTMLElement;
  private readonly input_: HTMLInputElement;
  private readonly list_: HTMLElement;
  private hits_: Hit[] = [];
  private at_ = -1;
  private far_: Found[] = [];

  constructor(private readonly app_: App) {
    this.input_ = h("input", {
      attributes: {
        id: "search", type: "search", autocomplete: "off", spellcheck: "false", role: "combobox",
        "aria-expanded": "false", "aria-controls": "search-list", "aria-autocomplete": "list",
        placeholder: say("search"), "aria-label": say("search_label"),
      },
      on: { input: () => this.look(), focus: () => this.look(), keydown: (event) => this.key(event as KeyboardEvent) },
    });
    this.list_ = h("ul", { class: "search-list", attributes: { id: "search-list", role: "listbox", "aria-label": say("search"), hidden: true } });
    this.root = h("div", { class: "search", attributes: { role: "search" } }, icon("search"), this.input_, h("kbd", { attributes: { "aria-hidden": "true" } }, "/"), this.list_);
    this.root.addEventListener("focusout", (event) => {
      if (!this.root.contains(event.relatedTarget as Node | null)) this.close();
    });
  }

  private look(): void {
    this.hits_ = this.app_.search.find(this.input_.value);
    this.at_ = this.hits_.length > 0 ? 0 : -1;
    this.far_ = [];
    this.draw();
    if (this.app_.server?.partial) void this.look_far(this.app_.server, this.input_.value.trim());
  }

  // What the page does not hold, as the server finds it.
  private async look_far(server: Server, query: string): Promise<void> {
    const found = query === "" ? [] : await server.search(query).catch(() => []);
    if (this.input_.value.trim() !== query) return;
    this.far_ = found.filter((one) => !this.app_.model.by_id.has(one.id)).slice(0, most_shown);
    this.draw();
  }

  private far_item(found: Found): HTMLElement {
    const fetch_it = (event: Event): void => {
      event.preventDefault();
      this.close();
      void this.app_.grow((server) => server.neighbours(found.id), [found.id]);
    };
    return h(
      "li",
      { class: "far", on: { mousedown: fetch_it } },
      type_dot(this.app_, found.type),
      h("span", { class: "hit-name" }, found.name),
      h("span", { class: "muted" }, type_name(this.app_.model.node_types, found.type)),
    );
  }

  private draw(): void {
    const asked = this.input_.value.trim() !== "";
    this.list_.hidden = !asked;
    this.input_.setAttribute("aria-expanded", String(asked));
    const rest = this.hits_.length - most_shown;
    this.list_.replaceChildren(
      ...this.hits_.slice(0, most_shown).map((hit, i) => this.item(hit, i)),
      ...this.far_.map((found) => this.far_item(found)),
      ...(asked && this.hits_.length + this.far_.length === 0 ? [h("li", { class: "search-note" }, say("no_match"))] : []),
      ...(rest > 0 ? [h("li", { class: "search-note" }, say("more_matches", rest))] : []),
    );
    this.mark();
  }

  private item(hit: Hit, i: number): HTMLElement {
    const node = this.app_.model.nodes[hit.node];
    const type = node?.type ?? "";
    return h(
      "li",
      {
        attributes: { id: `hit-${i}`, role: "option", "aria-selected": "false" },
        on: {
          // Before the field loses the focus and the list closes.
          mousedown: (event) => {
            event.preventDefault();
            this.choose(i, (event as MouseEvent).ctrlKey || (event as MouseEvent).metaKey);
          },
        },
      },
      type_dot(this.app_, type),
      h("span", { class: "hit-name" }, node_name(node), hit.matched ? h("span", { class: "muted" }, ` ${hit.matched}`) : null),
      h("span", { class: "muted" }, type_name(this.app_.model.node_types, type)),
    );
  }

  private mark(): void {
    const items = [...this.list_.querySelectorAll<HTMLElement>("[role=option]")];
    for (const [i, item] of items.entries()) item.setAttribute("aria-selected", String(i === this.at_));
    if (this.at_ >= 0) this.input_.setAttribute("aria-activedescendant", `hit-${this.at_}`);
    else this.input_.removeAttribute("aria-activedescendant");
    items[this.at_]?.scrollIntoView({ block: "nearest" });
  }

  private key(event: KeyboardEvent): void {
    const last = Math.min(this.hits_.length, most_shown) - 1;
    if (event.key === "ArrowDown") this.at_ = Math.min(last, this.at_ + 1);
    else if (event.key === "ArrowUp") this.at_ = Math.max(0, this.at_ - 1);
    else if (event.key === "Enter" && !event.isComposing) return this.choose(this.at_, event.ctrlKey || event.metaKey);
    else if (event.key === "Escape") {
      event.stopPropagation();
      if (this.input_.value === "") this.input_.blur();
      this.input_.value = "";
      return this.close();
    } else return;
    event.preventDefault();
    this.mark();
  }

  private choose(i: number, more: boolean): void {
    const hit = this.hits_[i];
    if (!hit) return;
    this.app_.go_to(hit.node, more);
    this.input_.select();
    this.close();
  }

  private close(): void {
    this.list_.hidden = true;
    this.input_.setAttribute("aria-expanded", "false");
  }
}
