// Colours that can be told from the paper and from each other's text.

export interface Rgb {
  r: number;
  g: number;
  b: number;
}

export const paper: Rgb = { r: 255, g: 255, b: 255 };
const ink: Rgb = { r: 24, g: 34, b: 48 };

export function parse_colour(text: string): Rgb | undefined {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text.trim());
  if (!match) return undefined;
  const [r = 0, g = 0, b = 0] = match.slice(1).map((part) => Number.parseInt(part, 16));
  return { r, g, b };
}

export function colour_text({ r, g, b }: Rgb): string {
  return "#" + [r, g, b].map((part) => Math.round(part).toString(16).padStart(2, "0")).join("");
}

export function mix(a: Rgb, b: Rgb, part_of_b: number): Rgb {
  const at = (x: number, y: number): number => x + (y - x) * part_of_b;
  return { r: at(a.r, b.r), g: at(a.g, b.g), b: at(a.b, b.b) };
}

// Relative luminance and contrast as WCAG 2 defines them.
function luminance({ r, g, b }: Rgb): number {
  const linear = (part: number): number => {
    const x = part / 255;
    return x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

export function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

// As near to the colour as stands out from the paper.
export function outline_of(fill: Rgb, least = 3): Rgb {
  for (let part = 0.15; part < 1; part += 0.05) {
    const darker = mix(fill, ink, part);
    if (contrast(darker, paper) >= least) return darker;
  }
  return ink;
}

// Black or white, whichever can be read on it.
export const text_on = (fill: Rgb): string => (contrast(fill, ink) >= 4.5 ? colour_text(ink) : "#ffffff");

// For types that bring no colour: the same for the same name.
export function own_colour(type: string): Rgb {
  const colours = ["#8dd3c7", "#bc80bd", "#d9b38c", "#80b1d3", "#e5c494", "#a6d854", "#e78ac3", "#66c2a5"];
  let sum = 0;
  for (const char of type) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 65521;
  return parse_colour(colours[sum % colours.length] ?? "") ?? ink;
}
