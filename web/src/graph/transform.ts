// From places in the graph to the screen. Without rotation both axes are straight lines.

import type { Point } from "./labels";

export interface Transform {
  sx: number;
  sy: number;
  dx: number;
  dy: number;
}

export function transform_from(map: (place: Point) => Point): Transform {
  const zero = map({ x: 0, y: 0 });
  const one = map({ x: 1, y: 1 });
  return { sx: one.x - zero.x, sy: one.y - zero.y, dx: zero.x, dy: zero.y };
}

export function apply(transform: Transform, place: Point): Point {
  return { x: place.x * transform.sx + transform.dx, y: place.y * transform.sy + transform.dy };
}

// Of a point from the line between two others.
export function distance_to_line(at: Point, a: Point, b: Point): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const length = dx * dx + dy * dy;
  const part = length === 0 ? 0 : Math.max(0, Math.min(1, ((at.x - a.x) * dx + (at.y - a.y) * dy) / length));
  return Math.hypot(at.x - a.x - part * dx, at.y - a.y - part * dy);
}
