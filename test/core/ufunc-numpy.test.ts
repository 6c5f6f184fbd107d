/** The methods of ufuncs, function by function and dtype by dtype, against NumPy. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { NDArray } from 'numpy-ts';
import { type DType, dtypeTable, infoOf } from '../../core/src/dtypes/table.ts';
import { UfuncError, ufunc } from '../../core/src/index.ts';
import { type BinaryName, KERNELS } from '../../core/src/ufunc/kernels.ts';
import type { BinaryUfunc } from '../../core/src/ufunc/ufunc.ts';
import { differences } from './support/compare.ts';
import {
  type Answer,
  ask,
  type Call,
  given,
  LAYOUTS,
  type Layout,
  makeArray,
  numpyDType,
  randomFrom,
  tuple,
  withoutNumPy,
} from './support/numpy.ts';

const skip = withoutNumPy();
const DTYPES = [...dtypeTable().keys()] as DType[];
// `ldexp` has no methods here; in NumPy it has some for bool and the smallest integers, by accident of its loops.
const NAMES = (Object.keys(KERNELS) as BinaryName[]).filter((name) => name !== 'ldexp');

interface Case {
  readonly title: string;
  readonly call: Call;
  readonly run: () => unknown;
  readonly steps: number;
}

function valuesFor(dtype: DType, random: () => number, name: string): (index: number) => unknown {
  const { kind, bigint } = infoOf(dtype);
  const shifts = /shift|power|pow$/.test(name);
  const odd = random() < 0.2;
  return () => {
    if (kind === 'b') return random() < 0.6 ? 1 : 0;
    // Not 0, whose complex powers NumPy 1 and 2 see differently.
    if (kind === 'c')
      return { re: Math.round(random() * 16 - 8) / 4 + (shifts ? 1 / 8 : 0), im: Math.round(random() * 16 - 8) / 4 };
    if (kind === 'f') {
      if (odd && random() < 0.15)
        return [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0][Math.floor(random() * 4)];
      return Math.round(random() * 32 - 14) / 8;
    }
    const low = kind === 'u' || shifts ? 0 : -12;
    const value = Math.round(low + random() * (shifts ? 5 : 24));
    return bigint ? BigInt(value) : value;
  };
}

function some<T>(random: () => number, items: readonly T[]): T {
  return items[Math.floor(random() * items.length)] as T;
}

/** Names that NumPy has only since 2.0. */
const OLDER: Readonly<Record<string, string>> = {
  pow: 'power',
  atan2: 'arctan2',
  bitwise_left_shift: 'left_shift',
  bitwise_right_shift: 'right_shift',
};

/** Long chains of these enlarge the last digit without limit. */
function unstable(name: string, dtype: DType): boolean {
  return (/pow/.test(name) && infoOf(dtype).kind === 'c') || (/pow|divide/.test(name) && dtype === 'float16');
}

const SHAPES: readonly (readonly number[])[] = [
  [5],
  [1],
  [3, 4],
  [2, 3, 4],
  [40, 3],
  [3, 70],
  [0],
  [0, 3],
  [3, 0],
  [],
  [2, 1, 5],
  [129],
];

