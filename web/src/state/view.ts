// What the analyst has made of the graph: everything that undo takes back and a link restores. Never changed in place.

export interface Filters {
  hidden_types: readonly string[];
  hidden_relations: readonly string[];
  zones: readonly number[];
  statuses: readonly string[];
  modalities: readonly string[];
  industries: readonly number[];
  amount_from: number | null; // yuan
  amount_to: number | null;
  year_from: number | null;
  year_to: number | null;
  confidence: number;
}

export interface Place {
  x: number;
  y: number;
}

// start: what a large graph opens with; none: only what was added by hand.
export type Base = "start" | "all" | "none";

export interface View {
  filters: Filters;
  base: Base;
  added: readonly number[]; // brought in by hand: shown whatever the filters say
  hidden: readonly number[];
  pinned: ReadonlyMap<number, Place>;
  selected: readonly number[]; // the last one is on the card
  pair: readonly [number, number] | null; // the drawn line on the card
  path: readonly [number, number] | null;
  month: number | null;
}

export const no_filters: Filters = {
  hidden_types: [],
  hidden_relations: [],
  zones: [],
  statuses: [],
  modalities: [],
  industries: [],
  amount_from: null,
  amount_to: null,
  year_from: null,
  year_to: null,
  confidence: 0,
};

// Figures and documents are many and say little as dots; cards and charts show them.
const folded_types = ["indicator", "document"];

export function first_view(types: Iterable<string>, part: boolean): View {
  const present = [...types];
  const folded = present.filter((type) => folded_types.includes(type));
  return {
    filters: { ...no_filters, hidden_types: folded.length < present.length ? folded : [] },
    base: part ? "start" : "all",
    added: [],
    hidden: [],
    pinned: new Map(),
    selected: [],
    pair: null,
    path: null,
    month: null,
  };
}

export function with_added(list: readonly number[], more: Iterable<number>): readonly number[] {
  return [...new Set([...list, ...more])];
}

export function without(list: readonly number[], less: Iterable<number>): readonly number[] {
  const gone = new Set(less);
  return list.filter((item) => !gone.has(item));
}
