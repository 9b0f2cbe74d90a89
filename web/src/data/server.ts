// What `zonekg view` answers beyond the data that the page began with: texts, and the rest of a graph too large to send.

import type { GraphJson, LinkJson, PageJson, TypeJson } from "./json";

export interface Fragment {
  graph?: GraphJson;
  pinyin?: { full?: string; initials?: string }[];
  types?: PageJson["types"];
  life_cycles?: PageJson["life_cycles"];
  path?: string[];
  total?: number;
}

export interface Found {
  id: string;
  type: string;
  name: string;
}

async function ask<T>(what: string, values: Record<string, string>): Promise<T> {
  const response = await fetch(`${what}?${new URLSearchParams(values).toString()}`, { credentials: "same-origin" });
  if (!response.ok) throw new Error(`${what}: ${response.status} ${response.statusText}`);
  return (await response.json()) as T;
}

export class Server {
  private readonly asked_ = new Set<string>();

  // `page` grows with every fragment.
  constructor(readonly page: PageJson) {}

  // True when the graph has more than the page holds.
  get partial(): boolean {
    return (this.page.whole?.nodes ?? 0) > (this.page.graph?.nodes?.length ?? 0);
  }

  // Once for each document; undefined when it was asked for already.
  async text(id: string): Promise<string | undefined> {
    if (this.asked_.has(id)) return undefined;
    this.asked_.add(id);
    return (await ask<{ text?: string }>("document", { id })).text;
  }

  async search(query: string): Promise<Found[]> {
    return (await ask<{ nodes?: Found[] }>("search", { q: query })).nodes ?? [];
  }

  // The node and its most connected neighbours come into the page. True when anything is new.
  async neighbours(id: string): Promise<boolean> {
    return this.grow(await ask<Fragment>("neighbours", { node: id, from: "0" }), id);
  }

  async path(from: string, to: string): Promise<boolean> {
    return this.grow(await ask<Fragment>("path", { from, to }), from);
  }

  private grow(fragment: Fragment, anchor: string): boolean {
    const nodes = (this.page.graph ??= {}).nodes ?? [];
    const links = this.page.graph.links ?? [];
    const known = new Set(nodes.map((node) => node.id));
    const fresh = (fragment.graph?.nodes ?? []).map((node, i) => ({ node, i })).filter(({ node }) => !known.has(node.id));
    const middle = nodes.findIndex((node) => node.id === anchor);
    const around = ring(this.page, middle, fresh.length);
    for (const [n, { node, i }] of fresh.entries()) {
      nodes.push(node);
      (this.page.pinyin ??= []).push(fragment.pinyin?.[i] ?? {});
      (this.page.layout ??= {}).x?.push(around[n]?.x ?? 0);
      this.page.layout.y?.push(around[n]?.y ?? 0);
    }
    const tied = new Set(links.map(link_key));
    const more = (fragment.graph?.links ?? []).filter((link) => !tied.has(link_key(link)));
    links.push(...more);
    Object.assign(this.page.graph, { nodes, links });
    this.page.life_cycles = { ...this.page.life_cycles, ...fragment.life_cycles };
    this.page.types = {
      nodes: merged(this.page.types?.nodes, fragment.types?.nodes),
      edges: merged(this.page.types?.edges, fragment.types?.edges),
    };
    return fresh.length > 0 || more.length > 0;
  }
}

const link_key = (link: LinkJson): string => JSON.stringify([link.source, link.target, link.type, link.key ?? 0]);
const merged = (a?: Record<string, TypeJson>, b?: Record<string, TypeJson>): Record<string, TypeJson> => ({ ...b, ...a });

// Places on rings of growing size around a node of the page, or beside everything where the node is new itself.
function ring(page: PageJson, middle: number, count: number): { x: number; y: number }[] {
  const xs = page.layout?.x ?? [];
  const ys = page.layout?.y ?? [];
  const right = xs.reduce((a, b) => Math.max(a, b), 0);
  const center = middle >= 0 ? { x: xs[middle] ?? 0, y: ys[middle] ?? 0 } : { x: right + 4, y: ys[0] ?? 0 };
  return Array.from({ length: count }, (_, i) => {
    const far = 0.6 * Math.sqrt(i + (middle >= 0 ? 1 : 0));
    return { x: center.x + far * Math.cos(i * 2.399963), y: center.y + far * Math.sin(i * 2.399963) };
  });
}
