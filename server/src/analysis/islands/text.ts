/**
 * The text of an island: its statements cut out of a module and put together, with every place knowing where it stands in
 * the whole text.
 */
import type { Span } from '../api.ts';
import { ELSEWHERE, type Outline, type Unit } from '../syntax/outline.ts';

/** Between statements that do not stand beside each other: nothing before it may run into what follows. */
const GAP = '\n;\n';
/** In the place of statements that wait: whatever was started before may run there. */
const WAIT = 'await null;\n';
/** In the place of statements that may run code which is not seen: it may call what it has got hold of. */
const RUN = `'${ELSEWHERE}';\n`;

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

  /**
   * These units of a module, and all that are inert. The text depends on the units and their order alone, not on what
   * stands between them.
   */
  static of(outline: Outline, units: readonly Unit[]): IslandText {
    const whole = outline.text;
    let text = '';
    const pieces: Piece[] = [];
    for (const { span, standIn } of sequence(outline, units)) {
      if (text !== '') text += GAP;
      if (standIn !== null) {
        text += standIn === 'w' ? WAIT : RUN;
        continue;
      }
      pieces.push({ here: text.length, there: span.start, length: span.end - span.start });
      text += whole.slice(span.start, span.end);
    }
    // Without its imports and exports it would not be a module, where `await` means something else.
    if (outline.isModule) text += `${GAP}export {};\n`;
    return new IslandText(text, whole, pieces.length > 0 ? pieces : [{ here: 0, there: 0, length: 0 }]);
  }

  /** What the text of these units of a module is made of: the same for the same text. */
  static key(outline: Outline, units: readonly Unit[]): string {
    const parts = sequence(outline, units).map((p) => p.standIn ?? p.id);
    return `${outline.isModule ? 'm' : 's'}${parts.join()}`;
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

interface Part {
  readonly span: Span;
  readonly id: number | string;
  /** What stands here for statements of other islands: one that waits, or one that runs what is not seen. */
  readonly standIn: 'w' | 'r' | null;
}

/** The statements of an island's part of a module, in their order. */
function sequence(outline: Outline, units: readonly Unit[]): Part[] {
  const { inert, active } = common(outline);
  const out: Part[] = [...inert];
  for (const { span, id } of units) out.push({ span, id, standIn: null });
  for (const u of active) {
    if (units.includes(u)) continue;
    if (u.runs) out.push({ span: u.span, id: 0, standIn: 'r' });
    if (u.waits) out.push({ span: u.span, id: 0, standIn: 'w' });
  }
  for (const d of outline.directives) {
    const isIn = out.some((p) => p.standIn === null && p.span.start <= d.span.start && d.span.end <= p.span.end);
    if (d.kind === 'ignore-file' && !isIn) out.push({ span: d.span, id: `ignore ${d.rules.join()}`, standIn: null });
  }
  out.sort((a, b) => a.span.start - b.span.start);
  // What runs twice in a row does nothing new.
  return out.filter((p, n) => p.standIn !== 'r' || out[n - 1]?.standIn !== 'r');
}

interface Common {
  readonly inert: readonly Part[];
  readonly active: readonly Unit[];
}

const commons = new WeakMap<Outline, Common>();

/** What all islands have of a module: its inert units; and the units that all of them know to wait or to run what is not seen. */
function common(outline: Outline): Common {
  let found = commons.get(outline);
  if (!found) {
    const inert = outline.units.filter((u) => u.kind === 'inert');
    const active = outline.units.filter((u) => u.kind === 'code' && (u.waits || u.runs));
    found = { inert: inert.map(({ span, id }) => ({ span, id, standIn: null })), active };
    commons.set(outline, found);
  }
  return found;
}
