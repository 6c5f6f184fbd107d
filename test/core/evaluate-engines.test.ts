/** The kernels and the interpreter give the same bits, for every function and dtype, at the edges of each. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { forbidCompiling } from '../../core/src/evaluate/engines.ts';
import { FUNCTIONS } from '../../core/src/evaluate/functions.ts';
import { type EvaluateResult, ExpressionError, evaluate, type Variables } from '../../core/src/evaluate/index.ts';
import { flat, isArray, ulps } from './support/evaluate-oracle.ts';
import { REAL, sample } from './support/evaluate-samples.ts';
import { Random } from './support/random.ts';

/** Larger than every vector, and no multiple of one. */
const SIZE = 67;

after(() => forbidCompiling(false));

/** The kernels' own vector functions may differ from JavaScript's in the last place. */
const NEAR = 2;

function run(expression: string, variables: Variables, compiled: boolean): EvaluateResult | null {
  forbidCompiling(!compiled);
  try {
    return evaluate(expression, variables);
  } catch (error) {
    assert.ok(error instanceof ExpressionError, `${expression}: ${error}`);
    return null;
  }
}

function dtypes(variables: Variables): string {
  return Object.values(variables)
    .map((each) => (isArray(each) ? each.dtype : String(each)))
    .join(', ');
}

/** Returns whether there was anything to compare. */
function same(expression: string, variables: Variables, near = 0): boolean {
  const kernel = run(expression, variables, true);
  const interpreted = run(expression, variables, false);
  const what = `${expression} of ${dtypes(variables)}`;
  if (kernel === null || interpreted === null) {
    assert.equal(kernel, interpreted, what);
    return false;
  }
  if (!isArray(kernel) || !isArray(interpreted)) {
    const close = Math.abs(Number(kernel) - Number(interpreted)) <= 1e-13 * Math.abs(Number(interpreted));
    assert.ok(
      Object.is(kernel, interpreted) || (typeof kernel === 'number' && close),
      `${what}: ${kernel}, ${interpreted}`,
    );
    return true;
  }
  assert.equal(kernel.dtype, interpreted.dtype, what);
  const [a, b] = [flat(kernel), flat(interpreted)];
  for (const [index, value] of a.entries()) {
    if (Object.is(value, b[index])) continue;
    const distance = ulps(Number(value), Number(b[index]), kernel.dtype as 'float64');
    assert.ok(near > 0 && distance <= near, `${what}: element ${index} is ${value} and ${b[index]}`);
  }
  return true;
}

/** The second operand's dtypes; the long sweep takes all. */
const OTHERS = process.env['FULL'] ? REAL : (['uint8', 'int32', 'float32'] as const);

const OWN_KERNELS = /sin|cos|tan|exp|log|power|sinh|cosh|cbrt|hypot/;

describe('kernels and interpreter', () => {
  const specs = [...new Set(FUNCTIONS.values())];
  for (const { op, arity } of specs) {
    it(op, () => {
      const random = new Random(11);
      const near = OWN_KERNELS.test(op) ? NEAR : 0;
      let compared = 0;
      for (const dtype of REAL) {
        const a = sample(random, dtype, SIZE);
        if (arity === 1) {
          if (same(`${op}(a)`, { a }, near)) compared++;
          continue;
        }
        for (const other of OTHERS) {
          const b = sample(random, other, SIZE);
          const call = arity === 2 ? `${op}(a, b)` : op === 'where' ? 'where(a, b, a)' : 'clip(a, b, a)';
          if (same(call, { a, b }, near)) compared++;
        }
        if (arity !== 2) continue;
        for (const k of [2, -2, 3, 0, 2.5, 0.5, -1]) {
          if (same(`${op}(a, ${k})`, { a }, near)) compared++;
          same(`${op}(a, k)`, { a, k }, near);
          same(`${op}(k, a)`, { a, k }, near);
        }
      }
      assert.ok(compared > 0);
    });
  }

  it('casts', () => {
    const random = new Random(12);
    for (const from of REAL) for (const to of REAL) same(`astype(a, '${to}')`, { a: sample(random, from, SIZE) });
  });

  it('truth values between lanes of different widths', () => {
    const random = new Random(13);
    for (const first of REAL) {
      for (const second of OTHERS) {
        const variables = { a: sample(random, first, SIZE), b: sample(random, second, SIZE) };
        same('where(a > b, a + b, (a == b) & (a < 3)) * 2', variables);
        same('(a > 1) * b + (b < a)', variables);
        same('not (a > b) or (a != 0 and b == 1)', variables);
      }
    }
  });

  it('reductions', () => {
    const random = new Random(14);
    for (const dtype of REAL) {
      for (const op of ['sum', 'prod', 'min', 'max', 'mean']) {
        const from = dtype.startsWith('float') ? [0.5, 1, 2, 0.25] : undefined;
        const variables = { a: sample(random, dtype, 1001, from), b: sample(random, dtype, 1001, from) };
        same(`${op}(a * b)`, variables);
        same(`${op}(a)`, { a: sample(random, dtype, 5, from) });
      }
    }
  });

  it('where WebAssembly may not be compiled, expressions are interpreted', () => {
    forbidCompiling(false);
    const assembly = (
      globalThis as unknown as { WebAssembly: { Module: unknown; CompileError: new (text: string) => Error } }
    ).WebAssembly;
    const { Module, CompileError } = assembly;
    const a = new Float64Array([1, 2, 3]);
    evaluate('a + 1', { a });
    assembly.Module = class {
      constructor() {
        throw new CompileError('violates the content security policy');
      }
    };
    try {
      assert.deepEqual(flat(evaluate('a * 3 + 1.25', { a }) as never), [4.25, 7.25, 10.25]);
      assert.equal(evaluate('sum(a * 7)', { a }), 42);
    } finally {
      assembly.Module = Module;
    }
  });
});
