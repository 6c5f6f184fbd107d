/**
 * Canonical forms of calls. A *family* is a call whose sizes are symbols `s0`, `s1`, … in the order in which they first
 * occur: the symbols of the asked call, and its large constants, which are *lifted*. Calls of one family share a law.
 *
 * A lifted constant keeps its relations. Equal constants share a symbol; products (a length that is the product of two
 * dimensions) stay products. In a *free* family a symbol stands for any size from 2 on. In an *ordered* family the
 * lifted constants also keep their order and stay above all small constants, and in a *congruent* family they keep
 * their remainders by the small integers of the call.
 */

import { columnMajorStrides, format, product, rowMajorStrides, substitute } from './sizes.ts';
import { mapSliceNumbers } from './slices.ts';
import type { ArgSpec, CallSpec, DimExpr } from './types.ts';

/** Constants from here on are lifted: all kernels of the library have switched implementation below it. */
export const LIFT_FROM = 64;
/** Used instead where the unlifted dimensions alone make arrays too large to probe. */
export const LIFT_FROM_SMALLER = 8;

export interface Atom {
  readonly name: string;
  /** What the symbol stands for in the asked call. */
  readonly binding: DimExpr;
}

export interface Family {
  readonly call: CallSpec;
  readonly atoms: readonly Atom[];
  /** For each argument that is a lifted integer, the extreme value of its class (int8, uint8, …). */
  readonly integerClasses: Readonly<Record<number, number>>;
}

/** Replaces every size in an argument. Integers in slice strings are sizes when `slice` says so. */
export function mapArg(
  arg: ArgSpec,
  size: (expression: DimExpr, role: 'dim' | 'int' | 'listed') => DimExpr,
  strides: (strides: readonly DimExpr[], shape: readonly DimExpr[], mapped: readonly DimExpr[]) => readonly DimExpr[],
  slice: (value: number, symbol: string | null) => number | string | null,
  listed = false,
): ArgSpec {
  const recur = (inner: ArgSpec, inList: boolean): ArgSpec => mapArg(inner, size, strides, slice, inList);
  switch (arg.kind) {
    case 'array': {
      const shape = arg.shape.map((dim) => size(dim, 'dim'));
      return { ...arg, shape, strides: arg.strides === null ? null : strides(arg.strides, arg.shape, shape) };
    }
    case 'typed':
      return { ...arg, length: size(arg.length, 'dim') };
    case 'int':
      return { ...arg, value: size(arg.value, listed ? 'listed' : 'int') };
    case 'string':
      return { ...arg, value: mapSliceNumbers(arg.value, slice) };
    case 'list':
      return { ...arg, items: arg.items.map((item) => recur(item, true)) };
    case 'listOf':
      return { ...arg, length: size(arg.length, 'dim'), item: recur(arg.item, true) };
    case 'object':
      return {
        ...arg,
        fields: Object.fromEntries(Object.entries(arg.fields).map(([name, field]) => [name, recur(field, false)])),
      };
    default:
      return arg;
  }
}

/** The constants that a call contains, by what they are. */
interface Constants {
  readonly dims: Set<number>;
  readonly ints: Set<number>;
  readonly strides: Set<number>;
  /** Integers of slice strings, which cannot be written as products. */
  readonly sliced: Set<number>;
}

function collectConstants(call: CallSpec): Constants {
  const found: Constants = { dims: new Set(), ints: new Set(), strides: new Set(), sliced: new Set() };
  for (const arg of call.args) {
    mapArg(
      arg,
      (expr, role) => {
        if (typeof expr === 'number') (role === 'dim' ? found.dims : found.ints).add(Math.abs(expr));
        return expr;
      },
      (strides) => {
        for (const stride of strides) if (typeof stride === 'number') found.strides.add(Math.abs(stride));
        return strides;
      },
      (value, symbol) => {
        if (symbol === null) found.sliced.add(value);
        return null;
      },
    );
  }
  return found;
}

/** Names large constants so that products of them stay products. */
class Lifter {
  readonly #from: number;
  readonly #values = new Map<number, DimExpr>();
  readonly atoms: { readonly name: string; readonly value: number }[] = [];

  constructor(from: number, independent: Iterable<number>, related: Iterable<number>) {
    this.#from = from;
    const large = (values: Iterable<number>): number[] =>
      [...new Set(values)].filter((value) => value >= from && Number.isSafeInteger(value)).sort((a, b) => a - b);
    for (const value of large(independent)) if (!this.#values.has(value)) this.#name(value);
    for (const value of large(related)) {
      if (!this.#values.has(value)) this.#values.set(value, this.#asProduct(value) ?? this.#asMultiple(value));
    }
  }

  #name(value: number): DimExpr {
    const name = `c${this.atoms.length}`;
    this.atoms.push({ name, value });
    this.#values.set(value, { sym: name });
    return { sym: name };
  }

  /** `value` as a product of up to three named constants and a small factor. */
  #asProduct(value: number): DimExpr | null {
    let best: DimExpr | null = null;
    let bestFactor = this.#from;
    const visit = (rest: number, from: number, factors: readonly DimExpr[]): void => {
      if (factors.length > 0 && rest < bestFactor) {
        best = product(rest, ...factors);
        bestFactor = rest;
      }
      if (factors.length === 3) return;
      for (const [index, atom] of this.atoms.entries()) {
        if (index >= from && rest % atom.value === 0) {
          visit(rest / atom.value, index, [...factors, { sym: atom.name }]);
        }
      }
    };
    visit(value, 0, []);
    return best;
  }

