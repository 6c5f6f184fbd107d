/**
 * Symbolic integers: sizes, counts and byte totals as polynomials over named symbols.
 *
 * A `Sym` is a normal form (a sum of monomials with integer coefficients), so equal polynomials are equal as text.
 * What a polynomial cannot express (a minimum, a floor division) is an opaque atom inside it. Symbols stand for
 * non-negative integers that are not known when the program is read: a parameter, a file's length.
 */
import type { DimExpr } from 'bytelens/laws';
import { Interned } from '../interned.ts';

type Atom =
  | { readonly kind: 'sym'; readonly id: string }
  | { readonly kind: 'op'; readonly op: 'min' | 'max' | 'floordiv' | 'ceildiv'; readonly args: readonly Sym[] };

interface Term {
  readonly coef: number;
  /** Sorted by key; a power is a repetition. */
  readonly atoms: readonly Atom[];
}

/** Separates what a person reads of a symbol's name from what makes it unique. */
const UNIQUE = '\u0000';

function atomKey(a: Atom): string {
  return a.kind === 'sym' ? a.id : `${a.op}(${a.args.map((x) => x.key).join(',')})`;
}

/** Symbols are natural numbers by definition. */
function isNaturalAtom(a: Atom): boolean {
  if (a.kind === 'sym') return true;
  return a.op === 'max' ? a.args.some((x) => x.isNatural) : a.args.every((x) => x.isNatural);
}

function termKey(atoms: readonly Atom[]): string {
  return atoms.map(atomKey).join('*');
}

export class Sym {
  readonly terms: ReadonlyMap<string, Term>;
  readonly key: string;

  private constructor(terms: Map<string, Term>) {
    for (const [k, t] of terms) if (t.coef === 0) terms.delete(k);
    const sorted = [...terms].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    this.terms = new Map(sorted);
    this.key = sorted.map(([k, t]) => `${t.coef}${k ? `*${k}` : ''}`).join('+') || '0';
  }

  static of(n: number): Sym {
    return new Sym(new Map(n === 0 ? [] : [['', { coef: n, atoms: [] }]]));
  }

  /** A symbol that a person recognises by `label`; `unique` tells apart symbols with the same label. */
  static symbol(label: string, unique = ''): Sym {
    const atom: Atom = { kind: 'sym', id: unique === '' ? label : `${label}${UNIQUE}${unique}` };
    return new Sym(new Map([[atomKey(atom), { coef: 1, atoms: [atom] }]]));
  }

  private static op(op: 'min' | 'max' | 'floordiv' | 'ceildiv', args: readonly Sym[]): Sym {
    const atom: Atom = { kind: 'op', op, args };
    return new Sym(new Map([[atomKey(atom), { coef: 1, atoms: [atom] }]]));
  }

  /** The value where it is a number, else null. */
  get value(): number | null {
    if (this.terms.size === 0) return 0;
    if (this.terms.size > 1) return null;
    return this.terms.get('')?.coef ?? null;
  }

  /** Whether it is no negative number, whatever its symbols are. */
  get isNatural(): boolean {
    return [...this.terms.values()].every((t) => t.coef >= 0 && t.atoms.every(isNaturalAtom));
  }

  equals(other: Sym): boolean {
    return this.key === other.key;
  }

  add(other: Sym): Sym {
    const out = new Map(this.terms);
    for (const [k, t] of other.terms) {
      const mine = out.get(k);
      out.set(k, mine ? { coef: mine.coef + t.coef, atoms: t.atoms } : t);
    }
    return new Sym(out);
  }

  sub(other: Sym): Sym {
    return this.add(other.scale(-1));
  }

  scale(n: number): Sym {
    const out = new Map<string, Term>();
    for (const [k, t] of this.terms) out.set(k, { coef: t.coef * n, atoms: t.atoms });
    return new Sym(out);
  }

  mul(other: Sym): Sym {
    const out = new Map<string, Term>();
    for (const a of this.terms.values()) {
      for (const b of other.terms.values()) {
        const atoms = [...a.atoms, ...b.atoms].sort((x, y) => (atomKey(x) < atomKey(y) ? -1 : 1));
        const k = termKey(atoms);
        const mine = out.get(k);
        out.set(k, { coef: (mine?.coef ?? 0) + a.coef * b.coef, atoms });
      }
    }
    return new Sym(out);
  }

