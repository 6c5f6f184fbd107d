/**
 * `exactInteger` is what narrowing a dtype is proven with: where two calls on the same integers in different dtypes both
 * claim it, the library must give the same numbers, and where a float64 call claims it, they must be the true numbers.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DType } from 'bytelens/laws';
import { DTYPE_INFO, fits } from '../../../server/src/analysis/domain/values.ts';
import { transfer } from '../../../server/src/analysis/libraries/numpy-ts/values/index.ts';
import { REAL_DTYPES } from '../../support/dtypes.ts';
import { Random } from '../../support/random.ts';
import {
  arrayOf,
  call,
  factOf,
  hash,
  type Made,
  makeNumber,
  numbers,
  other,
  pieces,
  release,
  show,
} from './harness.ts';

/** The same integers in two dtypes, as operands of the same call. */
type Operands = (
  rng: Random,
  array: (ints: readonly number[], shape: readonly number[], as: DType) => Made,
  dtype: DType,
  ints: Ints,
) => readonly Made[];

interface Ints {
  readonly first: readonly number[];
  readonly second: readonly number[];
  readonly scalar: number;
  readonly shape: readonly number[];
  readonly axis: readonly Made[];
}

const unary: Operands = (_rng, array, dtype, ints) => [array(ints.first, ints.shape, dtype)];
const binary: Operands = (_rng, array, dtype, ints) => [
  array(ints.first, ints.shape, dtype),
  array(ints.second, ints.shape, dtype),
];
const withScalar: Operands = (rng, array, dtype, ints) => [
  array(ints.first, ints.shape, dtype),
  makeNumber(rng, ints.scalar),
];
const along: Operands = (_rng, array, dtype, ints) => [array(ints.first, ints.shape, dtype), ...ints.axis];

const list =
  (make: Operands): Operands =>
  (rng, array, dtype, ints) => {
    const made = make(rng, array, dtype, ints);
    return [{ real: made.map((m) => m.real), arg: { kind: 'list', items: made.map((m) => m.arg) } }];
  };

const CASES: readonly (readonly [Operands, readonly string[]])[] = [
  [
    unary,
    [
      ...[
        'sqrt',
        'absolute',
        'abs',
        'fabs',
        'negative',
        'square',
        'sign',
        'reciprocal',
        'floor',
        'ceil',
        'trunc',
        'fix',
        'rint',
        'round',
      ],
      ...[
        'invert',
        'bitwise_not',
        'logical_not',
        'isnan',
        'isfinite',
        'isinf',
        'signbit',
        'nan_to_num',
        'positive',
        'copy',
        'flatten',
      ],
      ...['sort', 'argsort', 'unique', 'nonzero', 'tril', 'triu', 'transpose', 'flip', 'argwhere', 'diagonal', 'real'],
    ],
  ],
  [
    binary,
    [
      ...[
        'add',
        'subtract',
        'multiply',
        'divide',
        'floor_divide',
        'mod',
        'remainder',
        'fmod',
        'divmod',
        'maximum',
        'minimum',
      ],
      ...[
        'fmax',
        'fmin',
        'greater',
        'less_equal',
        'equal',
        'not_equal',
        'logical_and',
        'logical_xor',
        'bitwise_and',
        'bitwise_or',
      ],
      ...[
        'bitwise_xor',
        'left_shift',
        'right_shift',
        'gcd',
        'lcm',
        'dot',
        'inner',
        'matmul',
        'searchsorted',
        'in1d',
        'union1d',
        'append',
      ],
      ...['hypot', 'arctan2', 'copysign', 'heaviside', 'vdot', 'intersect1d', 'digitize'],
    ],
  ],
  [
    withScalar,
    [
      ...[
        'add',
        'subtract',
        'multiply',
        'divide',
        'floor_divide',
        'mod',
        'remainder',
        'fmod',
        'maximum',
        'minimum',
        'divmod',
      ],
      ...[
        'greater',
        'less',
        'equal',
        'not_equal',
        'logical_and',
        'logical_or',
        'bitwise_and',
        'bitwise_xor',
        'left_shift',
        'right_shift',
      ],
      ...['gcd', 'lcm', 'heaviside', 'hypot', 'float_power'],
    ],
  ],
  [
    (rng, array, dtype, ints) => [
      array(ints.first, ints.shape, dtype),
      rng.chance(0.5)
        ? makeNumber(rng, Math.abs(ints.scalar) % 9)
        : array(
            ints.second.map((x) => Math.abs(x) % 5),
            ints.shape,
            dtype,
          ),
    ],
    ['power'],
  ],
  [
    along,
    [
      ...[
        'sum',
        'nansum',
        'prod',
        'mean',
        'nanmean',
        'max',
        'min',
        'ptp',
        'any',
        'all',
        'argmax',
        'argmin',
        'count_nonzero',
        'median',
      ],
      ...['cumsum', 'cumprod', 'average', 'nanmax', 'nanmin', 'diff', 'trace', 'gradient', 'std', 'var'],
    ],
  ],
  [
    (_rng, array, dtype, ints) => [
      array(ints.first.slice(0, 40), [Math.min(40, ints.first.length)], dtype),
      array(ints.second.slice(0, 9), [Math.min(9, ints.second.length)], dtype),
    ],
    ['outer', 'kron'],
  ],
  [
    (rng, array, dtype, ints) => [
      array(ints.first, ints.shape, dtype),
      makeNumber(rng, ints.scalar + rng.pick([0.5, 0.25, -0.1])),
    ],
    ['greater', 'greater_equal', 'less', 'less_equal', 'equal', 'not_equal', 'logical_and', 'logical_xor'],
  ],
  [list(binary), ['concatenate', 'stack', 'vstack', 'hstack']],
  [
    (rng, array, dtype, ints) => [
      array(ints.first, ints.shape, dtype),
      makeNumber(rng, Math.min(0, ints.scalar)),
      makeNumber(rng, Math.abs(ints.scalar)),
    ],
    ['clip'],
  ],
  [
    (rng, array, dtype, ints) => [
      array(
        ints.second.map((x) => x & 1),
        ints.shape,
        'bool',
      ),
      array(ints.first, ints.shape, dtype),
      rng.chance(0.5) ? makeNumber(rng, ints.scalar) : array(ints.second, ints.shape, dtype),
    ],
    ['where'],
  ],
  [
    (rng, array, dtype, ints) => [
      array(ints.first, ints.shape, dtype),
      other(rng.pick(['float64', 'int32', 'uint8', 'int16'])),
    ],
    ['astype'],
  ],
  [(rng, array, dtype, ints) => [array(ints.first, ints.shape, dtype), numbers(rng, [0, 0])], ['take']],
];

