/**
 * Random calls of the real library against what the transfer functions claim: every number of every result must lie
 * inside the claimed fact.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DType } from 'bytelens/laws';
import * as np from 'numpy-ts';
import { DTYPE_INFO, type ValueFact } from '../../../server/src/analysis/domain/values.ts';
import { transfer, type ValueArg } from '../../../server/src/analysis/libraries/numpy-ts/values/index.ts';
import { REAL_DTYPES } from '../../support/dtypes.ts';
import { Random } from '../../support/random.ts';

export type RealArray = np.NDArrayCore;

/** An argument as the library gets it and as the analysis sees it. */
export interface Made {
  readonly real: unknown;
  readonly arg: ValueArg;
}

export const INTEGER_DTYPES: readonly DType[] = REAL_DTYPES.filter((d) => DTYPE_INFO[d].kind.endsWith('int'));
export const SIZES: readonly number[] = [1, 2, 3, 7, 20, 31, 32, 33, 48, 100, 300];

export interface ArrayOptions {
  readonly dtypes?: readonly DType[];
  readonly shape?: readonly number[];
  /** No number beyond this magnitude. */
  readonly most?: number;
  readonly least?: number;
  readonly integral?: boolean;
  /** Without NaN and infinities. */
  readonly finite?: boolean;
  readonly known?: boolean;
}

function interval(rng: Random, dtype: DType, options: ArrayOptions): [number, number] {
  const info = DTYPE_INFO[dtype];
  const isFloat = info.kind === 'float';
  const top = Math.min(isFloat ? (dtype === 'float64' ? 1e308 : info.hi) : info.hi, options.most ?? Infinity, 2 ** 63);
  const bottom = Math.max(isFloat ? -top : info.lo, -(options.most ?? Infinity), options.least ?? -Infinity);
  const clamp = (x: number) => Math.min(top, Math.max(bottom, x));
  const scales = isFloat
    ? [1, 3, 10, 100, 5000, 1e6, 2 ** 31, 2 ** 54, 1e30, top]
    : [1, 3, 10, 100, 200, 5000, 1e6, 2 ** 31, top];
  const scale = rng.pick(scales);
  switch (rng.int(0, 4)) {
    case 0:
      return [clamp(0), clamp(scale)];
    case 1:
      return [clamp(-scale), clamp(scale)];
    case 2: {
      const at = clamp(Math.round((rng.unit() * 2 - 1) * scale));
      return [at, at];
    }
    case 3:
      return [clamp(-scale), clamp(0)];
    default: {
      const [a, b] = [(rng.unit() * 2 - 1) * scale, (rng.unit() * 2 - 1) * scale].map((x) => clamp(Math.round(x)));
      return [Math.min(a as number, b as number), Math.max(a as number, b as number)];
    }
  }
}

export function flat(value: unknown, into: unknown[] = []): unknown[] {
  if (Array.isArray(value)) for (const v of value) flat(v, into);
  else into.push(value);
  return into;
}

/** The fact of exactly these numbers. */
export function factOf(numbers: readonly number[]): ValueFact {
  let [lo, hi, integral, finite] = [Infinity, -Infinity, true, true];
  for (const x of numbers) {
    if (!Number.isFinite(x)) finite = false;
    else if (!Number.isInteger(x)) integral = false;
    if (Number.isNaN(x)) continue;
    lo = Math.min(lo, x);
    hi = Math.max(hi, x);
  }
  return lo > hi ? { lo: -Infinity, hi: Infinity, integral, finite } : { lo, hi, integral, finite };
}

/** A fact that says less, as an analysis often knows. */
export function loosened(rng: Random, v: ValueFact): ValueFact {
  const wider = (x: number, by: number) => (rng.chance(0.3) ? x + by * rng.pick([0.5, 1, 10, 1000]) : x);
  return {
    lo: rng.chance(0.04) ? -Infinity : wider(v.lo, -1),
    hi: rng.chance(0.04) ? Infinity : wider(v.hi, 1),
    integral: v.integral && rng.chance(0.9),
    finite: v.finite && rng.chance(0.95),
  };
}

export function randomShape(rng: Random): number[] {
  const n = rng.pick(SIZES);
  return rng.chance(0.6) ? [n] : rng.chance(0.5) ? [rng.int(1, 4), n] : [n, rng.int(1, 4)];
}

function total(shape: readonly number[]): number {
  return shape.reduce((a, b) => a * b, 1);
}