  floordiv(other: Sym): Sym {
    return this.divide(other, 'floordiv', Math.floor);
  }

  ceildiv(other: Sym): Sym {
    return this.divide(other, 'ceildiv', Math.ceil);
  }

  private divide(other: Sym, op: 'floordiv' | 'ceildiv', round: (x: number) => number): Sym {
    const d = other.value;
    if (d === 1) return this;
    const n = this.value;
    if (n !== null && d !== null && d !== 0) return Sym.of(round(n / d));
    if (d !== null && d !== 0 && [...this.terms.values()].every((t) => t.coef % d === 0)) {
      const out = new Map<string, Term>();
      for (const [k, t] of this.terms) out.set(k, { coef: t.coef / d, atoms: t.atoms });
      return new Sym(out);
    }
    const exact = this.exactQuotient(other);
    return exact ?? Sym.op(op, [this, other]);
  }

  /** `this / other` where `other` is one monomial that divides every term, else null. */
  private exactQuotient(other: Sym): Sym | null {
    if (other.terms.size !== 1) return null;
    const [divisor] = other.terms.values();
    if (!divisor || divisor.atoms.length === 0) return null;
    const out = new Map<string, Term>();
    for (const t of this.terms.values()) {
      if (t.coef % divisor.coef !== 0) return null;
      const rest = [...t.atoms];
      for (const a of divisor.atoms) {
        const i = rest.findIndex((x) => atomKey(x) === atomKey(a));
        if (i < 0) return null;
        rest.splice(i, 1);
      }
      out.set(termKey(rest), { coef: t.coef / divisor.coef, atoms: rest });
    }
    return new Sym(out);
  }

  static min(args: readonly Sym[]): Sym {
    return Sym.extreme('min', args, Math.min);
  }

  static max(args: readonly Sym[]): Sym {
    return Sym.extreme('max', args, Math.max);
  }

  private static extreme(op: 'min' | 'max', args: readonly Sym[], pick: (...xs: number[]) => number): Sym {
    const unique = [...new Map(args.map((a) => [a.key, a])).values()];
    const only = unique[0];
    if (only && unique.length === 1) return only;
    // One that can be no smaller than another is not needed for a minimum, nor the other for a maximum.
    const needless = (a: Sym, i: number): boolean =>
      unique.some((b, j) => {
        const least = op === 'min' ? a.sub(b) : b.sub(a);
        return i !== j && least.isNatural && (!a.equals(b) || j < i);
      });
    const kept = unique.filter((a, i) => !needless(a, i));
    if (kept.length > 0 && kept.length < unique.length) return Sym.extreme(op, kept, pick);
    const values = unique.map((a) => a.value);
    if (values.every((v) => v !== null)) return Sym.of(pick(...(values as number[])));
    return Sym.op(
      op,
      [...unique].sort((a, b) => (a.key < b.key ? -1 : 1)),
    );
  }

  static product(xs: readonly Sym[]): Sym {
    return xs.reduce((a, b) => a.mul(b), Sym.of(1));
  }

  /**
   * With other expressions for some symbols; null where one that is asked for has none. `grows`: only if it does not
   * become smaller where a symbol becomes larger.
   */
  substituted(of: (id: string) => Sym | null, grows: boolean): Sym | null {
    let out = Sym.of(0);
    for (const t of this.terms.values()) {
      if (grows && t.coef < 0) return null;
      let term = Sym.of(t.coef);
      for (const a of t.atoms) {
        const factor = substitutedAtom(a, of, grows);
        if (!factor) return null;
        term = term.mul(factor);
      }
      out = out.add(term);
    }
    return out;
  }

  /** The ids of all symbols in it. */
  symbols(into: Set<string> = new Set()): Set<string> {
    for (const t of this.terms.values()) {
      for (const a of t.atoms) {
        if (a.kind === 'sym') into.add(a.id);
        else for (const x of a.args) x.symbols(into);
      }
    }
    return into;
  }

