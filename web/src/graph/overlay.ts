// Names, type marks and rings, drawn over sigma's picture.

import type { Model } from "../data/model";
import { chinese, type_name } from "../i18n/language";
import { parse_colour, text_on } from "./colours";
import { font_family, glyph_of, label_font, LabelMeasure, place_labels, strong_font, type Drawn, type Label } from "./labels";
import { LabelGrid } from "./label_grid";
import type { Look } from "./look";
import type { Pair } from "./pairs";

const accent = "#c2410c";
const ink = "#1b2633";
const faded_ink = "#9aa5b1";

export class Overlay {
  private readonly context_: CanvasRenderingContext2D;
  private readonly measure_: LabelMeasure;

  constructor(
    private readonly canvas_: HTMLCanvasElement,
    private readonly model_: Model,
  ) {
    const context = canvas_.getContext("2d");
    if (!context) throw new Error("no canvas");
    this.context_ = context;
    this.measure_ = new LabelMeasure(context);
  }

  draw(look: Look, drawn: Drawn, strong_pairs: readonly Pair[]): void {
    this.clear(drawn);
    this.marks(look, drawn);
    const grid = new LabelGrid();
    this.names(place_labels(this.model_, look, drawn, this.measure_, grid));
    this.relations(strong_pairs, drawn, grid);
  }

  labels(look: Look, drawn: Drawn): Label[] {
    return place_labels(this.model_, look, drawn, this.measure_, new LabelGrid());
  }

  private clear(drawn: Drawn): void {
    const density = window.devicePixelRatio || 1;
    const width = Math.round(drawn.width * density);
    const height = Math.round(drawn.height * density);
    if (this.canvas_.width !== width || this.canvas_.height !== height) {
      this.canvas_.width = width;
      this.canvas_.height = height;
    }
    this.context_.setTransform(density, 0, 0, density, 0, 0);
    this.context_.clearRect(0, 0, drawn.width, drawn.height);
  }

  // Nodes come by size, so the first too small to carry a mark ends the marks; rings are for all.
  private marks(look: Look, drawn: Drawn): void {
    const c = this.context_;
    c.textAlign = "center";
    c.textBaseline = "middle";
    let left = 400;
    for (const node of look.order) {
      if (left-- <= 0) break;
      const at = drawn.at(node);
      const radius = drawn.radius(node);
      if (at.x < -radius || at.y < -radius || at.x > drawn.width + radius || at.y > drawn.height + radius) continue;
      const appearance = look.node(node);
      if (!appearance) continue;
      if (appearance.marked || node === drawn.hovered) this.ring(at.x, at.y, radius + 3.5, appearance.marked);
      if (appearance.pinned) this.pin(at.x + radius * 0.75, at.y - radius * 0.75);
      if (radius < 8 || appearance.faded) continue;
      c.font = `600 ${Math.min(16, Math.round(radius * 1.05))}px ${font_family}`;
      c.fillStyle = text_on(parse_colour(appearance.fill) ?? { r: 255, g: 255, b: 255 });
      c.fillText(glyph_of(this.model_, node), at.x, at.y + 0.5);
    }
  }

  private ring(x: number, y: number, radius: number, chosen: boolean): void {
    const c = this.context_;
    c.beginPath();
    c.arc(x, y, radius, 0, Math.PI * 2);
    c.lineWidth = chosen ? 3 : 2;
    c.strokeStyle = chosen ? accent : "#5d7694";
    c.stroke();
  }

  private pin(x: number, y: number): void {
    const c = this.context_;
    c.beginPath();
    c.arc(x, y, 4, 0, Math.PI * 2);
    c.fillStyle = ink;
    c.fill();
    c.lineWidth = 1.5;
    c.strokeStyle = "#fff";
    c.stroke();
  }

  private names(labels: Label[]): void {
    const c = this.context_;
    c.textAlign = "left";
    c.textBaseline = "middle";
    c.lineJoin = "round";
    c.lineWidth = 3.5;
    c.strokeStyle = "rgba(255,255,255,0.92)";
    for (const label of labels) {
      c.font = label.strong ? strong_font : label_font;
      c.strokeText(label.text, label.x, label.y);
      c.fillStyle = label.faded ? faded_ink : ink;
      c.fillText(label.text, label.x, label.y);
    }
  }

  // What ties the chosen nodes to others, where the lines have room for it.
  private relations(pairs: readonly Pair[], drawn: Drawn, grid: LabelGrid): void {
    const c = this.context_;
    c.font = `11px ${font_family}`;
    c.textAlign = "center";
    for (const pair of pairs.slice(0, 200)) {
      const text = relation_text(this.model_, pair);
      const a = drawn.at(pair.source);
      const b = drawn.at(pair.target);
      const width = c.measureText(text).width + 8;
      if (Math.hypot(a.x - b.x, a.y - b.y) < width + 40) continue;
      const x = (a.x + b.x) / 2;
      const y = (a.y + b.y) / 2;
      if (!grid.take({ x: x - width / 2, y: y - 8, width, height: 16 })) continue;
      c.fillStyle = "rgba(255,255,255,0.9)";
      c.fillRect(x - width / 2, y - 8, width, 16);
      c.fillStyle = "#3d5573";
      c.fillText(text, x, y + 0.5);
    }
  }
}

function relation_text(model: Model, pair: Pair): string {
  const names = new Set(pair.edges.map((e) => type_name(model.edge_types, model.edges[e]?.type ?? "")));
  return [...names].slice(0, 2).join(chinese() ? "、" : ", ") + (names.size > 2 ? "…" : "");
}
