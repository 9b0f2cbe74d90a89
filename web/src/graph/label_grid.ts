// Which parts of the screen are taken by labels.

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const cell = 48;

export class LabelGrid {
  private readonly cells_ = new Map<number, Box[]>();

  // True when the box was free; it is taken then.
  take(box: Box): boolean {
    if (!this.free(box)) return false;
    this.block(box);
    return true;
  }

  free(box: Box): boolean {
    return !keys_of(box).some((key) => this.cells_.get(key)?.some((other) => overlap(box, other)));
  }

  block(box: Box): void {
    for (const key of keys_of(box)) {
      const boxes = this.cells_.get(key);
      if (boxes) boxes.push(box);
      else this.cells_.set(key, [box]);
    }
  }
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function keys_of(box: Box): number[] {
  const keys: number[] = [];
  const right = Math.floor((box.x + box.width) / cell);
  const bottom = Math.floor((box.y + box.height) / cell);
  for (let x = Math.floor(box.x / cell); x <= right; x++)
    for (let y = Math.floor(box.y / cell); y <= bottom; y++) keys.push(x * 100_000 + y);
  return keys;
}