  /** A multiple of a named constant stays one; anything else gets a name of its own. */
  #asMultiple(value: number): DimExpr {
    const divisor = this.atoms.findLast((atom) => value % atom.value === 0 && value / atom.value >= this.#from);
    return divisor === undefined
      ? this.#name(value)
      : product({ sym: divisor.name }, this.#name(value / divisor.value));
  }

  expression(value: number): DimExpr {
    const found = this.#values.get(Math.abs(value));
    if (found === undefined) return value;
    return value < 0 ? product(-1, found) : found;
  }
}

const INTEGER_CLASSES = [127, 255, 32767, 65535, 2 ** 31 - 1, 2 ** 32 - 1, 2 ** 53 - 1] as const;

/** The largest (or for negatives, smallest) integer that fits the same machine types. */
function integerClass(value: number): number {
  const magnitude = value < 0 ? -value - 1 : value;
  const limit = INTEGER_CLASSES.find((bound) => magnitude <= bound) ?? magnitude;
  return value < 0 ? -limit - 1 : limit;
}

function sameStrides(a: readonly DimExpr[], b: readonly DimExpr[]): boolean {
  return a.every((stride, axis) => format(stride) === format(b[axis] as DimExpr));
}

/**
 * The family of a call. With `allRelated`, dimensions keep their multiples and products too, not only the integers that
 * go with them.
 */
export function familyOf(call: CallSpec, liftFrom: number, allRelated: boolean): Family {
  const { dims, ints, strides, sliced } = collectConstants(call);
  // Integers relate to dimensions (a new shape to the old one); where there are none, they are sizes by themselves.
  const independent = dims.size === 0 ? [...ints, ...sliced] : [...dims, ...sliced];
  const lifter = allRelated
    ? new Lifter(liftFrom, sliced, [...dims, ...ints, ...strides])
    : new Lifter(liftFrom, independent, [...ints, ...strides]);
  const actual = new Map<string, DimExpr>(lifter.atoms.map(({ name, value }) => [name, value]));
  const names = new Map<string, string>();
  const rename = (symbol: string): DimExpr => {
    const name = names.get(symbol) ?? `s${names.size}`;
    names.set(symbol, name);
    return { sym: name };
  };
  // Of `max(1, n)` it matters what it is, not how it comes from `n`: small sizes would not show that it is no `n`.
  const extremes = new Map<string, DimExpr>();
  const whole = (expr: DimExpr): DimExpr => {
    if (typeof expr === 'number' || 'sym' in expr) return expr;
    if (expr.op !== 'min' && expr.op !== 'max') return { ...expr, args: expr.args.map(whole) } as DimExpr;
    extremes.set(format(expr), expr);
    return { sym: format(expr) };
  };
  // A user's symbol `c0` must not meet a lifted constant of that name: user's symbols get a prefix while both live.
  const lift = (expr: DimExpr): DimExpr => {
    if (typeof expr === 'number') return substitute(lifter.expression(expr), rename);
    return substitute(whole(expr), (symbol) => rename(`user ${symbol}`));
  };
  const integers: Record<number, number> = {};
  const args = call.args.map((arg, index) =>
    mapArg(
      arg,
      (expr) => {
        const lifted = lift(expr);
        if (arg.kind === 'int' && typeof expr === 'number' && typeof lifted !== 'number') {
          integers[index] = integerClass(expr);
        }
        return lifted;
      },
      (given, shape, mapped) => {
        if (sameStrides(given, rowMajorStrides(shape))) return rowMajorStrides(mapped);
        if (sameStrides(given, columnMajorStrides(shape))) return columnMajorStrides(mapped);
        return given.map(lift);
      },
      (value, symbol) => {
        if (symbol !== null) return null;
        const lifted = lift(value);
        if (typeof lifted === 'number') return null;
        return 'sym' in lifted ? lifted.sym : value;
      },
    ),
  );
  const atoms = [...names].map(([old, name]): Atom => {
    const value = actual.get(old);
    const user = old.slice('user '.length);
    return { name, binding: value ?? extremes.get(user) ?? { sym: user } };
  });
  const own = call.target.kind === 'function' && (call.module === 'numpy-ts/core' || call.module === 'bytelens');
  const module = own ? call.module : 'numpy-ts';
  return { call: { module, target: call.target, args }, atoms, integerClasses: integers };
}
