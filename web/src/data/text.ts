// A document's text, counted in code points as evidence counts it. JavaScript's strings count UTF-16 units.

const sentence_end = /[。！？!?；;\n]/;
const longest_side = 160;

export interface Passage {
  before: string;
  words: string;
  after: string;
}

export class SourceText {
  // Start of each code point in units, with the length at the end; undefined while both counts are the same.
  private starts_: Uint32Array | undefined;

  constructor(readonly text: string) {
    if (/[\ud800-\udbff][\udc00-\udfff]/.test(text)) this.starts_ = starts_of(text);
  }

  units(code_point: number): number {
    const length = this.starts_ ? this.starts_.length - 1 : this.text.length;
    const at = Math.max(0, Math.min(Math.trunc(code_point) || 0, length));
    return this.starts_ ? (this.starts_[at] ?? this.text.length) : at;
  }

  // The sentence around the words, cut where it is very long.
  passage(begin: number, end: number): Passage {
    const from = this.units(begin);
    const to = Math.max(from, this.units(end));
    let left = from;
    while (left > 0 && from - left < longest_side && !sentence_end.test(this.text.charAt(left - 1))) left--;
    let right = to;
    while (right < this.text.length && right - to < longest_side && !sentence_end.test(this.text.charAt(right))) right++;
    const closed = right < this.text.length && this.text.charAt(right) !== "\n" && sentence_end.test(this.text.charAt(right));
    if (closed) right++;
    left = whole(this.text, left);
    right = whole(this.text, right);
    return {
      before: (from - left >= longest_side ? "…" : "") + this.text.slice(left, from).trimStart(),
      words: this.text.slice(from, to),
      after: this.text.slice(to, right).trimEnd() + (right - to >= longest_side ? "…" : ""),
    };
  }
}

// Not between the two halves of one character.
function whole(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff && at > 0 ? at - 1 : at;
}

function starts_of(text: string): Uint32Array {
  const starts = new Uint32Array(text.length + 1);
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    starts[count++] = i;
    if ((text.codePointAt(i) ?? 0) > 0xffff) i++;
  }
  starts[count] = text.length;
  return starts.slice(0, count + 1);
}
