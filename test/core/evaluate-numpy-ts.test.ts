/**
 * Dtypes are those that the chained numpy-ts calls give, for every function and dtype; numbers too, on the small ones
 * where numpy-ts agrees with NumPy. Where it does not, `evaluate-numpy.test.ts` decides.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import * as numpy from 'numpy-ts';
import { forbidCompiling } from '../../core/src/evaluate/engines.ts';
import { FUNCTIONS } from '../../core/src/evaluate/functions.ts';
import { evaluate } from '../../core/src/evaluate/index.ts';
import { type AnyArray, applyChained, chained, flat, isArray, ulps } from './support/evaluate-oracle.ts';
import { mild, REAL } from './support/evaluate-samples.ts';
import { Random } from './support/random.ts';

const SIZE = 67;
const library = numpy as unknown as Readonly<
  Record<string, (array: AnyArray, axis?: number) => AnyArray | number | bigint>
>;

/** Bit for bit. */
const EXACT = new Set([
  ...[
    'add',
    'subtract',
    'multiply',
    'divide',
    'sqrt',
    'square',
    'negative',
    'positive',
    'absolute',
    'floor',
    'ceil',
    'trunc',
  ],
  ...['less', 'less_equal', 'greater', 'greater_equal', 'equal', 'not_equal', 'where', 'clip', 'minimum', 'maximum'],
  ...['bitwise_and', 'bitwise_or', 'bitwise_xor', 'logical_and', 'logical_or', 'logical_not', 'sign', 'rint'],
]);

/** Units in the last place by which numpy-ts itself is off, where that is much. */
const ITS_ERROR: Readonly<Record<string, number>> = { exp2: 32, arcsinh: 8, arctanh: 8, sinh: 8 };

/**
 * Where numpy-ts 1.7.0 is wrong even about small numbers: its kernels read `bool` as other bytes, store what is no truth
 * value, or compare 64-bit integers with numbers by rounding.
 */
function isWrongThere(op: string, dtypes: readonly string[], scalar: number | null): boolean {
  const [first, second] = dtypes;
  if (scalar !== null && first === 'bool') return true;
  if (dtypes.includes('bool') && /bitwise|reciprocal|power|shift/.test(op)) return true;
  if (scalar !== null && (first === 'int64' || first === 'uint64') && /equal|less|greater/.test(op)) return true;
  // Of two kinds of integers, the kernel reads both as the wider one.
  if (/bitwise/.test(op) && first !== second) return true;
  // In JavaScript the quotient of a float32 is rounded down from more digits than in a kernel.
  return op === 'floor_divide' && second !== undefined && first !== second;
}

function check(op: string, ours: AnyArray, theirs: AnyArray, what: string, wrong: boolean): void {
  assert.equal(ours.dtype, theirs.dtype, what);
  assert.deepEqual([...ours.shape], [...theirs.shape], what);
  if (wrong) return;
  const [a, b] = [flat(ours), flat(theirs)];
  const near = EXACT.has(op) ? 0 : (ITS_ERROR[op] ?? 2);
  for (const [index, value] of a.entries()) {
    const distance = ours.dtype.startsWith('float')
      ? ulps(Number(value), Number(b[index]), ours.dtype as 'float64')
      : value === b[index]
        ? 0
        : 9;
    assert.ok(distance <= near, `${what}: element ${index} is ${value}, chained ${b[index]}`);
  }
}

/** The chained result, or null where numpy-ts refuses; then `evaluate` must refuse too. */
function both(op: string, args: readonly (AnyArray | number)[]): { ours: AnyArray; theirs: AnyArray } | null {
  const names = ['a', 'b', 'c'];
  const text = `${op}(${args.map((arg, index) => (isArray(arg) ? names[index] : arg)).join(', ')})`;
  const variables = Object.fromEntries(args.flatMap((arg, index) => (isArray(arg) ? [[names[index], arg]] : [])));
  let theirs: unknown;
  try {
    theirs = applyChained(op, args);
  } catch {
    // Whether `where` of bigints and numbers throws depends on what is picked.
    if (op === 'where') return null;
    assert.throws(() => evaluate(text, variables), { name: 'ExpressionError' }, `${text} of ${dtypesOf(args)}`);
    return null;
  }
  assert.ok(isArray(theirs));
  return { ours: evaluate(text, variables) as AnyArray, theirs };
}

function dtypesOf(args: readonly (AnyArray | number)[]): string[] {
  return args.map((arg) => (isArray(arg) ? arg.dtype : String(arg)));
}

// The kernels give the same as the interpreter (`evaluate-engines.test.ts`), but take longer to make than to run.
before(() => forbidCompiling(true));
after(() => forbidCompiling(false));

