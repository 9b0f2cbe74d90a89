// A table of any length: only the rows in sight are in the page.

import type { App } from "../app";
import { passing } from "../data/filter";
import { folded } from "../data/search";
import { cell_text, cell_value, table_of, type Column, type Row, type TableData, type TableKind } from "../data/tables";
import { csv_text } from "../download/csv";
import { file_name, save } from "../download/save";
import { language, say } from "../i18n/language";
import { status_badge, type_dot } from "./common";
import { button, h } from "./dom";
import { icon } from "./icons";

const row_height = 32;
const spare = 6; // rows drawn beyond what is in sight

interface Order {
  column: number;
  descending: boolean;
}

export class Table {
  readonly root: HTMLElement;
  private data_: TableData = { columns: [], rows: [] };
  private rows_: Row[] = [];
  private order_: Order = { column: 0, descending: false };
  private typed_ = "";
  private readonly ticked_ = new Set<number>();
  private active_ = 0;
  private readonly head_ = h("div", { class: "table-row table-head", attributes: { role: "row" } });
  private readonly body_ = h("div", { class: "table-body", attributes: { role: "rowgroup" } });
  private readonly scroll_: HTMLElement;
  private readonly count_ = h("span", { class: "muted", attributes: { role: "status" } });
  private readonly show_: HTMLButtonElement;

  constructor(
    private readonly app_: App,
    private readonly kind_: TableKind,
  ) {
    const field = h("input", {
      class: "find",
      attributes: { type: "search", placeholder: say("filter_table"), "aria-label": say("filter_table") },
      on: {
        input: () => {
          this.typed_ = field.value;
          this.arrange();
        },
      },
    });
    this.show_ = button(say("select_rows"), () => this.app_.select_all([...this.ticked_]), { class: "action" });
    const csv = button(say("download_csv"), () => this.download(), { class: "action csv" }, icon("download"), h("span", {}, say("download_csv")));
    this.scroll_ = h("div", { class: "table", attributes: { role: "grid", "aria-label": say(kind_) } }, this.head_, this.body_);
    this.scroll_.addEventListener("scroll", () => this.draw());
    this.scroll_.addEventListener("keydown", (event) => this.key(event));
    this.root = h("div", { class: "table-view" }, h("div", { class: "table-tools" }, field, this.count_, this.show_, csv), this.scroll_);
    new ResizeObserver(() => this.draw()).observe(this.scroll_);
  }

  update(): void {
    const { filters, month } = this.app_.store.view;
    this.data_ = table_of(this.kind_, this.app_.model, this.app_.facets, passing(filters, month, this.app_.model, this.app_.facets));
    this.draw_head();
    this.arrange();
  }

  // Only what the selection changes.
  mark(): void {
    this.draw();
  }

  private arrange(): void {
    const sought = folded(this.typed_);
    const { columns, rows } = this.data_;
    const found = sought === "" ? rows : rows.filter((row) => row.cells.some((cell, i) => folded(cell_text(cell, columns[i]?.kind ?? "text")).includes(sought)));
    const { column, descending } = this.order_;
    const compare = comparer(columns[column]?.numeric ?? false);
    const sign = descending ? -1 : 1;
    this.rows_ = [...found].sort((a, b) => last_if_empty(a, b, column) || sign * compare(a.cells[column] ?? "", b.cells[column] ?? "") || a.node - b.node);
    this.active_ = Math.min(this.active_, Math.max(0, this.rows_.length - 1));
    this.count_.textContent = say("rows", this.rows_.length.toLocaleString("en-US"));
    this.scroll_.setAttribute("aria-rowcount", String(this.rows_.length + 1));
    this.draw();
  }

  private draw_head(): void {
    const widths = ["34px", ...this.data_.columns.map((column) => column.width)].join(" ");
    this.scroll_.style.setProperty("--columns", widths);
    // All rows are as wide as the least widths add up to: else each row would make its own columns.
    const least = this.data_.columns.reduce((sum, column) => sum + Number(/\d+/.exec(column.width)?.[0] ?? 0), 34);
    this.scroll_.style.setProperty("--least", `${least}px`);
    this.head_.replaceChildren(
      h("span", { class: "cell tick", attributes: { role: "columnheader" } }),
      ...this.data_.columns.map((column, i) => this.head_cell(column, i)),
    );
  }

  private head_cell(column: Column, i: number): HTMLElement {
    const sorted = this.order_.column === i;
    const direction = sorted ? (this.order_.descending ? "descending" : "ascending") : "none";
    const sort = button(
      column.title,
      () => {
        this.order_ = { column: i, descending: sorted ? !this.order_.descending : column.numeric };
        this.draw_head();
        this.arrange();
        this.head_.querySelectorAll("button")[i]?.focus();
      },
      { title: say("sort_by", column.title) },
      column.title,
      sorted ? h("span", { attributes: { "aria-hidden": "true" } }, this.order_.descending ? " ↓" : " ↑") : null,
    );
    return h("span", { class: `cell${column.numeric ? " number" : ""}`, attributes: { role: "columnheader", "aria-sort": direction } }, sort);
  }