function integers(rng: Random): Ints {
  const shape = rng.pick([[1], [5], [33], [40], [100], [3, 3], [7, 7], [40, 40], [2, 33]]);
  const n = shape.reduce((a, b) => a * b, 1);
  const top = rng.pick([1, 3, 15, 100, 127, 255, 1000, 32767, 65535, 2 ** 24, 2 ** 31 - 1, 2 ** 32 - 1, 2 ** 40]);
  const bottom = rng.chance(0.5) ? 0 : -top;
  const draw = (lo = bottom) => Array.from({ length: n }, () => (rng.chance(0.1) ? top : rng.int(lo, top)));
  const axis = rng.chance(0.5) ? [] : [makeNumber(rng, rng.int(0, shape.length - 1))];
  return {
    first: draw(),
    second: draw(rng.chance(0.5) ? 1 : bottom),
    scalar: rng.pick([rng.int(0, 5), rng.int(-5, 300), top, 2]),
    shape,
    axis,
  };
}

/** A result as numbers with the claims made of it, or null where the library refuses the call. */
function run(path: string, made: readonly Made[]) {
  let result: unknown;
  try {
    result = call(
      path,
      made.map((m) => m.real),
      false,
    );
  } catch {
    release(...made.map((m) => m.real));
    return null;
  }
  const args = made.map((m) => m.arg);
  const parts = pieces(result).map((p) => ({
    ...p,
    claim: transfer({ path, args, resultDType: p.dtype, resultSize: p.size }),
  }));
  release(result, ...made.map((m) => m.real));
  return { parts, args };
}

/** Functions that must be able to claim exactness; otherwise the test would pass by claiming nothing. */
const USEFUL = new Set([
  ...[
    'add',
    'subtract',
    'multiply',
    'divide',
    'floor_divide',
    'mod',
    'maximum',
    'minimum',
    'greater',
    'sum',
    'max',
    'mean',
    'where',
  ],
  ...[
    'clip',
    'concatenate',
    'astype',
    'negative',
    'square',
    'sqrt',
    'dot',
    'matmul',
    'take',
    'copy',
    'bitwise_and',
    'cumsum',
    'power',
  ],
]);

