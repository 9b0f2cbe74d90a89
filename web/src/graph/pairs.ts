// Relations between the same two nodes are one line on the screen.

import type { GraphEdge, Model } from "../data/model";

export interface Pair {
  index: number;
  source: number; // of the first relation
  target: number;
  edges: number[];
  both_ways: boolean;
}

export class Pairs {
  readonly list: Pair[] = [];
  private readonly of_edge_: number[] = [];
  private readonly by_ends_ = new Map<string, Pair>();

  constructor(model: Model) {
    for (const edge of model.edges) if (edge.source !== edge.target) this.add(edge);
  }

  of_edge(edge: number): Pair | undefined {
    return this.list[this.of_edge_[edge] ?? -1];
  }

  between(a: number, b: number): Pair | undefined {
    return this.by_ends_.get(key_of(a, b));
  }

  private add(edge: GraphEdge): void {
    const key = key_of(edge.source, edge.target);
    let pair = this.by_ends_.get(key);
    if (!pair) {
      pair = { index: this.list.length, source: edge.source, target: edge.target, edges: [], both_ways: false };
      this.list.push(pair);
      this.by_ends_.set(key, pair);
    }
    pair.edges.push(edge.index);
    pair.both_ways ||= pair.source !== edge.source;
    this.of_edge_[edge.index] = pair.index;
  }
}

const key_of = (a: number, b: number): string => (a < b ? `${a}-${b}` : `${b}-${a}`);