  private draw(): void {
    const first = Math.max(0, Math.floor(this.scroll_.scrollTop / row_height) - spare);
    const last = Math.min(this.rows_.length, Math.ceil((this.scroll_.scrollTop + this.scroll_.clientHeight) / row_height) + spare);
    const focused = this.body_.contains(document.activeElement);
    this.body_.style.setProperty("height", `${this.rows_.length * row_height}px`);
    this.body_.replaceChildren(...this.rows_.slice(first, last).map((row, i) => this.draw_row(row, first + i)));
    if (focused) this.body_.querySelector<HTMLElement>("[tabindex='0']")?.focus({ preventScroll: true });
    this.show_.disabled = this.ticked_.size === 0;
  }

  private draw_row(row: Row, at: number): HTMLElement {
    const chosen = this.app_.store.view.selected.includes(row.node);
    const tick = h("input", {
      attributes: { type: "checkbox", tabindex: -1, checked: this.ticked_.has(row.node), "aria-label": say("select_row", String(row.cells[0] ?? "")) },
      on: { change: () => this.tick(row.node), click: (event) => event.stopPropagation() },
    });
    return h(
      "div",
      {
        class: `table-row${chosen ? " chosen" : ""}`,
        attributes: { role: "row", "aria-rowindex": at + 2, "aria-selected": chosen, tabindex: at === this.active_ ? 0 : -1 },
        style: { top: `${at * row_height}px` },
        on: {
          click: (event) => {
            this.active_ = at;
            this.app_.go_to(row.node, (event as MouseEvent).ctrlKey || (event as MouseEvent).metaKey);
          },
        },
      },
      h("span", { class: "cell tick", attributes: { role: "gridcell" } }, tick),
      ...row.cells.map((cell, i) => this.draw_cell(row, cell, this.data_.columns[i])),
    );
  }

  private draw_cell(row: Row, cell: string | number | null, column: Column | undefined): HTMLElement {
    const kind = column?.kind ?? "text";
    const text = cell_text(cell, kind);
    const shown = kind === "status" && text !== "" ? status_badge(String(cell)) : text;
    const node = this.app_.model.nodes[row.node];
    return h(
      "span",
      { class: `cell of-${kind}${column?.numeric ? " number" : ""}`, title: text, attributes: { role: "gridcell" } },
      kind === "name" && node ? type_dot(this.app_, node.type) : null,
      shown,
    );
  }

  private tick(node: number): void {
    if (!this.ticked_.delete(node)) this.ticked_.add(node);
    this.draw();
  }

  private key(event: KeyboardEvent): void {
    if (!this.body_.contains(event.target as Node)) return;
    const page = Math.max(1, Math.floor(this.scroll_.clientHeight / row_height) - 1);
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity };
    const row = this.rows_[this.active_];
    const step = steps[event.key];
    if (event.key === "Enter" && row) this.app_.go_to(row.node, event.ctrlKey || event.metaKey);
    else if (event.key === " " && row) this.tick(row.node);
    else if (step !== undefined) this.move(step);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private move(step: number): void {
    this.active_ = Math.max(0, Math.min(this.rows_.length - 1, this.active_ + step));
    const top = this.active_ * row_height;
    const room = this.scroll_.clientHeight - 2 * row_height;
    if (top < this.scroll_.scrollTop) this.scroll_.scrollTop = top;
    else if (top > this.scroll_.scrollTop + room) this.scroll_.scrollTop = top - room;
    this.draw();
    this.body_.querySelector<HTMLElement>("[tabindex='0']")?.focus({ preventScroll: true });
  }

  private download(): void {
    const { columns } = this.data_;
    const rows = this.rows_.map((row) => row.cells.map((cell, i) => cell_value(cell, columns[i]?.kind ?? "text")));
    const text = csv_text([columns.map((column) => column.title), ...rows]);
    save(file_name(`${this.app_.model.title} ${say(this.kind_)}`, "csv"), new Blob([text], { type: "text/csv;charset=utf-8" }));
  }
}

function comparer(numeric: boolean): (a: string | number, b: string | number) => number {
  if (numeric) return (a, b) => Number(a) - Number(b);
  const words = new Intl.Collator(language() === "zh" ? "zh-CN" : "en", { numeric: true });
  return (a, b) => words.compare(String(a), String(b));
}

// Whatever the direction, rows without a value come last.
function last_if_empty(a: Row, b: Row, column: number): number {
  const empty = (row: Row): number => Number(row.cells[column] === null || row.cells[column] === "");
  return empty(a) - empty(b);
}