for (const [operands, paths] of CASES) {
  for (const path of paths) {
    test(`${path} (${paths.length})`, () => {
      const failures: string[] = [];
      let compared = 0;
      const cases = Math.ceil(80 * Number(process.env.VALUES_EFFORT ?? 1));
      for (let i = 0; i < cases; i++) {
        const seed = hash(path) + i + Number(process.env.VALUES_SEED ?? 0) * 1_000_003;
        const rng = new Random(seed);
        const ints = integers(rng);
        const both = factOf([...ints.first, ...ints.second]);
        const narrow = REAL_DTYPES.filter((d) => fits(both, d) && (d !== 'bool' || both.hi <= 1));
        const [one, two] = [rng.pick(narrow), rng.chance(0.6) ? ('float64' as const) : rng.pick(narrow)];
        const make = (numbersOf: readonly number[], shape: readonly number[], as: DType) =>
          arrayOf(rng, numbersOf, shape, as, true);
        const choices = rng.int(0, 2 ** 31);
        const a = run(path, operands(new Random(choices), make, one, ints));
        const b = run(path, operands(new Random(choices), make, two, ints));
        if (!a || !b) continue;
        for (const [at, x] of a.parts.entries()) {
          const y = b.parts[at];
          if (!y?.claim.exactInteger || !x.claim.exactInteger) continue;
          compared++;
          const differs = x.numbers.findIndex((v, j) => v !== y.numbers[j]);
          if (differs < 0) continue;
          failures.push(
            `seed ${seed}: ${path}(${show(a.args)}) -> ${x.dtype}: ${x.numbers[differs]}, but in ${two} -> ${y.dtype}: ${y.numbers[differs]}`,
          );
        }
      }
      assert.equal(failures.slice(0, 5).join('\n'), '', `${path}: ${failures.length} of ${compared}`);
      if (USEFUL.has(path))
        assert.ok(compared > cases / 20, `${path} claims exactness in ${compared} of ${cases} cases only`);
    });
  }
}

/** Exact arithmetic on bigints: what a result without overflow must be. */
const EXACT: Readonly<Record<string, (a: bigint, b: bigint) => bigint>> = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  maximum: (a, b) => (a - b > 0n ? a : b),
  minimum: (a, b) => (a - b > 0n ? b : a),
  mod: (a, b) => (b === 0n ? 0n : ((a % b) + b) % b),
  floor_divide: (a, b) => (b === 0n ? 0n : (a - (((a % b) + b) % b)) / b),
  power: (a, b) => a ** b,
};

for (const [path, exact] of Object.entries(EXACT)) {
  test(`${path} without overflow is the true result`, () => {
    const failures: string[] = [];
    let checked = 0;
    const cases = Math.ceil(200 * Number(process.env.VALUES_EFFORT ?? 1));
    for (let i = 0; i < cases; i++) {
      const rng = new Random(hash(path) * 3 + i);
      const ints = integers(rng);
      const dtypes = REAL_DTYPES.filter((d) => d !== 'bool' && fits(factOf(ints.first), d));
      const dtype = rng.pick(dtypes);
      const second = path === 'power' ? ints.second.map((x) => Math.abs(x) % 4) : ints.second;
      const usesScalar = rng.chance(0.5) || !fits(factOf(second), dtype);
      const scalar = path === 'power' ? Math.abs(ints.scalar) % 9 : ints.scalar;
      const made = [
        arrayOf(rng, ints.first, ints.shape, dtype, true),
        usesScalar ? makeNumber(rng, scalar) : arrayOf(rng, second, ints.shape, dtype, true),
      ];
      const done = run(path, made);
      for (const part of done?.parts ?? []) {
        if (path === 'floor_divide' && !part.claim.exactInteger) continue;
        if (part.claim.overflow || !part.claim.values.integral || !part.claim.values.finite) continue;
        checked++;
        const wrong = part.numbers.findIndex(
          (v, j) =>
            v !== Number(exact(BigInt(ints.first[j] as number), BigInt(usesScalar ? scalar : (second[j] as number)))),
        );
        if (wrong >= 0)
          failures.push(
            `seed ${hash(path) * 3 + i}: ${path}(${show(done?.args ?? [])}) -> ${part.dtype}: ${part.numbers[wrong]} of ${ints.first[wrong]}`,
          );
      }
    }
    assert.equal(failures.slice(0, 5).join('\n'), '', `${path}: ${failures.length} of ${checked}`);
    assert.ok(checked > cases / 10, `${path}: ${checked} results without overflow`);
  });
}

test('overflow is reported for the well known cases', () => {
  const u8 = {
    kind: 'array',
    values: { lo: 0, hi: 255, integral: true, finite: true },
    dtype: 'uint8',
    size: 100,
  } as const;
  const i32 = { ...u8, dtype: 'int32' } as const;
  const n = (x: number) => ({ kind: 'number', values: factOf([x]) }) as const;
  const overflow = (path: string, args: Parameters<typeof transfer>[0]['args'], dtype: DType | null) =>
    transfer({ path, args, resultDType: dtype, resultSize: 100 }).overflow;
  assert.equal(overflow('add', [u8, n(1)], 'uint8'), true);
  assert.equal(overflow('add', [i32, n(1)], 'int32'), false);
  assert.equal(overflow('multiply', [i32, n(2.5)], 'int32'), true);
  assert.equal(overflow('sum', [u8], null), false);
  assert.equal(overflow('clip', [i32, n(0), { kind: 'other', constant: null }], 'int32'), true);
  assert.equal(overflow('divide', [u8, n(255)], 'float64'), false);
  assert.equal(DTYPE_INFO.uint8.hi, 255);
});
