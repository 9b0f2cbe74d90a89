// The graph as it stands on the screen, as SVG and as PNG, with a legend.

import type { App } from "../app";
import { font_family, glyph_of, type Label } from "../graph/labels";
import { parse_colour, text_on } from "../graph/colours";
import { type_name } from "../i18n/language";

interface Line {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  colour: string;
  width: number;
}

interface Disc {
  x: number;
  y: number;
  radius: number;
  fill: string;
  outline: string;
  marked: boolean;
  glyph: string;
}

interface Picture {
  width: number;
  height: number;
  lines: Line[];
  discs: Disc[];
  labels: Label[];
  legend: { name: string; fill: string; outline: string }[];
}

const ink = "#1b2633";
const faded = "#9aa5b1";
const accent = "#c2410c";
const legend_step = 22;

export function picture_of(app: App): Picture | undefined {
  const scene = app.canvas?.scene();
  if (!scene) return undefined;
  const { drawn, pairs, labels } = scene;
  const outside = (x: number, y: number, room: number): boolean =>
    x < -room || y < -room || x > drawn.width + room || y > drawn.height + room;
  const lines = pairs.flatMap((pair): Line[] => {
    const look = app.look.pair(pair);
    const a = drawn.at(pair.source);
    const b = drawn.at(pair.target);
    const apart = Math.max(a.x, b.x) < 0 || Math.min(a.x, b.x) > drawn.width || Math.max(a.y, b.y) < 0 || Math.min(a.y, b.y) > drawn.height;
    return look && !apart ? [{ x1: a.x, y1: a.y, x2: b.x, y2: b.y, colour: look.colour, width: look.width }] : [];
  });
  const discs = [...app.look.order].reverse().flatMap((node): Disc[] => {
    const look = app.look.node(node);
    const at = drawn.at(node);
    const radius = drawn.radius(node);
    if (!look || outside(at.x, at.y, radius)) return [];
    const glyph = radius >= 8 && !look.faded ? glyph_of(app.model, node) : "";
    return [{ x: at.x, y: at.y, radius, fill: look.fill, outline: look.outline, marked: look.marked, glyph }];
  });
  return { width: drawn.width, height: drawn.height, lines, discs, labels, legend: legend_of(app) };
}

function legend_of(app: App): Picture["legend"] {
  const seen = new Set(app.look.order.map((node) => app.model.nodes[node]?.type ?? ""));
  return [...app.model.node_types.keys()]
    .filter((type) => seen.has(type))
    .map((type) => ({ name: type_name(app.model.node_types, type), fill: app.paints.type(type).fill, outline: app.paints.type(type).outline }));
}

const escape_xml = (text: string): string =>
  text
    // What XML cannot hold, not even escaped.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd")
    .replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

const round = (n: number): string => String(Number(n.toFixed(1)));

export function svg_text(picture: Picture): string {
  const { width, height } = picture;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}" font-family="${escape_xml(font_family)}" font-size="12">`,
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    ...picture.lines.map((l) => `<line x1="${round(l.x1)}" y1="${round(l.y1)}" x2="${round(l.x2)}" y2="${round(l.y2)}" stroke="${l.colour}" stroke-width="${l.width}"/>`),
    ...picture.discs.map(svg_disc),
    `<g stroke-linejoin="round" paint-order="stroke" stroke="#ffffff" stroke-width="3.5" dominant-baseline="central">`,
    ...picture.labels.map(
      (l) => `<text x="${round(l.x)}" y="${round(l.y)}" fill="${l.faded ? faded : ink}"${l.strong ? ' font-weight="600"' : ""}>${escape_xml(l.text)}</text>`,
    ),
    `</g>`,
    ...picture.legend.map((entry, i) => svg_legend(entry, i)),
    `</svg>`,
  ];
  return parts.join("\n") + "\n";
}

