/** Ranges with bounds that vary: what is concluded from the stand-ins must hold for every number. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import * as np from 'numpy-ts';
import { numberOf } from '../../server/src/analysis/domain/value.ts';
import { ANYTHING } from '../../server/src/analysis/domain/values.ts';
import { template } from '../../server/src/analysis/interp/literals.ts';

const SIDES = ['', '#', '-#', '0', '1', '3', '7', '-1', '-2', '-5'];

function lengthOf(n: number, range: string): number | null {
  try {
    return np.zeros([n]).slice(range).shape[0] ?? null;
  } catch {
    return null;
  }
}

it('the stand-ins of a range agree on a length only where every range has it', () => {
  let agreed = 0;
  for (const text of SIDES.flatMap((from) => SIDES.map((to) => `${from}:${to}`))) {
    const holes = text.split('#').length - 1;
    if (holes === 0) continue;
    const v = template(
      text.split('#'),
      Array.from({ length: holes }, () => numberOf(ANYTHING)),
    );
    assert.ok(v.k === 'str' && v.samples, text);
    for (let n = 1; n <= 8; n++) {
      const lengths: (number | null)[] = v.samples.map((s) => lengthOf(n, s));
      const first = lengths[0] as number | null;
      if (lengths.some((l) => l !== first)) continue;
      for (let a = -6; a <= 11; a++) {
        for (let b = -6; b <= 11; b++) {
          const numbers = [a, b];
          const range = text.replace(/#/g, () => String(numbers.shift()));
          const real = range.includes('--') ? null : lengthOf(n, range);
          if (real !== null) assert.equal(real, first, `${text} of ${n}: ${range}`);
          agreed++;
        }
      }
    }
  }
  assert.ok(agreed > 1000);
});

it('a template that is no range has no stand-ins', () => {
  const number = numberOf(ANYTHING);
  for (const strings of [
    ['', ':', ':2'],
    ['::', ''],
    ['1', ':'],
    ['float', ''],
    ['', ':, 2'],
  ]) {
    const v = template(
      strings,
      strings.slice(1).map(() => number),
    );
    assert.deepEqual(v, { k: 'str', value: null }, strings.join('#'));
  }
});
