// Finds nodes by name, alias, pinyin in full or by initials.

import type { GraphNode, Model } from "./model";

export interface Hit {
  node: number;
  matched: string; // what matched where it is not the name: an alias
}

// Full-width letters and digits as ASCII, no spaces, lower case.
export const folded = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");

// Lower is better; undefined: no match.
function rank_text(text: string, query: string, base: number): number | undefined {
  if (text === query) return base;
  const at = text.indexOf(query);
  if (at < 0) return undefined;
  return at === 0 ? base + 1 : base + 2;
}

export class Search {
  private names_: string[];
  private aliases_: string[][];

  constructor(private readonly model_: Model) {
    this.names_ = model_.nodes.map((node) => folded(node.name));
    this.aliases_ = model_.nodes.map((node) => node.aliases.map(folded));
  }

  find(typed: string): Hit[] {
    const query = folded(typed);
    if (query === "") return [];
    const found: { rank: number; hit: Hit }[] = [];
    for (const node of this.model_.nodes) {
      const match = this.match(node, query);
      if (match) found.push({ rank: match.rank, hit: { node: node.index, matched: match.matched } });
    }
    const ties = (hit: Hit): number => this.model_.incident[hit.node]?.length ?? 0;
    found.sort((a, b) => a.rank - b.rank || ties(b.hit) - ties(a.hit) || a.hit.node - b.hit.node);
    return found.map(({ hit }) => hit);
  }

  private match(node: GraphNode, query: string): { rank: number; matched: string } | undefined {
    // Figures and money are named by their numbers: things that have a name come first.
    const late = node.type === "indicator" || node.type === "investment" || node.type === "document" ? 20 : 0;
    const by_name = rank_text(this.names_[node.index] ?? "", query, late);
    if (by_name !== undefined) return { rank: by_name, matched: "" };
    for (const [i, alias] of (this.aliases_[node.index] ?? []).entries()) {
      const rank = rank_text(alias, query, late + 3);
      if (rank !== undefined) return { rank, matched: node.aliases[i] ?? "" };
    }
    if (!/^[a-z0-9]+$/.test(query)) return undefined;
    const rank = best(node.initials, query, late + 6) ?? best(node.full, query, late + 9);
    return rank === undefined ? undefined : { rank, matched: "" };
  }
}

function best(texts: readonly string[], query: string, base: number): number | undefined {
  const ranks = texts.flatMap((text) => rank_text(text, query, base) ?? []);
  return ranks.length > 0 ? Math.min(...ranks) : undefined;
}
