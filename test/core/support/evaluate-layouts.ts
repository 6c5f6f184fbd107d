/** The property that random layouts are tested for: views of any strides and memory give what contiguous copies give. */
import assert from 'node:assert/strict';
import * as numpy from 'numpy-ts';
import { forbidCompiling } from '../../../core/src/evaluate/engines.ts';
import { type EvaluateOptions, evaluate, shared } from '../../../core/src/index.ts';
import type { AnyArray } from './evaluate-oracle.ts';
import { Random } from './random.ts';

const DTYPES = ['float64', 'float32', 'float16', 'int32', 'uint8', 'int64', 'bool', 'int16'] as const;
const SIZES = [1, 2, 3, 5, 8, 33, 70];
const MOST = 20_000;
const EXPRESSIONS = [
  ...['a+b', 'a*b+a', 'where(a>b,float64(a),float64(b))', '(a<b)&(b!=3)', 'float32(a)/(float32(b)+1)'],
  'minimum(float64(a),b)*2',
];

/** A contiguous line of small numbers: in numpy-ts's pool, in shared memory, or in a JavaScript buffer. */
function line(random: Random, size: number, dtype: string): AnyArray {
  const where = random.below(3);
  const array = (
    where === 0 ? shared.empty([size], dtype as 'float64') : numpy.empty([size], dtype as 'float64')
  ) as AnyArray;
  const { data } = array.storage;
  for (let index = 0; index < size; index++) {
    const value = dtype === 'bool' ? random.below(2) : random.below(20) + 1;
    data[index] = (dtype === 'int64' ? BigInt(value) : value) as never;
  }
  if (where !== 2) return array;
  const Storage = array.storage.constructor as unknown as new (...args: unknown[]) => AnyArray['storage'];
  return numpy.NDArray.fromStorage(new Storage(data.slice(), [size], [1], 0, dtype, null));
}

/** A view of `shape` into something larger, its axes in any order and with gaps. */
function view(random: Random, shape: readonly number[], dtype: string): AnyArray {
  const places = [...shape.keys()].sort(() => random.next() - 0.5);
  const gaps = places.map(() => random.below(3) === 0);
  const outer = places.map(
    (place, index) => (shape[place] as number) * (gaps[index] ? 2 : 1) + (random.below(4) === 0 ? 1 : 0),
  );
  const size = outer.reduce((total, each) => total * each, 1);
  const part = line(random, size, dtype)
    .reshape(...outer)
    .slice(
      ...places.map((place, index) => (gaps[index] ? `0:${2 * (shape[place] as number)}:2` : `0:${shape[place]}`)),
    );
  const back = new Array<number>(shape.length);
  for (const [index, place] of places.entries()) back[place] = index;
  return part.transpose(back) as AnyArray;
}

function at(array: AnyArray, index: number): unknown {
  return array.storage.iget(index);
}

/** Tests one random case with both engines; false if there was nothing to test. */
function holdsOnce(random: Random, what: string): boolean {
  const shape = Array.from({ length: random.below(4) }, () => random.pick(SIZES));
  if (shape.reduce((total, each) => total * each, 1) > MOST) return false;
  const part = () => shape.slice(random.below(shape.length + 1)).map((size) => (random.below(4) === 0 ? 1 : size));
  const a = view(random, random.below(2) === 0 ? shape : part(), random.pick(DTYPES));
  const b = view(random, part(), random.pick(DTYPES));
  const text = random.pick(EXPRESSIONS);
  const common = numpy.broadcast_shapes([...a.shape], [...b.shape]) as number[];
  const wide = (array: AnyArray) => numpy.broadcast_to(array.copy(), common).copy() as AnyArray;
  const expected = evaluate(text, { a: wide(a), b: wide(b) }) as AnyArray;
  for (const compiled of [true, false]) {
    forbidCompiling(!compiled);
    const out = random.below(2) === 0 ? view(random, common, expected.dtype) : null;
    const before = out === null ? null : Array.from({ length: expected.size }, (_, index) => at(out, index));
    const mask = random.below(3) === 0 ? view(random, common, 'bool') : null;
    const options: EvaluateOptions = { ...(out === null ? {} : { out }), ...(mask === null ? {} : { where: mask }) };
    const result = evaluate(text, { a, b }, options) as AnyArray;
    const rest = expected.dtype === 'int64' ? 0n : 0;
    for (let index = 0; index < expected.size; index++) {
      const computed = mask === null || at(mask, index) !== 0;
      const wanted = computed ? at(expected, index) : before === null ? rest : before[index];
      assert.ok(
        Object.is(at(result, index), wanted),
        `${what}: ${text} of ${a.dtype} (${a.shape}) and ${b.dtype} (${b.shape}), element ${index}: ${at(result, index)}, not ${wanted}`,
      );
    }
  }
  return true;
}

export function layoutsHold(seed: number, count: number): void {
  let tested = 0;
  for (let round = 0; round < count; round++) {
    const random = new Random(seed * 1_000_003 + round);
    if (holdsOnce(random, `seed ${seed}, round ${round}`)) tested++;
  }
  forbidCompiling(false);
  assert.ok(tested > count / 2);
}
