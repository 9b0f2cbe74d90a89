// The view as a link, and back: ids, not positions in the file, so that a link outlives a rebuild.

import type { Model } from "../data/model";
import type { CameraView } from "../graph/canvas";
import type { Language } from "../i18n/language";
import type { Dock, Screen } from "../state/store";
import { first_view, no_filters, type Filters, type Place, type View } from "../state/view";

export interface Linked {
  view: View;
  screen: Partial<Screen>;
  camera: CameraView | undefined;
  language: Language | undefined;
}

const docks: Dock[] = ["projects", "companies", "facilities", "indicators", "everything", "charts", "audit", "documents"];

// Of ids and names only what stands for itself; the commas between them do not.
const enclose = (parts: readonly string[]): string => parts.map((part) => encodeURIComponent(part)).join(",");
const disclose = (text: string): string[] => (text === "" ? [] : text.split(",").map(decode));

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const ids_of = (model: Model, nodes: readonly number[]): string => enclose(nodes.flatMap((node) => model.nodes[node]?.id ?? []));
const nodes_of = (model: Model, text: string): number[] => disclose(text).flatMap((id) => model.by_id.get(id) ?? []);

const span = (from: number | null, to: number | null): string => `${from ?? ""}..${to ?? ""}`;
function bounds(text: string | undefined): [number | null, number | null] {
  const [from = "", to = ""] = (text ?? "").split("..");
  const read = (part: string): number | null => (part === "" || !Number.isFinite(Number(part)) ? null : Number(part));
  return [read(from), read(to)];
}

const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((item, i) => item === b[i]);

export function write_hash(model: Model, linked: Omit<Linked, "language"> & { language: Language }): string {
  const { view, screen, camera } = linked;
  const { filters } = view;
  const usual = first_view(model.node_types.keys(), model.start !== undefined);
  const parts: [string, string][] = [["v", "1"], ["lang", linked.language]];
  const put = (key: string, value: string, wanted: boolean): void => {
    if (wanted) parts.push([key, value]);
  };
  put("base", view.base, view.base !== usual.base);
  put("off", enclose(filters.hidden_types), !same(filters.hidden_types, usual.filters.hidden_types));
  put("reloff", enclose(filters.hidden_relations), filters.hidden_relations.length > 0);
  put("zone", ids_of(model, filters.zones), filters.zones.length > 0);
  put("status", enclose(filters.statuses), filters.statuses.length > 0);
  put("modality", enclose(filters.modalities), filters.modalities.length > 0);
  put("industry", ids_of(model, filters.industries), filters.industries.length > 0);
  put("amount", span(filters.amount_from, filters.amount_to), filters.amount_from !== null || filters.amount_to !== null);
  put("year", span(filters.year_from, filters.year_to), filters.year_from !== null || filters.year_to !== null);
  put("conf", String(filters.confidence), filters.confidence > 0);
  put("month", String(view.month), view.month !== null);
  put("add", ids_of(model, view.added), view.added.length > 0);
  put("hide", ids_of(model, view.hidden), view.hidden.length > 0);
  put("pin", pins(model, view.pinned), view.pinned.size > 0);
  put("sel", ids_of(model, view.selected), view.selected.length > 0);
  put("pair", ids_of(model, view.pair ?? []), view.pair !== null);
  put("path", ids_of(model, view.path ?? []), view.path !== null);
  put("nth", String(screen.path_choice), view.path !== null && (screen.path_choice ?? 0) > 0);
  put("dock", screen.dock ?? "", (screen.dock ?? "") !== "");
  put("metric", encodeURIComponent(screen.metric ?? ""), screen.dock === "charts" && (screen.metric ?? "") !== "");
  if (camera) parts.push(["cam", [camera.x, camera.y, camera.ratio].map((n) => Number(n.toFixed(5))).join(",")]);
  return "#" + parts.map(([key, value]) => `${key}=${value}`).join("&");
}

function pins(model: Model, pinned: ReadonlyMap<number, Place>): string {
  const short = (n: number): number => Number(n.toPrecision(7));
  return [...pinned]
    .flatMap(([node, at]) => {
      const id = model.nodes[node]?.id;
      return id === undefined ? [] : `${encodeURIComponent(id)}:${short(at.x)}:${short(at.y)}`;
    })
    .join(",");
}

function read_pins(model: Model, text: string): Map<number, Place> {
  const result = new Map<number, Place>();
  for (const part of text === "" ? [] : text.split(",")) {
    const [id = "", x = "", y = ""] = part.split(":");
    const node = model.by_id.get(decode(id));
    const place = { x: Number(x), y: Number(y) };
    if (node !== undefined && Number.isFinite(place.x) && Number.isFinite(place.y)) result.set(node, place);
  }
  return result;
}

// undefined: not a link to a view. What it names and the graph has not is left out.
export function read_hash(model: Model, hash: string): Linked | undefined {
  const parts = new Map<string, string>();
  for (const part of hash.replace(/^#/, "").split("&")) {
    const at = part.indexOf("=");
    if (at > 0) parts.set(part.slice(0, at), part.slice(at + 1));
  }
  if (parts.get("v") !== "1") return undefined;
  const usual = first_view(model.node_types.keys(), model.start !== undefined);
  const get = (key: string): string => parts.get(key) ?? "";
  const two = (key: string): readonly [number, number] | null => {
    const [a, b] = nodes_of(model, get(key));
    return a === undefined || b === undefined ? null : [a, b];
  };
  const base = get("base");
  const month = Number(get("month"));
  return {
    view: {
      filters: read_filters(model, parts, usual.filters),
      base: base === "all" || base === "none" || (base === "start" && model.start) ? base : usual.base,
      added: nodes_of(model, get("add")),
      hidden: nodes_of(model, get("hide")),
      pinned: read_pins(model, get("pin")),
      selected: nodes_of(model, get("sel")),
      pair: two("pair"),
      path: two("path"),
      month: Number.isInteger(month) && month > 0 ? month : null,
    },
    screen: {
      dock: docks.find((dock) => dock === get("dock")) ?? "",
      metric: decode(get("metric")),
      path_choice: Math.max(0, Math.trunc(Number(get("nth"))) || 0),
      path_from: null,
    },
    camera: read_camera(get("cam")),
    language: get("lang") === "en" ? "en" : get("lang") === "zh" ? "zh" : undefined,
  };
}

function read_filters(model: Model, parts: Map<string, string>, usual: Filters): Filters {
  const get = (key: string): string => parts.get(key) ?? "";
  const [amount_from, amount_to] = bounds(parts.get("amount"));
  const [year_from, year_to] = bounds(parts.get("year"));
  const confidence = Number(get("conf"));
  return {
    ...no_filters,
    hidden_types: parts.has("off") ? disclose(get("off")) : usual.hidden_types,
    hidden_relations: disclose(get("reloff")),
    zones: nodes_of(model, get("zone")),
    statuses: disclose(get("status")),
    modalities: disclose(get("modality")),
    industries: nodes_of(model, get("industry")),
    amount_from,
    amount_to,
    year_from,
    year_to,
    confidence: confidence > 0 && confidence <= 1 ? confidence : 0,
  };
}

function read_camera(text: string): CameraView | undefined {
  const [x, y, ratio] = text.split(",").map(Number);
  if (x === undefined || y === undefined || ratio === undefined) return undefined;
  return Number.isFinite(x + y + ratio) && ratio > 0 ? { x, y, ratio } : undefined;
}