function svg_disc(d: Disc): string {
  const at = `cx="${round(d.x)}" cy="${round(d.y)}"`;
  const ring = d.marked ? `<circle ${at} r="${round(d.radius + 3.5)}" fill="none" stroke="${accent}" stroke-width="3"/>` : "";
  const size = Math.min(16, Math.round(d.radius * 1.05));
  const glyph = d.glyph
    ? `<text x="${round(d.x)}" y="${round(d.y)}" fill="${glyph_colour(d.fill)}" font-size="${size}" font-weight="600" text-anchor="middle" dominant-baseline="central">${escape_xml(d.glyph)}</text>`
    : "";
  return `<circle ${at} r="${round(d.radius)}" fill="${d.fill}" stroke="${d.outline}" stroke-width="1.5"/>${ring}${glyph}`;
}

const glyph_colour = (fill: string): string => text_on(parse_colour(fill) ?? { r: 255, g: 255, b: 255 });

function svg_legend(entry: Picture["legend"][number], i: number): string {
  const y = 20 + i * legend_step;
  return `<circle cx="20" cy="${y}" r="6" fill="${entry.fill}" stroke="${entry.outline}" stroke-width="1.5"/><text x="32" y="${y}" fill="${ink}" dominant-baseline="central">${escape_xml(entry.name)}</text>`;
}

export async function png_blob(picture: Picture): Promise<Blob | undefined> {
  const density = 2;
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * density);
  canvas.height = Math.round(picture.height * density);
  const c = canvas.getContext("2d");
  if (!c) return undefined;
  c.scale(density, density);
  c.fillStyle = "#ffffff";
  c.fillRect(0, 0, picture.width, picture.height);
  for (const line of picture.lines) draw_line(c, line);
  c.textBaseline = "middle";
  for (const disc of picture.discs) draw_disc(c, disc);
  c.textAlign = "left";
  for (const label of picture.labels) draw_text(c, label.text, label.x, label.y, label.faded ? faded : ink, label.strong);
  for (const [i, entry] of picture.legend.entries()) {
    const y = 20 + i * legend_step;
    draw_circle(c, { x: 20, y, radius: 6, fill: entry.fill, outline: entry.outline });
    draw_text(c, entry.name, 32, y, ink, false);
  }
  return (await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"))) ?? undefined;
}

function draw_line(c: CanvasRenderingContext2D, line: Line): void {
  c.beginPath();
  c.moveTo(line.x1, line.y1);
  c.lineTo(line.x2, line.y2);
  c.strokeStyle = line.colour;
  c.lineWidth = line.width;
  c.stroke();
}

function draw_circle(c: CanvasRenderingContext2D, at: Pick<Disc, "x" | "y" | "radius" | "fill" | "outline">): void {
  c.beginPath();
  c.arc(at.x, at.y, at.radius, 0, Math.PI * 2);
  c.fillStyle = at.fill;
  c.fill();
  c.strokeStyle = at.outline;
  c.lineWidth = 1.5;
  c.stroke();
}

function draw_disc(c: CanvasRenderingContext2D, disc: Disc): void {
  draw_circle(c, disc);
  if (disc.marked) {
    c.beginPath();
    c.arc(disc.x, disc.y, disc.radius + 3.5, 0, Math.PI * 2);
    c.strokeStyle = accent;
    c.lineWidth = 3;
    c.stroke();
  }
  if (disc.glyph === "") return;
  c.font = `600 ${Math.min(16, Math.round(disc.radius * 1.05))}px ${font_family}`;
  c.textAlign = "center";
  c.fillStyle = glyph_colour(disc.fill);
  c.fillText(disc.glyph, disc.x, disc.y + 0.5);
}

function draw_text(c: CanvasRenderingContext2D, text: string, x: number, y: number, colour: string, strong: boolean): void {
  c.font = `${strong ? "600 " : ""}12px ${font_family}`;
  c.lineJoin = "round";
  c.strokeStyle = "#ffffff";
  c.lineWidth = 3.5;
  c.strokeText(text, x, y);
  c.fillStyle = colour;
  c.fillText(text, x, y);
}
