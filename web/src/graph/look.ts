// What every node and line looks like in the present view: the one source for the screen, the PNG and the SVG.

import { status_at, type Facets } from "../data/facets";
import { visible_part, type Visible } from "../data/filter";
import type { GraphNode, Model } from "../data/model";
import { status_colours } from "../i18n/words";
import type { View } from "../state/view";
import { colour_text, mix, outline_of, own_colour, paper, parse_colour, type Rgb } from "./colours";
import type { Pair, Pairs } from "./pairs";

export interface NodeLook {
  x: number;
  y: number;
  size: number;
  fill: string;
  outline: string;
  marked: boolean; // selected or at an end of the path
  pinned: boolean;
  faded: boolean;
}

export interface PairLook {
  colour: string;
  width: number;
  strong: boolean;
}

interface Paint {
  fill: string;
  outline: string;
  faded_fill: string;
  faded_outline: string;
}

const line_colour = "#b4bfcc";
const faded_line = "#e6eaef";
const near_line = "#5d7694";
const path_line = "#c2410c";

export class Look {
  readonly visible: Visible;
  readonly order: number[]; // visible nodes, those to label first in front
  private readonly near_: Set<number> | undefined; // not faded; undefined: nothing is
  private readonly marked_: Set<number>;
  private readonly on_path_ = new Set<Pair>();

  constructor(
    private readonly model_: Model,
    facets: Facets,
    private readonly pairs_: Pairs,
    private readonly view_: View,
    path: readonly number[],
    private readonly paints_: Paints,
  ) {
    this.visible = visible_part(view_, model_, facets);
    this.marked_ = new Set([...view_.selected, ...(view_.pair ?? []), ...path]);
    for (let i = 1; i < path.length; i++) {
      const pair = pairs_.between(path[i - 1] ?? -1, path[i] ?? -1);
      if (pair) this.on_path_.add(pair);
    }
    this.near_ = this.near_nodes(path);
    this.order = this.label_order();
  }

  node(index: number): NodeLook | undefined {
    const node = this.model_.nodes[index];
    if (!node || !this.visible.nodes[index]) return undefined;
    const place = this.view_.pinned.get(index) ?? node;
    const paint = this.paints_.of(node, this.view_.month);
    const faded = this.near_ !== undefined && !this.near_.has(index);
    return {
      x: place.x,
      y: place.y,
      size: this.paints_.size(index),
      fill: faded ? paint.faded_fill : paint.fill,
      outline: faded ? paint.faded_outline : paint.outline,
      marked: this.marked_.has(index),
      pinned: this.view_.pinned.has(index),
      faded,
    };
  }

  pair(pair: Pair): PairLook | undefined {
    if (!this.visible.nodes[pair.source] || !this.visible.nodes[pair.target]) return undefined;
    if (!pair.edges.some((e) => this.shows(e))) return undefined;
    if (this.on_path_.has(pair)) return { colour: path_line, width: 3, strong: true };
    if (!this.near_) return { colour: line_colour, width: 1, strong: false };
    if (this.is_chosen(pair)) return { colour: path_line, width: 2.5, strong: true };
    const chosen = this.view_.pair ? false : this.view_.selected.some((node) => node === pair.source || node === pair.target);
    return chosen ? { colour: near_line, width: 1.6, strong: true } : { colour: faded_line, width: 1, strong: false };
  }

  shows(edge: number): boolean {
    const found = this.model_.edges[edge];
    return found !== undefined && this.visible.edge(found);
  }

  private is_chosen(pair: Pair): boolean {
    const chosen = this.view_.pair;
    return chosen !== null && this.pairs_.between(chosen[0], chosen[1]) === pair;
  }

  private near_nodes(path: readonly number[]): Set<number> | undefined {
    if (path.length > 0) return new Set(path);
    if (this.view_.pair) return new Set(this.view_.pair);
    if (this.view_.selected.length === 0) return undefined;
    const near = new Set(this.view_.selected);
    for (const node of this.view_.selected)
      for (const e of this.model_.incident[node] ?? []) {
        const edge = this.model_.edges[e];
        if (edge && this.visible.edge(edge)) near.add(edge.source).add(edge.target);
      }
    return near;
  }

  private label_order(): number[] {
    const rank = (index: number): number =>
      (this.marked_.has(index) ? 1000 : 0) + (this.near_?.has(index) ? 500 : 0) + this.paints_.size(index);
    const order: number[] = [];
    for (let i = 0; i < this.visible.nodes.length; i++) if (this.visible.nodes[i]) order.push(i);
    return order.sort((a, b) => rank(b) - rank(a) || a - b);
  }
}

// Colours by type, or by state where time runs; sizes by the number of ties.
export class Paints {
  private readonly of_type_ = new Map<string, Paint>();
  private readonly of_status_ = new Map<string, Paint>();
  private readonly sizes_: Float32Array;

  constructor(model: Model) {
    for (const [type, about] of model.node_types)
      this.of_type_.set(type, paint_of(parse_colour(about.color ?? "") ?? own_colour(type)));
    for (const [status, colour] of Object.entries(status_colours))
      this.of_status_.set(status, paint_of(parse_colour(colour) ?? own_colour(status)));
    const crowd = Math.min(1, (600 / Math.max(1, model.nodes.length)) ** 0.25);
    this.sizes_ = Float32Array.from(model.nodes, (node) => size_of(node, model) * crowd);
  }

  type(type: string): Paint {
    return this.of_type_.get(type) ?? paint_of(own_colour(type));
  }

  of(node: GraphNode, month: number | null): Paint {
    const status = month === null || node.states.length === 0 ? "" : status_at(node, month);
    return this.of_status_.get(status) ?? this.type(node.type);
  }

  size(index: number): number {
    return this.sizes_[index] ?? 4;
  }
}

function size_of(node: GraphNode, model: Model): number {
  const ties = model.incident[node.index]?.length ?? 0;
  const least = node.type === "zone" ? 9 : node.type === "investment" || node.type === "indicator" ? 3.5 : 5;
  return Math.min(20, least + Math.sqrt(ties) * 1.1);
}

function paint_of(fill: Rgb): Paint {
  const outline = outline_of(fill);
  return {
    fill: colour_text(fill),
    outline: colour_text(outline),
    faded_fill: colour_text(mix(fill, paper, 0.72)),
    faded_outline: colour_text(mix(outline, paper, 0.72)),
  };
}
