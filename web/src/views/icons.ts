import { svg } from "./dom";

// Strokes on a field of 24 × 24.
const paths = {
  search: "M10.5 17a6.5 6.5 0 1 1 0-13 6.5 6.5 0 0 1 0 13zM15.5 15.5L21 21",
  undo: "M9 14L4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3",
  redo: "M15 14l5-5-5-5M20 9H10a6 6 0 0 0 0 12h3",
  fit: "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  download: "M12 4v11M7 11l5 5 5-5M5 20h14",
  link: "M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1",
  help: "M9.2 9a3 3 0 1 1 4.3 2.7c-1 .5-1.5 1.1-1.5 2.3M12 17.5v.5M12 22a10 10 0 1 0 0-20 10 10 0 0 0 0 20z",
  close: "M6 6l12 12M18 6L6 18",
  filter: "M4 5h16l-6 8v5l-4 2v-7z",
  play: "M8 5l11 7-11 7z",
  pause: "M8 5v14M16 5v14",
  quote: "M5 17V9h6v5a4 4 0 0 1-4 4M14 17V9h6v5a4 4 0 0 1-4 4",
  expand: "M12 8v8M8 12h8M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z",
  hide: "M3 3l18 18M10.6 6.2A9.8 9.8 0 0 1 12 6c5 0 8.5 4 9.5 6a14 14 0 0 1-2.6 3.3M6.5 7.7A14 14 0 0 0 2.5 12c1 2 4.500 6 9.500 6a9.800 9.800 0 0 0 4-.8",
  pin: "M9 4h6l-1 6 3 3H7l3-3zM12 13v7",
  focus: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v4M12 18v4M2 12h4M18 12h4",
  path: "M6 20a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM18 9a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM8.500 17.500H15a3.500 3.500 0 0 0 0-7H9a3.500 3.500 0 0 1-3.500-3.500c0-.5 3-.5 9.500-.5",
  back: "M15 5l-7 7 7 7",
  up: "M6 15l6-6 6 6",
  down: "M6 9l6 6 6-6",
  document: "M7 3h7l5 5v13H7zM14 3v5h5M10 13h6M10 17h6",
} as const;

export type Icon = keyof typeof paths;

export function icon(name: Icon): SVGElement {
  return svg(
    "svg",
    { viewBox: "0 0 24 24", class: "icon", "aria-hidden": "true", focusable: "false" },
    svg("path", { d: paths[name] }),
  );
}
