// Names beside nodes, never over one another: those of large and chosen nodes first.

import type { Model } from "../data/model";
import { type_name } from "../i18n/language";
import { LabelGrid, type Box } from "./label_grid";
import type { Look } from "./look";

export interface Point {
  x: number;
  y: number;
}

export interface Label {
  node: number;
  text: string;
  x: number; // left end
  y: number; // middle line
  width: number;
  strong: boolean;
  faded: boolean;
}

export interface Drawn {
  at: (node: number) => Point; // on the screen
  radius: (node: number) => number;
  width: number;
  height: number;
  hovered: number | null;
}

export const label_size = 12;
export const font_family =
  '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC","WenQuanYi Micro Hei",system-ui,sans-serif';
export const label_font = `${label_size}px ${font_family}`;
export const strong_font = `600 ${label_size}px ${font_family}`;

const most_characters = 18;
const most_tried = 3000;

export function short_name(name: string): string {
  const characters = [...name];
  return characters.length <= most_characters ? name : characters.slice(0, most_characters - 1).join("") + "…";
}

export class LabelMeasure {
  private readonly widths_ = new Map<string, number>();
  constructor(private readonly context_: CanvasRenderingContext2D) {}

  width(text: string, strong: boolean): number {
    const key = strong ? `*${text}` : text;
    let width = this.widths_.get(key);
    if (width === undefined) {
      this.context_.font = strong ? strong_font : label_font;
      width = this.context_.measureText(text).width;
      this.widths_.set(key, width);
    }
    return width;
  }
}

export function place_labels(model: Model, look: Look, drawn: Drawn, measure: LabelMeasure, grid: LabelGrid): Label[] {
  const discs = large_discs(look, drawn);
  const labels: Label[] = [];
  const most = Math.max(12, (drawn.width * drawn.height) / 7000);
  const first = drawn.hovered === null ? [] : [drawn.hovered];
  let tried = 0;
  for (const node of [...first, ...look.order]) {
    if (labels.length >= most || tried > most_tried) break;
    const at = drawn.at(node);
    if (at.x < -20 || at.y < -20 || at.x > drawn.width + 20 || at.y > drawn.height + 20) continue;
    if (node === drawn.hovered && labels.length > 0) continue;
    tried++;
    const label = place_label(node, at, model, look, drawn, measure, grid, discs);
    if (label) labels.push(label);
  }
  return labels;
}

// Names do not cover large nodes, but for those that were asked for; large nodes come first in the order.
function large_discs(look: Look, drawn: Drawn): LabelGrid {
  const discs = new LabelGrid();
  for (const node of look.order.slice(0, 300)) {
    const radius = drawn.radius(node);
    const at = drawn.at(node);
    if (radius >= 8.5) discs.block({ x: at.x - radius, y: at.y - radius, width: 2 * radius, height: 2 * radius });
  }
  return discs;
}

function place_label(
  node: number,
  at: Point,
  model: Model,
  look: Look,
  drawn: Drawn,
  measure: LabelMeasure,
  grid: LabelGrid,
  discs: LabelGrid,
): Label | undefined {
  const appearance = look.node(node);
  const text = short_name(model.nodes[node]?.name ?? "");
  if (!appearance || text === "") return undefined;
  const strong = appearance.marked || node === drawn.hovered || model.nodes[node]?.type === "zone";
  const width = measure.width(text, strong);
  const gap = drawn.radius(node) + 4;
  const sides: Point[] = [
    { x: at.x + gap, y: at.y },
    { x: at.x - gap - width, y: at.y },
    { x: at.x - width / 2, y: at.y + gap + label_size / 2 },
    { x: at.x - width / 2, y: at.y - gap - label_size / 2 },
  ];
  const boxes = sides.map((side): Box => ({ x: side.x - 3, y: side.y - label_size / 2 - 2, width: width + 6, height: label_size + 4 }));
  const clear = boxes.findIndex((box) => discs.free(box) && grid.free(box));
  const found = clear < 0 && strong ? boxes.findIndex((box) => grid.free(box)) : clear;
  const [side, box] = [sides[found], boxes[found]];
  if (!side || !box) return undefined;
  grid.block(box);
  return { node, text, x: side.x, y: side.y, width, strong, faded: appearance.faded };
}

// One character for the type inside nodes that have room, so that colour is not all there is to go by.
export function glyph_of(model: Model, node: number): string {
  const type = model.nodes[node]?.type ?? "";
  return [...type_name(model.node_types, type)][0]?.toUpperCase() ?? "";
}
