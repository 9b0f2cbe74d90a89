// What every view is given: the graph, the view, and what an analyst can do.

import type { EvidenceJson } from "./data/json";
import { make_facets, type Facets } from "./data/facets";
import { other_end, type Model } from "./data/model";
import { shortest_paths } from "./data/path";
import { Search } from "./data/search";
import type { Server } from "./data/server";
import { SourceText } from "./data/text";
import type { GraphCanvas } from "./graph/canvas";
import { Look, Paints } from "./graph/look";
import { Pairs } from "./graph/pairs";
import { say } from "./i18n/language";
import { Store } from "./state/store";
import { first_view, no_filters, with_added, without, type Filters, type Place } from "./state/view";

// Words to show in their text, one after another.
export interface Reading {
  document: string;
  evidence: readonly EvidenceJson[]; // of this and other documents
  at: number; // which of them
}

export class App {
  readonly facets: Facets;
  readonly pairs: Pairs;
  readonly paints: Paints;
  readonly search: Search;
  readonly store: Store;
  canvas: GraphCanvas | undefined;
  reading: Reading | undefined;
  announce: (text: string) => void = () => {};
  private look_: Look | undefined;
  private paths_: number[][] = [];
  private paths_of_ = "";

  constructor(
    readonly model: Model,
    readonly server: Server | undefined,
    private readonly reopen_: (added: readonly string[]) => void,
  ) {
    this.facets = make_facets(model);
    this.pairs = new Pairs(model);
    this.paints = new Paints(model);
    this.search = new Search(model);
    this.store = new Store(first_view(model.node_types.keys(), model.start !== undefined));
    this.listen();
  }

  // First of all listeners: the others ask for the look.
  listen(): void {
    this.store.forget_listeners();
    this.store.listen(() => (this.look_ = undefined));
  }

  get look(): Look {
    this.look_ ??= new Look(this.model, this.facets, this.pairs, this.store.view, this.path, this.paints);
    return this.look_;
  }

  // All shortest ways between the two ends that are set.
  get paths(): number[][] {
    const ends = this.store.view.path;
    const key = ends ? `${ends[0]} ${ends[1]}` : "";
    if (key !== this.paths_of_) {
      this.paths_of_ = key;
      this.paths_ = ends ? shortest_paths(this.model, ends[0], ends[1]) : [];
    }
    return this.paths_;
  }

  get path(): number[] {
    return this.paths[this.store.screen.path_choice % Math.max(1, this.paths.length)] ?? [];
  }

  // A document's text; where a server has it, it is sent for and the views are told when it has come.
  text(id: string): SourceText | undefined {
    const document = this.model.documents.get(id);
    if (document && !document.text && this.server) void this.fetch_text(id, this.server);
    return document?.text;
  }

  private async fetch_text(id: string, server: Server): Promise<void> {
    try {
      const text = await server.text(id);
      const document = this.model.documents.get(id);
      if (text === undefined || !document) return;
      document.text = new SourceText(text);
      this.store.tell({ view: false, screen: true });
    } catch {
      this.announce(say("server_silent"));
    }
  }

  // Of a graph that the page holds a part of, the server sends more; the page opens again with it.
  async grow(step: (server: Server) => Promise<boolean>, added: readonly string[]): Promise<void> {
    if (!this.server?.partial) return;
    try {
      if (await step(this.server)) this.reopen_(added);
    } catch {
      this.announce(say("server_silent"));
    }
  }

  // Selects a node wherever it was found; it comes into the graph when it was not there.
  select(node: number, more = false): void {
    if (this.store.screen.path_from !== null) return this.find_path(this.store.screen.path_from, node);
    this.reading = undefined;
    const { selected, added, hidden } = this.store.view;
    const was = selected.includes(node);
    const next = more ? (was ? without(selected, [node]) : [...selected, node]) : [node];
    const part = { selected: next, pair: null, path: null };
    if (this.look.visible.nodes[node]) this.store.adjust(part);
    else this.store.change({ ...part, added: with_added(added, [node]), hidden: without(hidden, [node]) });
  }

  // As select, with the graph moved to it: for what was found elsewhere than in the graph.
  go_to(node: number, more = false): void {
    const on_path = this.store.screen.path_from !== null;
    this.select(node, more);
    if (!on_path) this.canvas?.show(node);
  }

  select_all(nodes: readonly number[]): void {
    const { added, hidden } = this.store.view;
    this.reading = undefined;
    this.store.change({ selected: nodes, pair: null, path: null, added: with_added(added, nodes), hidden: without(hidden, nodes) });
    this.canvas?.fit(nodes);
  }

  select_pair(a: number, b: number): void {
    this.reading = undefined;
    this.store.adjust({ selected: [], pair: [a, b], path: null });
  }

