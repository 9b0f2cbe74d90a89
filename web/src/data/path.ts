// The shortest ways between two nodes, along all edges but the mentions: everything is mentioned somewhere.

import { other_end, type Model } from "./model";

const most_paths = 8;

// Each path from `from` to `to` as nodes; all are of the same length; in a fixed order. Empty: none.
export function shortest_paths(model: Model, from: number, to: number): number[][] {
  const distance = distances(model, from, to);
  if ((distance[to] ?? -1) < 0) return [];
  return walk_back(model, distance, to);
}

function neighbours(model: Model, node: number): number[] {
  const found = new Set<number>();
  for (const e of model.incident[node] ?? []) {
    const edge = model.edges[e];
    if (edge && edge.type !== "mentioned_in") found.add(other_end(edge, node));
  }
  return [...found].sort((a, b) => a - b);
}

function distances(model: Model, from: number, to: number): Int32Array {
  const distance = new Int32Array(model.nodes.length).fill(-1);
  distance[from] = 0;
  const queue = [from];
  for (let i = 0; i < queue.length && (distance[to] ?? -1) < 0; i++) {
    const at = queue[i] ?? from;
    for (const next of neighbours(model, at))
      if (distance[next] === -1) {
        distance[next] = (distance[at] ?? 0) + 1;
        queue.push(next);
      }
  }
  return distance;
}

interface Tail {
  node: number;
  next: Tail | undefined;
}

// Against the distances, without recursion: a path can be as long as the graph.
function walk_back(model: Model, distance: Int32Array, to: number): number[][] {
  const paths: number[][] = [];
  const open: Tail[] = [{ node: to, next: undefined }];
  for (let tail = open.pop(); tail && paths.length < most_paths; tail = open.pop()) {
    const left = distance[tail.node] ?? 0;
    if (left === 0) paths.push(nodes_of(tail));
    else
      for (const before of neighbours(model, tail.node).reverse())
        if (distance[before] === left - 1) open.push({ node: before, next: tail });
  }
  return paths;
}

function nodes_of(first: Tail): number[] {
  const nodes: number[] = [];
  for (let tail: Tail | undefined = first; tail; tail = tail.next) nodes.push(tail.node);
  return nodes;
}
