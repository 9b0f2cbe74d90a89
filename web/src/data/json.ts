// The data that zonekg writes into the page. docs/explorer.md describes it; the graph is the JSON export's.

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

export interface EvidenceJson {
  doc: string;
  begin: number; // code points of the document's text
  end: number;
  text: string;
  plugin?: string;
  rule?: string;
  place?: string;
}

export interface NodeJson {
  id: string;
  type: string;
  name: string;
  aliases?: string[];
  confidence?: number;
  mentions?: EvidenceJson[];
  [attribute: string]: Json | EvidenceJson[] | undefined;
}

export interface LinkJson {
  source: string;
  target: string;
  key?: number;
  type: string;
  confidence?: number;
  modality?: string;
  period?: string;
  evidence?: EvidenceJson[];
}

export interface DocumentHeaderJson {
  id: string;
  path?: string;
  title?: string;
  published?: string;
  period?: string;
  publisher?: string;
}

export interface GraphJson {
  graph?: { documents?: DocumentHeaderJson[] };
  nodes?: NodeJson[];
  links?: LinkJson[];
}

export interface TypeJson {
  zh?: string;
  en?: string;
  color?: string;
}

export interface FindingJson {
  verdict: string;
  rule: string;
  subject: string;
  name: string;
  figure: string;
  arithmetic: string;
  evidence: (EvidenceJson & { path?: string })[];
}

export interface StepJson {
  status: string;
  modality: string;
  begin?: string;
  end?: string;
  dated?: boolean;
}

export interface LifeCycleJson {
  steps?: StepJson[];
  targets?: (StepJson & { outcome?: string; came?: StepJson })[];
}

export interface PageJson {
  version: number;
  served?: string;
  title?: string;
  graph?: GraphJson;
  layout?: { x?: number[]; y?: number[] };
  pinyin?: { full?: string; initials?: string }[];
  types?: { nodes?: Record<string, TypeJson>; edges?: Record<string, TypeJson> };
  documents?: { id: string; title?: string; path?: string; text?: string }[];
  audit?: FindingJson[];
  life_cycles?: Record<string, LifeCycleJson>;
  whole?: { nodes?: number; edges?: number };
  shown?: { all?: boolean; nodes?: number[] };
}