  select_nothing(): void {
    this.reading = undefined;
    if (this.store.screen.path_from !== null) this.store.show({ path_from: null });
    const { selected, pair, path } = this.store.view;
    if (selected.length > 0 || pair || path) this.store.adjust({ selected: [], pair: null, path: null });
    else this.store.tell({ view: true, screen: false });
  }

  // Of types that the legend has switched off only when there is nothing else.
  neighbours(nodes: readonly number[]): number[] {
    const all = this.all_neighbours(nodes);
    const off = new Set(this.store.view.filters.hidden_types);
    const wanted = all.filter((node) => !off.has(this.model.nodes[node]?.type ?? ""));
    return wanted.length > 0 ? wanted : all;
  }

  private all_neighbours(nodes: readonly number[]): number[] {
    const found = new Set<number>();
    for (const node of nodes)
      for (const e of this.model.incident[node] ?? []) {
        const edge = this.model.edges[e];
        if (edge && edge.type !== "mentioned_in") found.add(other_end(edge, node));
      }
    return [...found];
  }

  expand(nodes: readonly number[]): void {
    const { added, hidden } = this.store.view;
    const more = this.neighbours(nodes);
    this.store.change({ added: with_added(added, more), hidden: without(hidden, more) });
    for (const node of nodes) {
      const id = this.model.nodes[node]?.id;
      if (id !== undefined) void this.grow((server) => server.neighbours(id), []);
    }
  }

  hide(nodes: readonly number[]): void {
    const { added, hidden, selected } = this.store.view;
    this.store.change({ hidden: with_added(hidden, nodes), added: without(added, nodes), selected: without(selected, nodes), pair: null });
  }

  unhide(): void {
    this.store.change({ hidden: [] });
  }

  // Only these nodes and what is tied to them.
  focus(nodes: readonly number[]): void {
    const around = [...nodes, ...this.neighbours(nodes)];
    this.store.change({ base: "none", added: around, hidden: [] });
    this.canvas?.fit(around);
  }

  base(base: "all" | "start"): void {
    this.store.change({ base, added: base === "start" ? [] : this.store.view.added });
    this.canvas?.fit();
  }

  pin(node: number, place: Place): void {
    this.store.change({ pinned: new Map(this.store.view.pinned).set(node, place) });
  }

  toggle_pin(nodes: readonly number[]): void {
    const pinned = new Map(this.store.view.pinned);
    const all = nodes.every((node) => pinned.has(node));
    for (const node of nodes) {
      const at = pinned.get(node) ?? this.model.nodes[node];
      if (all) pinned.delete(node);
      else if (at) pinned.set(node, { x: at.x, y: at.y });
    }
    this.store.change({ pinned });
  }

  find_path(from: number, to: number): void {
    this.reading = undefined;
    this.store.show({ path_from: null, path_choice: 0 });
    const nodes = shortest_paths(this.model, from, to)[0] ?? [];
    const { added, hidden } = this.store.view;
    const seen = this.look.visible.nodes;
    const more = nodes.filter((node) => !seen[node]);
    this.store.change({ path: [from, to], pair: null, selected: [], added: with_added(added, more), hidden: without(hidden, nodes) });
    this.canvas?.fit(nodes);
    const ends = [from, to].flatMap((end) => this.model.nodes[end]?.id ?? []);
    void this.grow((server) => server.path(ends[0] ?? "", ends[1] ?? ""), []);
  }

  next_path(): void {
    const choice = (this.store.screen.path_choice + 1) % Math.max(1, this.paths.length);
    this.store.show({ path_choice: choice });
    const { added, hidden } = this.store.view;
    this.store.adjust({ added: with_added(added, this.path), hidden: without(hidden, this.path) });
  }

  filter(part: Partial<Filters>): void {
    this.store.change({ filters: { ...this.store.view.filters, ...part } });
  }

  clear_filters(): void {
    const { hidden_types, hidden_relations } = this.store.view.filters;
    this.store.change({ filters: { ...no_filters, hidden_types, hidden_relations } });
  }

  read(evidence: readonly EvidenceJson[], at: number): void {
    const document = evidence[at]?.doc;
    if (document === undefined) return;
    this.reading = { document, evidence, at };
    this.store.tell({ view: false, screen: true });
  }

  open_document(id: string): void {
    this.reading = { document: id, evidence: this.mentions_in(id), at: -1 };
    this.store.tell({ view: false, screen: true });
  }

  // Everything read from a document, in the order of the text.
  mentions_in(id: string): EvidenceJson[] {
    const all = this.model.nodes.filter((node) => node.type !== "document").flatMap((node) => node.mentions);
    return all.filter((item) => item.doc === id).sort((a, b) => a.begin - b.begin || b.end - a.end);
  }

  stop_reading(): void {
    this.reading = undefined;
    this.store.tell({ view: false, screen: true });
  }
}
