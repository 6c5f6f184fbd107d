/**
 * Measurements: plans executed for real, their limits, and the size classes of the pool.
 */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, test } from 'node:test';
import * as np from 'numpy-ts';
import { openMeasurer, type PlanArg, type PlanStep, poolClassBytes } from '../../core/src/measure/index.ts';
import { usablePoolBytes } from '../../core/src/measure/pool.ts';

const measurer = openMeasurer();
after(() => measurer.close());

const int = (value: number): PlanArg => ({ kind: 'int', value });
const shape = (...dims: readonly number[]): PlanArg => ({ kind: 'list', items: dims.map(int) });
const ref = (id: string): PlanArg => ({ kind: 'ref', id });
const fn = (id: string, path: string, ...args: readonly PlanArg[]): PlanStep => ({
  id,
  module: 'numpy-ts',
  target: { kind: 'function', path },
  args,
});
const method = (id: string, name: string, ...args: readonly PlanArg[]): PlanStep => ({
  id,
  module: 'numpy-ts',
  target: { kind: 'method', name },
  args,
});

test('what fits into the pool is what the library says is free', () => {
  const MIB = 2 ** 20;
  const configured: readonly { maxMemory?: number; scratchSize?: number }[] = [
    {},
    { maxMemory: 32 * MIB },
    { maxMemory: 256 * MIB },
    { maxMemory: 1024 * MIB },
    { maxMemory: 300 * MIB, scratchSize: 16 * MIB },
    { scratchSize: MIB },
  ];
  for (const options of configured) {
    // Each needs a process of its own: the library takes its memory once.
    const program = `import * as np from 'numpy-ts'; np.configureWasm(${JSON.stringify(options)}); console.log(np.wasmFreeBytes());`;
    const free = Number(execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' }));
    assert.equal(usablePoolBytes(options.maxMemory, options.scratchSize), free, JSON.stringify(options));
  }
});

test('size classes are what the allocator takes', () => {
  np.zeros([1]);
  const sizes = [1, 8, 31, 32, 33, 64, 65, 1000, 1024, 1025, 99_999, 1_048_576, 4_400_000, 8_000_000];
  assert.equal(poolClassBytes(0), 0);
  const kept: np.NDArray[] = [];
  for (const size of sizes) {
    const before = np.wasmFreeBytes();
    kept.push(np.empty([size], 'uint8'));
    assert.equal(before - np.wasmFreeBytes(), poolClassBytes(size), `${size} bytes`);
  }
  assert.equal(poolClassBytes(8_000_000), 8_388_616);
});

test('a plan tells bytes, views and the peak', async () => {
  const result = await measurer.measure([
    fn('a', 'zeros', shape(1000, 1000)),
    method('b', 'multiply', ref('a'), ref('a')),
    method('c', 'reshape', ref('b'), shape(1_000_000)),
    method('d', 'dispose', ref('a')),
    method('e', 'add', ref('b'), int(1)),
  ]);
  assert.ok(result.ok, JSON.stringify(result));
  assert.equal(result.peakPoolBytes, 2 * 8_388_616);
  const [, b, c] = result.steps;
  assert.ok(b?.result.kind === 'array' && c?.result.kind === 'array');
  assert.deepEqual([b.result.nbytes, b.result.residentBytes, b.result.storage.kind], [8_000_000, 8_388_616, 'owns']);
  assert.deepEqual(c.result.storage, { kind: 'view', of: { id: 'b', path: [] } });
});

test('parts of results are arguments', async () => {
  const result = await measurer.measure([
    fn('a', 'ones', shape(20, 20)),
    fn('parts', 'split', ref('a'), int(2)),
    fn('sum', 'sum', { kind: 'ref', id: 'parts', path: [1] }),
  ]);
  assert.ok(result.ok, JSON.stringify(result));
  assert.deepEqual(result.steps[2]?.result, { kind: 'scalar', type: 'number' });
});

test('limits of memory and time hold, and the next plan runs', async () => {
  const large = await measurer.measure([fn('a', 'zeros', shape(10_000, 10_000))]);
  assert.ok(!large.ok && /limit/.test(large.reason), JSON.stringify(large));
  const literal = await measurer.measure([fn('a', 'array', { kind: 'typed', ctor: 'Uint8Array', length: 1e9 })]);
  assert.ok(!literal.ok && /literals/.test(literal.reason));
  const hanging = [fn('a', 'fromregex', { kind: 'string', value: 'abc' }, { kind: 'string', value: '' })];
  const stopped = await measurer.measure(hanging, { timeLimit: 300 });
  assert.ok(!stopped.ok && /did not finish/.test(stopped.reason), JSON.stringify(stopped));
  assert.ok((await measurer.measure([fn('a', 'zeros', shape(3))])).ok);
});

test('denied calls and wrong plans are told', async () => {
  const denied = await measurer.measure([fn('a', 'saveSync', { kind: 'string', value: '/tmp/x' })]);
  assert.ok(!denied.ok && /never executed/.test(denied.reason));
  const wrong = await measurer.measure([method('b', 'add', ref('a'), int(1))]);
  assert.ok(!wrong.ok && /has not run/.test(wrong.reason));
  const throwing = await measurer.measure([fn('a', 'no_such_function')]);
  assert.ok(!throwing.ok && throwing.step === 'a');
});