export function makeArray(rng: Random, options: ArrayOptions = {}): Made {
  const dtype = rng.pick(options.dtypes ?? REAL_DTYPES);
  const shape = options.shape ?? randomShape(rng);
  const size = total(shape);
  const isFloat = DTYPE_INFO[dtype].kind === 'float';
  const [lo, hi] = interval(rng, dtype, options);
  const fractions = isFloat && !options.integral && rng.chance(0.5);
  const special = isFloat && !options.finite && rng.chance(0.1);
  const numbers = Array.from({ length: size }, () => {
    if (special && rng.chance(0.2)) return rng.pick([Number.NaN, Infinity, -Infinity, -0]);
    if (rng.chance(0.15)) return rng.chance(0.5) ? lo : hi;
    const x = lo + rng.unit() * (hi - lo);
    return fractions ? x : Math.min(hi, Math.max(lo, Math.round(x)));
  });
  return arrayOf(rng, numbers, shape, dtype, options.known ?? false);
}

export function arrayOf(
  rng: Random,
  numbers: readonly number[],
  shape: readonly number[],
  dtype: DType,
  known = true,
): Made {
  const data = dtype.endsWith('int64') ? numbers.map((x) => toBig(x, dtype)) : numbers;
  const real = np.array(nested<number | bigint>(data, shape), dtype) as RealArray;
  const exact = factOf(flat(real.tolist()).map(Number));
  const values = known ? exact : loosened(rng, exact);
  return {
    real,
    arg: {
      kind: 'array',
      values,
      dtype: known || rng.chance(0.97) ? dtype : null,
      size: known || rng.chance(0.85) ? numbers.length : null,
    },
  };
}

/** Rows and columns, so that no array has to be reshaped: a view keeps its parent's memory. */
function nested<T>(xs: readonly T[], shape: readonly number[]): unknown {
  const [rows, columns] = shape;
  if (shape.length !== 2 || rows === undefined || columns === undefined) return xs;
  return Array.from({ length: rows }, (_, i) => xs.slice(i * columns, (i + 1) * columns));
}

function toBig(x: number, dtype: DType): bigint {
  const b = BigInt(Math.trunc(x));
  return dtype === 'int64'
    ? BigInt.asIntN(64, b === 2n ** 63n ? b - 1n : b)
    : BigInt.asUintN(64, b === 2n ** 64n ? b - 1n : b);
}

export function makeNumber(rng: Random, x: number): Made {
  return { real: x, arg: { kind: 'number', values: rng.chance(0.7) ? factOf([x]) : loosened(rng, factOf([x])) } };
}

/** A scalar operand: small, at the edges of dtypes, fractional, negative. */
export function scalar(rng: Random): Made {
  const x = rng.pick([
    () => rng.int(-5, 5),
    () => rng.int(0, 300),
    () => rng.pick([2.5, 0.5, -0.5, -1.5, 127.5, 1e-3, 3.7]),
    () => rng.pick([127, 128, -128, -129, 255, 256, 32768, 65535, 65536, 2 ** 31, -(2 ** 31), 2 ** 32, 2 ** 40, 1e300]),
    () => (rng.unit() * 2 - 1) * 10 ** rng.int(-3, 12),
    () => rng.pick([0, 1, 2, 3]),
  ])();
  return makeNumber(rng, x);
}

export function makeList(...items: readonly Made[]): Made {
  return { real: items.map((m) => m.real), arg: { kind: 'list', items: items.map((m) => m.arg) } };
}

export function numbers(rng: Random, xs: readonly number[]): Made {
  return makeList(...xs.map((x) => makeNumber(rng, x)));
}

export function other(constant?: string | boolean | null): Made {
  return { real: constant, arg: { kind: 'other', constant } };
}

export interface Piece {
  readonly dtype: DType | null;
  readonly size: number | null;
  readonly numbers: readonly number[];
}

function isArray(x: unknown): x is RealArray {
  return typeof x === 'object' && x !== null && 'dtype' in x && 'tolist' in x;
}

/** Every array and number of a result. Empty for complex and non-numeric results. */
export function pieces(result: unknown): Piece[] {
  if (isArray(result)) {
    if (result.dtype.startsWith('complex')) return [];
    return [{ dtype: result.dtype, size: result.size, numbers: flat(result.tolist()).map(Number) }];
  }
  if (typeof result === 'number' || typeof result === 'bigint' || typeof result === 'boolean') {
    return [{ dtype: null, size: null, numbers: [Number(result)] }];
  }
  if (Array.isArray(result)) return (result as unknown[]).flatMap(pieces);
  if (typeof result === 'object' && result !== null && !('re' in result)) return Object.values(result).flatMap(pieces);
  return [];
}

