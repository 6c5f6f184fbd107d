/** The kernels' own functions are within one unit in the last place, over their whole range, by NumPy's long double. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { evaluate } from '../../core/src/index.ts';
import { type AnyArray, flat, ulps } from './support/evaluate-oracle.ts';
import { askPython, pythonWith } from './support/python.ts';
import { Random } from './support/random.ts';

const SIZE = process.env['FULL'] ? 200_000 : 20_000;

const PYTHON = `
import json, sys
import numpy as np
np.seterr(all='ignore')
cases = json.load(sys.stdin)
print(json.dumps([[repr(float(v)) for v in getattr(np, name)(np.array([float(x) for x in xs], np.longdouble)).astype(np.float64)] for name, xs in cases]))
`;

const uniform = (low: number, high: number) => (random: Random) => low + random.next() * (high - low);
const anyMagnitude = (random: Random) => 2 ** (random.next() * 2040 - 1020);
const signed = (draw: (random: Random) => number) => (random: Random) =>
  random.below(2) === 0 ? draw(random) : -draw(random);
/** Near multiples of π/2, where most digits cancel. */
const nearMultiples = (random: Random) => (random.below(1_000_000) * Math.PI) / 2 + (random.next() - 0.5) * 1e-12;

const RANGES: readonly (readonly [name: string, draw: (random: Random) => number])[] = [
  ['exp', uniform(-750, 715)],
  ['exp', uniform(-1, 1)],
  ['log', anyMagnitude],
  ['log', uniform(0.5, 2)],
  ['sin', uniform(-10, 10)],
  ['sin', uniform(-2e6, 2e6)],
  ['sin', nearMultiples],
  ['sin', signed(anyMagnitude)],
  ['cos', uniform(-10, 10)],
  ['cos', uniform(-2e6, 2e6)],
  ['cos', nearMultiples],
];

describe('accuracy of the kernels', () => {
  for (const Kind of [Float64Array, Float32Array] as const) {
    it(Kind.name, (context) => {
      const python = pythonWith('numpy');
      if (python === null) return context.skip('no NumPy');
      const random = new Random(51);
      const inputs = RANGES.map(
        ([name, draw]) => [name, new Kind(Array.from({ length: SIZE }, () => draw(random)))] as const,
      );
      const asked = inputs.map(([name, x]) => [name, [...x].map((value) => String(value).replace('Infinity', 'inf'))]);
      const theirs = askPython(python, PYTHON, asked) as string[][];
      for (const [index, [name, x]] of inputs.entries()) {
        const ours = flat(evaluate(`${name}(x)`, { x }) as AnyArray) as number[];
        for (const [place, value] of ours.entries()) {
          const exact = Number(String(theirs[index]?.[place]).replace('inf', 'Infinity'));
          const expected = Kind === Float32Array ? Math.fround(exact) : exact;
          const distance = ulps(value, expected, Kind === Float32Array ? 'float32' : 'float64');
          assert.ok(distance <= 1, `${name}(${x[place]}) is ${value}, exactly ${exact}`);
        }
      }
    });
  }
});