  toDimExpr(): DimExpr {
    const terms: DimExpr[] = [...this.terms.values()].map((t) => {
      const factors: DimExpr[] = t.atoms.map((a) =>
        a.kind === 'sym' ? { sym: a.id } : ({ op: a.op, args: a.args.map((x) => x.toDimExpr()) } as DimExpr),
      );
      if (t.coef !== 1 || factors.length === 0) factors.unshift(t.coef);
      return factors.length === 1 ? (factors[0] as DimExpr) : { op: 'mul', args: factors };
    });
    if (terms.length === 0) return 0;
    return terms.length === 1 ? (terms[0] as DimExpr) : { op: 'add', args: terms };
  }

  static fromDimExpr(e: DimExpr): Sym {
    if (typeof e === 'number') return Sym.of(e);
    if ('sym' in e) {
      const atom: Atom = { kind: 'sym', id: e.sym };
      return new Sym(new Map([[e.sym, { coef: 1, atoms: [atom] }]]));
    }
    const args = e.args.map(Sym.fromDimExpr);
    switch (e.op) {
      case 'add':
        return args.reduce((a, b) => a.add(b), Sym.of(0));
      case 'mul':
        return Sym.product(args);
      case 'min':
        return Sym.min(args);
      case 'max':
        return Sym.max(args);
      case 'floordiv':
        return (args[0] as Sym).floordiv(args[1] as Sym);
      case 'ceildiv':
        return (args[0] as Sym).ceildiv(args[1] as Sym);
    }
  }

  /** As a person writes it: `h × w × 3`, `n + 1`, `ceil(n / 2)`. */
  toString(): string {
    if (this.terms.size === 0) return '0';
    let out = '';
    // What is taken away stands behind what it is taken from: `n - 2`.
    const terms = [...this.terms.values()].sort((a, b) => Number(a.coef < 0) - Number(b.coef < 0));
    for (const t of terms) {
      const sign = t.coef < 0 ? '-' : '+';
      const body = formatTerm(Math.abs(t.coef), t.atoms);
      out += out === '' ? (sign === '-' ? `-${body}` : body) : ` ${sign} ${body}`;
    }
    return out;
  }
}

function substitutedAtom(a: Atom, of: (id: string) => Sym | null, grows: boolean): Sym | null {
  if (a.kind === 'sym') return of(a.id);
  const args: Sym[] = [];
  for (const x of a.args) {
    const arg = x.substituted(of, grows);
    if (!arg) return null;
    args.push(arg);
  }
  const [x, y] = args as [Sym, Sym];
  switch (a.op) {
    case 'min':
      return Sym.min(args);
    case 'max':
      return Sym.max(args);
    case 'floordiv':
      return grows && y.value === null ? null : x.floordiv(y);
    case 'ceildiv':
      return grows && y.value === null ? null : x.ceildiv(y);
  }
}

/** Longer expressions than this tell nobody anything: what they are the largest of, a name stands for. */
const LONGEST_KEY = 2_000;
const named = new Interned();

/**
 * The larger of two; by their difference where that is a number. Of many sizes that are not known, the largest of the
 * largest would grow without end: from some length on it is a size that is not known itself.
 */
export function maxSym(a: Sym, b: Sym): Sym {
  const d = a.sub(b).value;
  if (d !== null) return d >= 0 ? a : b;
  const most = Sym.max([a, b]);
  return most.key.length > LONGEST_KEY ? Sym.symbol(`?most.${named.of(most.key)}`) : most;
}

function formatTerm(coef: number, atoms: readonly Atom[]): string {
  const factors = atoms.map(formatAtom);
  if (coef !== 1 || factors.length === 0) factors.unshift(String(coef));
  return factors.join(' × ');
}

function formatAtom(a: Atom): string {
  if (a.kind === 'sym') return a.id.split(UNIQUE)[0] as string;
  const args = a.args.map(String);
  switch (a.op) {
    case 'floordiv':
      return `floor((${args[0]}) / (${args[1]}))`;
    case 'ceildiv':
      return `ceil((${args[0]}) / (${args[1]}))`;
    default:
      return `${a.op}(${args.join(', ')})`;
  }
}