function caseOf(name: BinaryName, dtype: DType, method: string, random: () => number): Case {
  const shapes = unstable(name, dtype) ? SHAPES.filter((sizes) => Math.max(...sizes) < 5) : SHAPES;
  const shape = some(
    random,
    method === 'outer' || method === 'at' ? shapes.filter(({ length }) => length > 0 && length < 3) : shapes,
  );
  const layout: Layout = some(random, LAYOUTS);
  const array = makeArray(
    shape,
    dtype,
    layout === 'broadcast' && method === 'at' ? 'F' : layout,
    valuesFor(dtype, random, name),
  );
  const f = ufunc[name] as BinaryUfunc;
  const ndim = shape.length;
  const title = `${name}.${method} ${dtype} (${shape}) ${layout}`;
  const path = `${OLDER[name] ?? name}.${method}`;
  switch (method) {
    case 'reduce': {
      const options: Record<string, unknown> = {};
      const numpy: Record<string, unknown> = {};
      const pick = random();
      if (pick < 0.3 && ndim > 0) options['axis'] = numpy['axis'] = Math.floor(random() * 2 * ndim) - ndim;
      else if (pick < 0.5) options['axis'] = numpy['axis'] = null;
      else if (pick < 0.65 && ndim > 1) {
        options['axis'] = [0, ndim - 1];
        numpy['axis'] = tuple([0, ndim - 1]);
      }
      if (random() < 0.3) options['keepdims'] = numpy['keepdims'] = true;
      if (random() < 0.25 && infoOf(dtype).kind !== 'c') options['initial'] = numpy['initial'] = 1;
      if (random() < 0.25) {
        const mask = makeArray(shape.slice(-1 - Math.floor(random() * ndim)), 'bool', 'C', () =>
          random() < 0.7 ? 1 : 0,
        );
        options['where'] = mask;
        numpy['where'] = given(mask);
      }
      // What becomes of fractions and NaN in integers is undefined in C, and complex numbers in real ones an error here.
      const as = some(random, DTYPES);
      const [from, to] = [infoOf(dtype).kind, infoOf(as).kind];
      const defined = !(from === 'f' && 'iu'.includes(to)) && (from !== 'c' || to === 'c');
      if (random() < 0.3 && defined && !('initial' in options)) {
        options['dtype'] = as;
        numpy['dtype'] = numpyDType(as);
      }
      // Whether an answer without dimensions is a number or an array without dimensions is of no weight here.
      return {
        title: `${title} ${Object.keys(options)} ${options['dtype'] ?? ''}`,
        call: { path, args: [given(array)], options: numpy },
        run: () => f.reduce(array, options),
        steps: Math.max(1, array.size),
      };
    }
    case 'accumulate': {
      const axis = ndim > 0 ? Math.floor(random() * 2 * ndim) - ndim : 0;
      return {
        title: `${title} axis ${axis}`,
        call: { path, args: [given(array)], options: { axis } },
        run: () => f.accumulate(array, { axis }),
        steps: Math.max(1, ...shape),
      };
    }
    case 'reduceat': {
      const axis = ndim > 0 ? Math.floor(random() * ndim) : 0;
      const size = shape[axis] ?? 1;
      const indices = Array.from({ length: 1 + Math.floor(random() * 5) }, () =>
        Math.floor(random() * (size + (random() < 0.05 ? 1 : 0))),
      );
      return {
        title: `${title} axis ${axis} [${indices}]`,
        call: { path, args: [given(array), indices], options: { axis } },
        run: () => f.reduceat(array, indices, { axis }),
        steps: Math.max(1, size),
      };
    }
    case 'outer': {
      const other = makeArray(
        some(random, [[3], [2, 2], [0]]),
        dtype,
        some(random, LAYOUTS),
        valuesFor(dtype, random, name),
      );
      return {
        title,
        call: { path, args: [given(array), given(other)], options: {} },
        run: () => f.outer(array, other),
        steps: 1,
      };
    }
    default: {
      const size = shape[0] as number;
      const indices = Array.from({ length: size === 0 ? 0 : 6 }, () => Math.floor(random() * 2 * size) - size);
      const other = makeArray([indices.length, ...shape.slice(1)], dtype, 'C', valuesFor(dtype, random, name));
      const call = {
        path,
        args: [
          given(array),
          {
            array: Buffer.from(BigInt64Array.from(indices, BigInt).buffer).toString('base64'),
            dtype: 'int64',
            shape: [indices.length],
          },
          given(other),
        ],
        options: {},
        inPlace: true,
      };
      const run = (): NDArray => {
        f.at(array, indices, other);
        return array;
      };
      return { title: `${title} [${indices}]`, call, run, steps: 6 };
    }
  }
}

function outcome(run: () => unknown): { value?: unknown; error?: Error } {
  try {
    return { value: run() };
  } catch (error) {
    return { error: error as Error };
  }
}

/** What is wrong with a result, or null. */
function problem(
  name: string,
  answer: Answer,
  { value, error }: ReturnType<typeof outcome>,
  steps: number,
): string | null {
  if (answer.error !== undefined) {
    if (error instanceof UfuncError) return null;
    return `NumPy: ${answer.error}; here ${error ?? String((value as NDArray)?.dtype ?? value)}`;
  }
  // NumPy's `at` puts fractions into integers, cut off. Here that is an error.
  if (error instanceof UfuncError && error.called.endsWith('.at') && /same_kind/.test(error.message)) return null;
  if (error !== undefined) return `NumPy gives ${answer.dtype}; here ${error}`;
  return differences(name, answer, value, steps);
}

describe('methods of ufuncs', { skip }, () => {
  const rounds = process.env['FULL'] ? 40 : 2;
  for (const method of ['reduce', 'accumulate', 'reduceat', 'outer', 'at']) {
    it(`${method}: all functions, all dtypes`, () => {
      const random = randomFrom(method.length * 7919 + 5);
      const cases = NAMES.flatMap((name) =>
        DTYPES.flatMap((dtype) =>
          Array.from({ length: rounds }, () => ({ name, ...caseOf(name, dtype, method, random) })),
        ),
      );
      const answers = ask(cases.map(({ call }) => call));
      const wrong = cases.flatMap((one, index) => {
        const found = problem(one.name, answers[index] as Answer, outcome(one.run), one.steps);
        return found === null ? [] : [`${one.title}: ${found}`];
      });
      assert.equal(answers.length, cases.length);
      assert.ok(answers.filter((answer) => answer.error === undefined).length > cases.length / 4);
      assert.deepEqual(wrong.slice(0, 12), [], `${wrong.length} of ${cases.length} differ`);
    });
  }
});
