/** An evaluation takes less than 1 MiB beside its result, whatever the size and wherever the arrays are. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as numpy from 'numpy-ts';
import { evaluate, shared } from '../../core/src/index.ts';
import { sharedMemory } from '../../core/src/shared/memory.ts';
import type { AnyArray } from './support/evaluate-oracle.ts';

const MIB = 2 ** 20;
const SIZE = 4_000_000;

/** The most bytes of buffers and WebAssembly memories that were made while `run` ran. */
function peakOf(run: () => void): number {
  const scope = globalThis as unknown as Record<string, unknown>;
  const assembly = scope['WebAssembly'] as { Memory: { prototype: { grow(pages: number): number } } };
  const memory = assembly.Memory;
  const originals = { ArrayBuffer, SharedArrayBuffer };
  let made = 0;
  const count = (original: unknown, bytesOf: (args: unknown[]) => number) =>
    new Proxy(original as new (...args: unknown[]) => object, {
      construct(target, args) {
        made += bytesOf(args);
        return Reflect.construct(target, args) as object;
      },
    });
  const pages = (args: unknown[]) => (args[0] as { initial: number }).initial * 65536;
  for (const [name, original] of Object.entries(originals)) scope[name] = count(original, ([bytes]) => Number(bytes));
  assembly.Memory = count(memory, pages) as unknown as typeof memory;
  const views = ['Float64Array', 'Uint8Array', 'BigInt64Array', 'Int32Array'];
  const kept = views.map((name) => scope[name]);
  for (const [index, name] of views.entries()) {
    const width = (kept[index] as { BYTES_PER_ELEMENT: number }).BYTES_PER_ELEMENT;
    scope[name] = count(kept[index], ([first]) => (typeof first === 'number' ? first * width : 0));
  }
  const grow = memory.prototype.grow;
  memory.prototype.grow = function (added: number) {
    made += added * 65536;
    return grow.call(this, added);
  };
  try {
    run();
  } finally {
    Object.assign(scope, originals);
    assembly.Memory = memory;
    memory.prototype.grow = grow;
    for (const [index, name] of views.entries()) scope[name] = kept[index];
  }
  return made;
}

describe('memory of an evaluation', () => {
  const text = 'where(a > b, sin(a) + b**2, a) - 2*a*b';

  it('in numpy-ts’s pool', () => {
    const a = numpy.full([SIZE], 0.5) as AnyArray;
    const b = numpy.full([SIZE], 0.25) as AnyArray;
    const out = numpy.zeros([SIZE]) as AnyArray;
    // The pool's own use shows in its free bytes; a first run makes what is kept.
    const strided = () =>
      evaluate(text, { a: a.slice('::2'), b: b.slice('::2') }, { out: out.slice('::2') as AnyArray });
    strided();
    const before = numpy.wasmFreeBytes();
    assert.ok(peakOf(() => evaluate(text, { a, b }, { out })) < MIB);
    assert.ok(peakOf(() => evaluate('sum(a * b)', { a, b })) < MIB);
    assert.ok(peakOf(strided) < MIB);
    // What asks for dtypes are small arrays of other size classes.
    assert.ok(Math.abs(numpy.wasmFreeBytes() - before) < 16_384, `${before - numpy.wasmFreeBytes()} bytes are missing`);
    for (const array of [a, b, out]) array.dispose();
  });

  it('in JavaScript’s buffers', () => {
    const a = new Float64Array(SIZE).fill(0.5);
    const b = new Float64Array(SIZE).fill(0.25);
    const out = shared.zeros(SIZE);
    assert.ok(peakOf(() => evaluate(text, { a, b }, { out })) < MIB);
    assert.ok(peakOf(() => evaluate('sum(a * b)', { a, b })) < MIB);
  });

  it('in shared memory', () => {
    const a = shared.full(SIZE, 0.5);
    const b = shared.full(SIZE, 0.25);
    const out = shared.zeros(SIZE);
    evaluate(text, { a, b }, { out });
    const before = sharedMemory().usedBytes;
    assert.ok(peakOf(() => evaluate(text, { a, b }, { out })) < MIB);
    assert.ok(
      peakOf(() => evaluate(text, { a: a.slice('::2'), b: b.slice('::2') }, { out: out.slice('::2') as AnyArray })) <
        MIB,
    );
    assert.equal(sharedMemory().usedBytes, before);
  });

  it('sums along an axis', () => {
    const a = numpy.full([2000, 1000], 0.5) as AnyArray;
    for (const axis of [0, 1]) assert.ok(peakOf(() => evaluate(`sum(a * a, axis=${axis})`, { a })) < MIB);
    a.dispose();
  });
});
