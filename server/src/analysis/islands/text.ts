/**
 * The text of an island: its statements cut out of a module and put together, with every place knowing where it stands in
 * the whole text.
 */
import type { Span } from '../api.ts';
import type { Directive } from '../ir/types.ts';
import { ELSEWHERE, type Outline } from '../syntax/outline.ts';
import type { Unit } from '../syntax/units.ts';

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

  /** What all islands of a module have of it; with `key`, it tells what an island's text is made of. */
  static commonKey(outline: Outline): string {
    return common(outline).key;
  }

  /**
   * What these units add to the common key: what each is, and between which common parts it stands. Islands of one key have
   * the same text. Made of its own units alone, since it is asked for every island after every edit.
   */
  static key(outline: Outline, units: readonly Unit[]): string {
    const { places } = common(outline);
    return units.map((u) => `${places.get(u)}:${u.id}`).join();
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
  /** What stands here for statements of other islands: one that waits, or one that runs what is not seen. */
  readonly standIn: 'w' | 'r' | null;
}

/** The statements of an island's part of a module, in their order. */
function sequence(outline: Outline, units: readonly Unit[]): Part[] {
  const { inert, active, ignores } = common(outline);
  const out: Part[] = [...inert];
  for (const { span } of units) out.push({ span, standIn: null });
  for (const u of active) {
    if (units.includes(u)) continue;
    if (u.runs) out.push({ span: u.span, standIn: 'r' });
    if (u.waits) out.push({ span: u.span, standIn: 'w' });
  }
  for (const { span } of ignores) {
    const isIn = out.some((p) => p.standIn === null && p.span.start <= span.start && span.end <= p.span.end);
    if (!isIn) out.push({ span, standIn: null });
  }
  out.sort((a, b) => a.span.start - b.span.start);
  // What runs twice in a row does nothing new.
  return out.filter((p, n) => p.standIn !== 'r' || out[n - 1]?.standIn !== 'r');
}

interface Common {
  readonly inert: readonly Part[];
  readonly active: readonly Unit[];
  readonly ignores: readonly Directive[];
  /** All of these, in their order. */
  readonly key: string;
  /** For each unit, after how many common parts it stands, and whether the next one only stands in for it. */
  readonly places: ReadonlyMap<Unit, string>;
}

const commons = new WeakMap<Outline, Common>();

/**
 * What all islands have of a module: its inert units, the units that all of them know to wait or to run what is not seen,
 * and the comments that silence the file.
 */
function common(outline: Outline): Common {
  let found = commons.get(outline);
  if (!found) {
    const ignores = outline.directives.filter((d) => d.kind === 'ignore-file');
    const inert: Part[] = [];
    const active: Unit[] = [];
    const places = new Map<Unit, string>();
    const parts: string[] = [];
    let ignored = 0;
    for (const u of outline.units) {
      // A comment before the unit's end, in it or between units: where exactly it stands is part of the unit's text, or of no unit.
      for (let d = ignores[ignored]; d && d.span.start < u.span.end; d = ignores[++ignored])
        parts.push(`ignore ${d.rules.join()}`);
      const isActive = u.kind === 'code' && (u.runs || u.waits);
      places.set(u, `${parts.length}${isActive ? '!' : ''}`);
      if (u.kind === 'inert') {
        inert.push({ span: u.span, standIn: null });
        parts.push(String(u.id));
      } else if (isActive) {
        active.push(u);
        parts.push(`${u.runs ? 'r' : ''}${u.waits ? 'w' : ''}`);
      }
    }
    for (const d of ignores.slice(ignored)) parts.push(`ignore ${d.rules.join()}`);
    found = { inert, active, ignores, key: `${outline.isModule ? 'm' : 's'}${parts.join()}`, places };
    commons.set(outline, found);
  }
  return found;
}
