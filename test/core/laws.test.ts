/**
 * The law engine: single calls, told in full; limits; what is never executed.
 */

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openLaws } from '../../core/src/laws/index.ts';
import type { CallSpec, DType, Outcome, ResultDim, Storage } from '../../core/src/laws/types.ts';
import { randomFrom, reclaim, verify } from './support/execute.ts';
import { array, float, fn, int, list, method, property, text, typed, yes } from './support/specs.ts';

const laws = openLaws({ tableUrl: null });
after(() => laws.close());

function outcome(call: CallSpec): Outcome {
  const answer = laws.answer(call);
  assert.ok(answer.ok, answer.ok ? '' : answer.reason);
  return answer.law.outcome;
}

function isArray(call: CallSpec, dtype: DType, shape: readonly ResultDim[], storage: Storage['kind'] = 'owns'): void {
  const found = outcome(call);
  assert.equal(found.kind, 'array');
  assert.ok(found.kind === 'array');
  assert.deepEqual({ dtype: found.dtype, shape: found.shape, storage: found.storage.kind }, { dtype, shape, storage });
}

const n = { sym: 'n' } as const;
const m = { sym: 'm' } as const;

test('creation from sizes, symbolic and large', () => {
  isArray(fn('zeros', list('n', 'm'), text('float32')), 'float32', [n, m]);
  isArray(fn('zeros', list(1_000_000, 100), text('float32')), 'float32', [1_000_000, 100]);
  isArray(fn('arange', int(0), int(1_000_000), int(2)), 'float64', [500_000]);
  isArray(fn('linspace', int(0), int(1), int(1_000_000)), 'float64', [1_000_000]);
  isArray(fn('random.randint', int(0), int(256), list(1024, 1024)), 'int64', [1024, 1024]);
  isArray(fn('array', typed('Uint8Array', 1_000_000)), 'uint8', [1_000_000]);
});

test('the class of an integer value decides the dtype, whatever the size', () => {
  isArray(fn('full', list(1_000_000), int(7)), 'int32', [1_000_000]);
  isArray(fn('full', list(1_000_000), int(3_000_000_000)), 'int64', [1_000_000]);
  isArray(fn('full', list('n'), float(2.5)), 'float64', [n]);
});

test('views of arrays too large to be made', () => {
  isArray(method('reshape', array([1024, 1024]), list(1_048_576)), 'float64', [1_048_576], 'view');
  isArray(method('slice', array([1_000_000]), text('10:-5:3')), 'float64', [333_329], 'view');
  isArray(method('slice', array([1000, 2000]), text('500:'), text('::-1')), 'float64', [500, 2000], 'view');
  isArray(property('T', array([1000, 2000])), 'float64', [2000, 1000], 'view');
  isArray(fn('flip', array(['n'])), 'float64', [n], 'view');
});

test('symbolic divisions, differences and minima', () => {
  isArray(method('slice', array(['n']), text('::2')), 'float64', [{ op: 'ceildiv', args: [n, 2] }], 'view');
  isArray(method('slice', array(['n']), text('1:-1')), 'float64', [{ op: 'add', args: [n, -2] }], 'view');
  const svd = outcome(fn('linalg.svd', array(['n', 'm'])));
  assert.ok(svd.kind === 'object' && svd.fields['s']?.kind === 'array');
  assert.deepEqual(svd.fields['s'].shape, [{ op: 'min', args: [n, m] }]);
  const parts = outcome(fn('split', array([1_000_000]), int(4)));
  assert.ok(parts.kind === 'list' && parts.items.length === 4);
  const indices = outcome(fn('triu_indices', int('n')));
  assert.ok(indices.kind === 'list' && indices.items[0]?.kind === 'array');
  const [length] = indices.items[0].shape;
  assert.deepEqual(length, { op: 'floordiv', args: [{ op: 'add', args: [{ op: 'mul', args: [n, n] }, n] }, 2] });
});

test('what depends on the data is unknown, with a bound where one holds', () => {
  isArray(fn('unique', array(['n'])), 'float64', [{ unknown: 'depends on the data', atMost: n }]);
  isArray(fn('bincount', array([100_000], 'int32')), 'float64', [{ unknown: 'depends on the data' }]);
});

test('what depends on the size is no law for symbols, and one for sizes', () => {
  const symbolic = laws.answer(fn('argmin', array(['n', 'm']), int(0)));
  assert.ok(!symbolic.ok && /depends on the size/.test(symbolic.reason), JSON.stringify(symbolic));
  isArray(fn('argmin', array([1000, 2000]), int(0)), 'int64', [2000]);
});

test('a result whose block the library has freed holds nothing', () => {
  const sums = outcome(method('sum', array([1, 33], 'int64'), int(0)));
  assert.ok(sums.kind === 'array');
  assert.deepEqual([sums.dtype, sums.shape, sums.storedItemBytes, sums.heldBytes], ['int64', [33], 0, undefined]);
});

test('unknown layouts leave open what they decide', () => {
  isArray(method('ravel', array(['n', 'm'], 'float64', '?')), 'float64', [{ op: 'mul', args: [m, n] }], 'either');
  isArray(method('sum', array(['n', 'm'], 'uint8', '?'), int(1), yes), 'uint64', [n, 1]);
});

