/**
 * The text of an island: its statements cut out of a module and put together, with every place knowing where it stands in
 * the whole text.
 */
import type { Span } from '../api.ts';
import type { Outline, Unit } from '../syntax/outline.ts';

/** Between statements that do not stand beside each other: nothing before it may run into what follows. */
const GAP = '\n;\n';
/** In the place of statements that wait: whatever was started before may run there. */
const WAIT = 'await null;\n';

interface Piece {
  /** Where it starts in the island's text, and in the module's. */
  readonly here: number;
  readonly there: number;
  readonly length: number;
}

export class IslandText {
  readonly text: string;
  /** The whole text that it is a part of. */
  readonly whole: string;
  readonly #pieces: readonly Piece[];

  private constructor(text: string, whole: string, pieces: readonly Piece[]) {
    this.text = text;
    this.whole = whole;
    this.#pieces = pieces;
  }

  /** All of a module. */
  static whole({ text }: Outline): IslandText {
    return new IslandText(text, text, [{ here: 0, there: 0, length: text.length }]);
  }

  /** These units of a module, and all that are inert. */
  static of(outline: Outline, units: readonly Unit[]): IslandText {
    const wanted = new Set(units);
    const spans = outline.units.filter((u) => u.kind === 'inert' || wanted.has(u)).map((u) => u.span);
    const files = outline.directives.filter((d) => d.kind === 'ignore-file').map((d) => d.span);
    const loose = files.filter((f) => !spans.some((s) => s.start <= f.start && f.end <= s.end));
    const whole = outline.text;
    const waits = outline.units.filter((u) => u.waits && u.kind === 'code' && !wanted.has(u)).map((u) => u.span);
    let text = '';
    const pieces: Piece[] = [];
    for (const span of [...spans, ...loose, ...(units.length > 0 ? waits : [])].sort((a, b) => a.start - b.start)) {
      const { start, end } = span;
      const last = pieces.at(-1);
      if (waits.includes(span)) {
        text += GAP + WAIT;
      } else if (last && last.there + last.length === start) {
        pieces[pieces.length - 1] = { ...last, length: end - last.there };
        text += whole.slice(start, end);
      } else {
        if (text !== '') text += GAP;
        pieces.push({ here: text.length, there: start, length: end - start });
        text += whole.slice(start, end);
      }
    }
    // Without its imports and exports it would not be a module, where `await` means something else.
    if (outline.isModule) text += `${GAP}export {};\n`;
    return new IslandText(text, whole, pieces.length > 0 ? pieces : [{ here: 0, there: 0, length: 0 }]);
  }

  /** The place in the whole text, or null for what lies between pieces. */
  toWhole(span: Span): Span | null {
    if (span.start === 0 && span.end === this.text.length) return { start: 0, end: this.whole.length };
    const p = this.#pieces.find((x) => x.here <= span.start && span.end <= x.here + x.length);
    return p ? { start: span.start - p.here + p.there, end: span.end - p.here + p.there } : null;
  }

  /** The place in the island's text of an offset of the whole, or null where another island has it. */
  fromWhole(offset: number): number | null {
    const p = this.#pieces.find((x) => x.there <= offset && offset <= x.there + x.length);
    return p ? offset - p.there + p.here : null;
  }
}