export function release(...values: readonly unknown[]): void {
  for (const v of values) {
    if (isArray(v)) v.dispose();
    else if (Array.isArray(v)) release(...(v as unknown[]));
    else if (typeof v === 'object' && v !== null && !('re' in v)) release(...Object.values(v));
  }
}

const METHODS = new Set([
  ...Object.getOwnPropertyNames(np.NDArray.prototype),
  'copy',
  'astype',
  'slice',
  'fill',
  'set',
  'iset',
]);

/** Calls the function of this path, or the method. */
export function call(path: string, args: readonly unknown[], asMethod: boolean): unknown {
  const [receiver, ...rest] = args;
  if ((asMethod || !((path.split('.')[0] as string) in np)) && METHODS.has(path))
    return (receiver as Record<string, (...xs: unknown[]) => unknown>)[path]?.(...rest);
  let f: unknown = np;
  for (const part of path.split('.')) f = (f as Record<string, unknown>)[part];
  assert.equal(typeof f, 'function', `${path} is no function`);
  return (f as (...xs: unknown[]) => unknown)(...args);
}

/** Why this number contradicts the fact, or null. */
export function contradiction(v: ValueFact, x: number): string | null {
  if (Number.isNaN(x)) return v.finite ? 'NaN in a finite fact' : null;
  if (!Number.isFinite(x) && v.finite) return `${x} in a finite fact`;
  if (x < v.lo || x > v.hi) return `${x} outside [${v.lo}, ${v.hi}]`;
  if (v.integral && Number.isFinite(x) && !Number.isInteger(x)) return `${x} in an integral fact`;
  return null;
}

export function show(args: readonly ValueArg[]): string {
  return args
    .map((a) => {
      if (a.kind === 'array' || a.kind === 'number') {
        const { lo, hi, integral, finite } = a.values;
        const what = a.kind === 'array' ? `${a.dtype}[${a.size}]` : 'number';
        return `${what} ${lo}..${hi}${integral ? ' integral' : ''}${finite ? '' : ' not finite'}`;
      }
      return a.kind === 'list' ? `[${show(a.items)}]` : JSON.stringify(a);
    })
    .join(', ');
}

export type Builder = (rng: Random) => readonly Made[];

export interface PropertyOptions {
  readonly seed?: number;
  readonly cases?: number;
  /** Fewer executions than this (the library refused the rest) fail the test. */
  readonly atLeast?: number;
}

/** One test per function: `cases` random calls. */
export function property(paths: readonly string[], build: Builder, options: PropertyOptions = {}): void {
  for (const path of paths) {
    test(path, () => {
      const cases = Math.ceil((options.cases ?? 60) * Number(process.env.VALUES_EFFORT ?? 1));
      const base = options.seed ?? hash(path) + Number(process.env.VALUES_SEED ?? 0) * 1_000_003;
      let executed = 0;
      const failures: string[] = [];
      for (let i = 0; i < cases; i++) {
        const rng = new Random(base + i);
        const outcome = oneCase(rng, path, build(rng));
        if (outcome === 'refused') continue;
        executed++;
        if (outcome !== null) failures.push(`seed ${base + i}: ${outcome}`);
      }
      assert.equal(failures.slice(0, 6).join('\n'), '', `${path}: ${failures.length} of ${executed}`);
      assert.ok(
        executed >= (options.atLeast ?? Math.min(10, cases / 4)),
        `${path}: only ${executed} of ${cases} calls executed`,
      );
    });
  }
}

function oneCase(rng: Random, path: string, made: readonly Made[]): string | null {
  const args = made.map((m) => m.arg);
  let result: unknown;
  try {
    result = call(
      path,
      made.map((m) => m.real),
      rng.chance(0.5),
    );
  } catch {
    release(...made.map((m) => m.real));
    return 'refused';
  }
  const blind = rng.chance(0.1);
  let problem: string | null = null;
  for (const piece of pieces(result)) {
    const claim = transfer({
      path,
      args,
      resultDType: blind ? null : piece.dtype,
      resultSize: blind || rng.chance(0.1) ? null : piece.size,
    });
    for (const x of piece.numbers) {
      const why = contradiction(claim.values, x);
      if (why === null) continue;
      problem ??= `${path}(${show(args)}) -> ${piece.dtype}[${piece.size}]${blind ? ' (not known)' : ''}: ${why}`;
      break;
    }
  }
  release(result, ...made.map((m) => m.real));
  return problem;
}

export function hash(s: string): number {
  let h = 2166136261;
  for (const c of s) h = Math.imul(h ^ c.charCodeAt(0), 16777619) >>> 0;
  return h % 1_000_000;
}
