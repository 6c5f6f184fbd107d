/**
 * Laws of the core's own functions, executed in the law worker beside numpy-ts; and the names by which the analysis
 * follows them, against what the core exports.
 */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import * as core from '../../core/src/index.ts';
import { openLaws } from '../../core/src/laws/index.ts';
import type { ArgSpec, CallSpec, Law } from '../../core/src/laws/types.ts';
import { isByLaw, SETTINGS, whyNotFollowed } from '../../server/src/analysis/libraries/bytelens/names.ts';
import { array, float, int, list, text } from './support/specs.ts';

const laws = openLaws();
after(() => laws.close());

function call(path: string, ...args: ArgSpec[]): CallSpec {
  return { module: 'bytelens', target: { kind: 'function', path }, args };
}

function object(fields: Record<string, ArgSpec>): ArgSpec {
  return { kind: 'object', fields };
}

function law(path: string, ...args: ArgSpec[]): Law {
  const answer = laws.answer(call(path, ...args));
  assert.ok(answer.ok, answer.ok ? '' : answer.reason);
  return answer.law;
}

const n = { sym: 'n' } as const;
const m = { sym: 'm' } as const;

test('evaluate: shape, dtype and order of a result that takes nothing beside it', () => {
  const variables = object({ a: array(['n', 'm'], 'float32'), b: array(['n', 'm'], 'uint8') });
  const { outcome, transient, writes } = law('evaluate', text('a*b + 1'), variables);
  assert.ok(outcome.kind === 'array');
  assert.deepEqual([outcome.dtype, outcome.shape, outcome.strides], ['float32', [n, m], [m, 1]]);
  assert.equal(outcome.backing, 'pool');
  assert.deepEqual(transient?.pool, []);
  assert.deepEqual(writes, []);
});

test('evaluate: with out, the result is out and out is written', () => {
  const variables = object({ a: array([1000, 2000], 'float64') });
  const options = object({ out: array([1000, 2000], 'float64') });
  const { outcome, transient, writes } = law('evaluate', text('sqrt(a) + 1'), variables, options);
  assert.ok(outcome.kind === 'array');
  assert.deepEqual(outcome.storage, { kind: 'same', of: [2, 'out'] });
  assert.deepEqual(writes, [[2, 'out']]);
  assert.deepEqual(transient?.pool, []);
});

test('evaluate: reductions give numbers, or arrays along an axis', () => {
  const variables = object({ a: array(['n', 'm'], 'int64') });
  assert.deepEqual(law('evaluate', text('sum(a*a)'), variables).outcome, { kind: 'scalar', type: 'bigint' });
  const along = law('evaluate', text('max(a, axis=0)'), variables).outcome;
  assert.ok(along.kind === 'array');
  assert.deepEqual([along.dtype, along.shape], ['int64', [m]]);
});

test("what the core refuses is the law engine's answer", () => {
  const answer = laws.answer(call('evaluate', text('a +'), object({ a: array(['n'], 'float64') })));
  assert.ok(!answer.ok);
  assert.match(answer.throws ?? '', /expected an operand/);
  const none = laws.answer(call('ufunc.nosuch', array(['n'], 'float64')));
  assert.ok(!none.ok);
  assert.match(none.throws ?? '', /exports no function ufunc\.nosuch/);
});

test('ufuncs and their methods', () => {
  const a = array(['n', 'm'], 'uint8');
  const shapes = [
    law('ufunc.add', a, a),
    law('ufunc.add.reduce', a, object({ axis: int(1) })),
    law('ufunc.add.accumulate', a),
    law('ufunc.multiply.reduceat', a, list(0, 2)),
    law('ufunc.multiply.outer', array(['n'], 'float32'), array(['m'], 'float64')),
  ].map(({ outcome }) => (outcome.kind === 'array' ? [outcome.dtype, outcome.shape] : outcome.kind));
  assert.deepEqual(shapes, [
    ['uint8', [n, m]],
    ['uint64', [n]],
    ['uint64', [n, m]],
    ['uint64', [2, m]],
    ['float64', [n, m]],
  ]);
  const at = law('ufunc.add.at', array(['n'], 'float64'), list(0, 1), float(1.5));
  assert.equal(at.outcome.kind, 'undefined');
  assert.deepEqual(at.writes, [[0]]);
});

test('arrays in shared memory are told from others', () => {
  const { outcome } = law('shared.zeros', list(1000, 500), text('float32'));
  assert.ok(outcome.kind === 'array');
  assert.deepEqual([outcome.dtype, outcome.shape, outcome.backing], ['float32', [1000, 500], 'shared']);
  assert.equal(outcome.heldBytes, undefined, 'not all of the shared memory');
});

test('what starts threads is never executed', () => {
  const answer = laws.answer(call('shared.setThreads', int(2)));
  assert.ok(!answer.ok);
  assert.match(answer.reason, /never executed: it starts threads/);
});

/** Paths of all functions that the core exports, classes and errors aside. */
function functionsOf(value: object, head = ''): string[] {
  return Object.entries(value).flatMap(([name, member]) => {
    const path = `${head}${name}`;
    if (typeof member === 'function' && /^class\b/.test(Function.prototype.toString.call(member))) return [];
    if (typeof member === 'function') return [path, ...functionsOf(member, `${path}.`)];
    return member !== null && typeof member === 'object' ? functionsOf(member, `${path}.`) : [];
  });
}

test('every function of the core is followed by its law, or by its definition, or has a reason', () => {
  const defined = new Set(['blockwise', 'evaluateAsync', 'compile', 'shared.warmUp', 'dtypeInfos']);
  const all = functionsOf(core);
  assert.ok(all.includes('ufunc.add.reduce') && all.includes('shared.zeros') && all.length > 200);
  const untold = all.filter(
    (name) =>
      !isByLaw(name) && !SETTINGS.has(name) && !defined.has(name) && whyNotFollowed(name) === 'it is not followed',
  );
  assert.deepEqual(untold, []);
});