describe('evaluate against chained numpy-ts calls', () => {
  for (const { op, arity } of new Set(FUNCTIONS.values())) {
    it(op, () => {
      const random = new Random(21);
      let compared = 0;
      const compare = (args: readonly (AnyArray | number)[], scalar: number | null) => {
        const pair = both(op, args);
        if (pair === null) return;
        compared++;
        const dtypes = dtypesOf(args);
        check(op, pair.ours, pair.theirs, `${op} of ${dtypes}`, isWrongThere(op, dtypes, scalar));
      };
      for (const dtype of REAL) {
        const a = mild(random, dtype, SIZE);
        if (arity === 1) {
          compare([a], null);
          continue;
        }
        for (const other of REAL) {
          const b = mild(random, other, SIZE);
          if (arity === 2) compare([a, b], null);
          else if (op === 'where') compare([b, a, mild(random, other, SIZE)], null);
        }
        if (op === 'clip') compare([a, 1, 3], dtype === 'bool' ? 1 : null);
        else if (arity === 2) for (const k of [1, 2, 3]) compare([a, k], k);
      }
      assert.ok(compared > 0);
    });
  }

  it('powers of scalars, whose worth decides the dtype', () => {
    const a = numpy.arange(1, 66).astype('int32') as AnyArray;
    for (const k of [0, 1, 2, 3, 0.5, -1, -2, 2.5]) {
      const theirs = a.power(k);
      for (const ours of [evaluate(`a ** ${k}`, { a }), evaluate('a ** k', { a, k })] as AnyArray[]) {
        assert.equal(ours.dtype, theirs.dtype, String(k));
        for (const [index, value] of flat(ours).entries()) {
          assert.ok(Math.abs(Number(value) - Number(flat(theirs)[index])) <= 1e-15 * Math.abs(Number(value)));
        }
      }
    }
  });

  it('complex numbers, by numpy-ts itself', () => {
    const re = numpy.linspace(-2, 2, 70);
    const z = re.astype('complex128').multiply(numpy.exp(re.astype('complex128'))) as AnyArray;
    const w = re.add(3).astype('complex64') as AnyArray;
    for (const text of [
      'z * w + 2',
      'abs(z)',
      'exp(z) / w',
      'where(abs(z) > 1, z, w)',
      'real(z) - imag(w)',
      '1 - z',
      'z ** 2',
    ]) {
      const ours = evaluate(text, { z, w }) as AnyArray;
      const theirs = chained(text, { z, w }) as AnyArray;
      assert.equal(ours.dtype, theirs.dtype, text);
      assert.deepEqual(ours.tolist().map(String), theirs.tolist().map(String), text);
    }
    assert.equal(String(evaluate('sum(z * w)', { z, w })), String(numpy.sum(z.multiply(w))));
    assert.deepEqual(String(evaluate('mean(z, axis=0)', { z })), String(numpy.mean(z, 0)));
  });

  it('reductions of everything and along axes', () => {
    const random = new Random(22);
    for (const dtype of REAL) {
      const a = mild(random, dtype, 3 * 5 * 7).reshape(3, 5, 7) as AnyArray;
      for (const op of ['sum', 'prod', 'min', 'max', 'mean'] as const) {
        const scale = dtype === 'float16' ? 2e-3 : dtype === 'float32' ? 1e-5 : 1e-13;
        const close = (x: unknown, y: unknown, what: string) => {
          const overflows = !Number.isFinite(Number(y)) && dtype === 'float16';
          const near = Math.abs(Number(x) - Number(y)) <= scale * Math.abs(Number(y));
          assert.ok(overflows || x === y || (typeof y === 'number' && near), `${what}: ${x}, chained ${y}`);
        };
        const whole = evaluate(`${op}(a)`, { a });
        const theirs = library[op]?.(a);
        assert.equal(typeof whole, typeof theirs, `${op} ${dtype}`);
        // Products of integers wrap in 64 bits here; numpy-ts multiplies small ones as floating-point numbers.
        if (op !== 'prod' || dtype.startsWith('float')) close(whole, theirs, `${op}(${dtype})`);
        for (const axis of [0, 1, 2, -1]) {
          const ours = evaluate(`${op}(a, axis=${axis})`, { a }) as AnyArray;
          const along = library[op]?.(a, axis) as AnyArray;
          assert.equal(ours.dtype, along.dtype, `${op} ${dtype} ${axis}`);
          assert.deepEqual([...ours.shape], [...along.shape]);
          const expected = flat(along);
          // numpy-ts multiplies float16 as other numbers there.
          if (op === 'prod' && dtype === 'float16') continue;
          for (const [index, value] of flat(ours).entries())
            close(value, expected[index], `${op}(${dtype}, ${axis}) [${index}]`);
        }
        const kept = evaluate(`${op}(a, axis=1, keepdims=true)`, { a }) as AnyArray;
        assert.deepEqual([...kept.shape], [3, 1, 7]);
      }
    }
  });
});
