/**
 * Executes a call on arrays that have the very shapes and strides of the spec over a few bytes of memory.
 *
 * Operations that make views never read elements, so they give the exact shape and strides of sizes that could not be
 * allocated. A call that turns out to copy, or to return anything but a view, gets no answer from here.
 */

import { fillStorage } from './fills.ts';
import { AllocationLimitError, emptyPool, record } from './instrument.ts';
import { invoke, type Library, type LibraryArray, rawArray } from './library.ts';
import { materialize, type Tracked } from './materialize.ts';
import type { ArgPath, ArgSpec, CallSpec, LawAnswer, Outcome } from './types.ts';

/** More than this is a copy of data, not the making of a view. */
const LIMIT_BYTES = 4096;
const TINY = 16;

const NOT_A_VIEW: LawAnswer = { ok: false, reason: 'the sizes are too large to execute, and the result is not a view' };

function buildVirtual(library: Library, spec: Extract<ArgSpec, { kind: 'array' }>): LibraryArray {
  const base = library.Storage.zeros([TINY], spec.dtype);
  const strides = (spec.strides ?? []).map(Number);
  fillStorage(base, spec.dtype, 'distinct', 0, 1);
  const storage = library.Storage.fromDataShared(
    base.data,
    spec.shape.map(Number),
    spec.dtype,
    strides,
    0,
    base.wasmRegion,
  );
  return (spec.cls === 'NDArray' ? library.NDArray : library.NDArrayCore).fromStorage(storage);
}

function bytesOf(entry: Tracked): string {
  const data = entry.kind === 'array' ? entry.raw.storage.data : entry.data;
  return Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('latin1');
}

function describe(library: Library, value: unknown, tracked: readonly Tracked[]): Outcome | null {
  if (Array.isArray(value)) {
    const items = value.map((item) => describe(library, item, tracked));
    return items.length > 0 && items.length <= 64 && items.every((item) => item !== null)
      ? { kind: 'list', items }
      : null;
  }
  const raw = rawArray(library, value);
  if (raw === null) return null;
  const { storage } = raw;
  const owner = tracked.find(
    (entry) =>
      entry.kind === 'array' &&
      storage.data.buffer === entry.raw.storage.data.buffer &&
      storage.data.byteOffset === entry.raw.storage.data.byteOffset,
  );
  if (owner === undefined || owner.kind !== 'array' || !storage.shape.every(Number.isInteger)) return null;
  return {
    kind: 'array',
    cls: value instanceof library.NDArray ? 'NDArray' : 'NDArrayCore',
    dtype: storage.dtype,
    shape: [...storage.shape],
    strides: [...storage.strides],
    storage: { kind: owner.raw === raw ? 'same' : 'view', of: owner.path },
    backing: 'pool',
    storedItemBytes: storage.data.BYTES_PER_ELEMENT * (storage.dtype.startsWith('complex') ? 2 : 1),
  };
}

/** Array arguments become virtual ones, at any depth of lists; everything else is built as for a real execution. */
function buildArguments(library: Library, call: CallSpec): { values: unknown[]; tracked: Tracked[] } {
  const tracked: Tracked[] = [];
  const build = (arg: ArgSpec, path: ArgPath): unknown => {
    if (arg.kind === 'array') {
      const array = buildVirtual(library, arg);
      tracked.push({ kind: 'array', path, raw: array._raw ?? array });
      return array;
    }
    if (arg.kind === 'list') return arg.items.map((item, index) => build(item, [...path, index]));
    const alone: CallSpec = { ...call, args: [arg] };
    return materialize(library, alone, { sizes: {}, fill: 'distinct', layout: 'rows', numberChoice: 0 }).values[0];
  };
  return { values: call.args.map((arg, index) => build(arg, [index])), tracked };
}

export function learnVirtual(library: Library, call: CallSpec): LawAnswer {
  if (call.args.some((arg) => arg.kind === 'array' && arg.strides === null)) return NOT_A_VIEW;
  try {
    const { values, tracked } = buildArguments(library, call);
    const before = tracked.map(bytesOf);
    const { result } = record(LIMIT_BYTES, () => invoke(library, call.module, call.target, values));
    const outcome = describe(library, result, tracked);
    const wrote = tracked.some((entry, at) => bytesOf(entry) !== before[at]);
    if (outcome === null || wrote) return NOT_A_VIEW;
    return { ok: true, law: { outcome, writes: [], transient: { pool: [], js: [] }, how: 'exact' } };
  } catch (error) {
    if (error instanceof AllocationLimitError) return NOT_A_VIEW;
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, reason: `the call throws: ${message}`, throws: message };
  } finally {
    emptyPool();
  }
}