test('writes to arguments, and shared memory outside arrays', () => {
  const fill = laws.answer(method('fill', array(['n']), int(3)));
  assert.ok(fill.ok);
  assert.deepEqual(fill.law.writes, [[0]]);
  const data = outcome(property('data', array(['n'])));
  assert.deepEqual(data, { kind: 'typed', ctor: 'Float64Array', length: n, storage: { kind: 'view', of: [0] } });
});

test('a transient is told, and temporaries of the result are not', () => {
  const inverse = laws.answer(fn('linalg.inv', array(['n', 'n'])));
  assert.ok(inverse.ok);
  assert.deepEqual(inverse.law.transient?.pool[0], { items: { op: 'mul', args: [n, n] }, itemBytes: 8 });
});

test('a call that throws is told in the words of the library, at the sizes asked for', () => {
  const symbolic = laws.answer(fn('add', array(['n']), array(['m'])));
  assert.ok(!symbolic.ok && symbolic.throws?.includes('[n] [m]'), JSON.stringify(symbolic));
});

test('files and global settings are never touched', () => {
  for (const name of [
    'load',
    'saveSync',
    'loadNpzFileSync',
    'fromfile',
    'genfromtxtFileSync',
    'configureWasm',
    'seterr',
  ]) {
    const answer = laws.answer(fn(name, text('/tmp/bytelens-must-not-exist.npy')));
    assert.ok(!answer.ok && /never executed/.test(answer.reason), name);
  }
  assert.ok(!laws.answer(method('tofile', array([4]), text('/tmp/bytelens-must-not-exist.npy'))).ok);
});

test('a call that hangs is ended, and the next one is answered', () => {
  const quick = openLaws({ tableUrl: null, timeLimitMs: 400 });
  const hanging = quick.answer(fn('fromregex', array([104], 'float32'), array([104], 'bool')));
  assert.ok(!hanging.ok && /did not finish/.test(hanging.reason), JSON.stringify(hanging));
  assert.ok(quick.answer(fn('zeros', list(3, 4))).ok);
  quick.close();
});

test('dispose leaves the worker sound', () => {
  assert.equal(outcome(method('dispose', array(['n']))).kind, 'undefined');
  isArray(method('add', array(['n'], 'uint8'), int(1)), 'uint8', [n]);
});

test('exports and members are known', () => {
  assert.equal(laws.exportKind('numpy-ts', 'linalg'), 'namespace');
  assert.equal(laws.exportKind('numpy-ts', 'linalg.inv'), 'function');
  assert.equal(laws.exportKind('numpy-ts', 'NDArray'), 'class');
  assert.equal(laws.exportKind('numpy-ts', 'no_such_thing'), null);
  assert.equal(laws.memberKind('NDArray', 'T'), 'property');
  assert.equal(laws.memberKind('NDArrayCore', 'reshape'), null);
  assert.equal(laws.version, '1.7.0');
});

test('a cached answer takes microseconds', () => {
  const call = fn('zeros', list(2048, 2048));
  laws.answer(call);
  const started = performance.now();
  for (let count = 0; count < 1000; count++) laws.answer(call);
  assert.ok((performance.now() - started) / 1000 < 0.1);
});

test('fixed calls agree with execution at true size', async () => {
  const random = randomFrom(7);
  const calls = [
    fn('concatenate', list(array([1000, 30]), array([500, 30]))),
    fn('where', array([300, 300], 'bool'), array([300, 300]), array([300, 300])),
    fn('matmul', array([300, 200]), array([200, 100])),
    fn('pad', array([300, 300]), int(2)),
    fn('tile', array([300, 300]), list(2, 1)),
    fn('meshgrid', array([300]), array([400])),
    fn('histogram', array([50_000])),
    fn('einsum', text('ij,jk->ik'), array([100, 80]), array([80, 90])),
    method('astype', array([100_000]), text('float16')),
    method('slice', array([100_000]), text('10:-5:3')),
    method('sqrt', array([100_000], 'uint8')),
    fn('sort', array([300, 300], 'float16')),
    fn('roll', array([100_000], 'float16'), int(3)),
    fn('split', array([100_000]), int(4)),
    fn('diagonal', array([300, 500])),
  ];
  for (const call of calls) {
    const { verdict, details } = verify(call, laws.answer(call), random);
    assert.equal(verdict, 'agrees', `${JSON.stringify(call.target)}: ${details.join('; ')}`);
    await reclaim();
  }
});

test('what takes longer than is spent is owed, and found when there is time', () => {
  const call = fn('tri', int(4321), int(17));
  laws.spend(0);
  const { owed } = laws;
  assert.deepEqual(laws.answer(call), { ok: false, reason: 'it is still being found out by executing the library' });
  assert.equal(laws.owed, owed + 1);
  laws.spend(Number.POSITIVE_INFINITY);
  isArray(call, 'float64', [4321, 17]);
  laws.spend(0);
  // What is known costs nothing.
  isArray(call, 'float64', [4321, 17]);
  assert.equal(laws.owed, owed + 1);
  laws.spend(Number.POSITIVE_INFINITY);
});
