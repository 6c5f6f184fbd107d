/**
 * Executes one call and reads what came back: the shape of the result, where its memory lies, what was written, and
 * what was allocated.
 *
 * Whether a result shares memory is decided from the memory itself (the pool block or the JavaScript buffer), never from
 * the flags that the library reports, because some of its views claim to own their data.
 */

import { poolClassBytes } from '../measure/pool.ts';
import { blockAt, emptyPool, type Recording, record } from './instrument.ts';
import { invoke, type Library, type LibraryArray, rawArray, type TypedArray } from './library.ts';
import { materialize, type ProbeSettings, type Tracked } from './materialize.ts';
import type { ArgPath, CallSpec, DType, TypedArrayName } from './types.ts';

export type ObservedStorage = { readonly kind: 'owns' } | { readonly kind: 'view' | 'same'; readonly of: ArgPath };

export interface ObservedArray {
  readonly kind: 'array';
  readonly cls: 'NDArray' | 'NDArrayCore';
  readonly dtype: DType;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly storage: ObservedStorage;
  readonly backing: 'pool' | 'js' | 'shared';
  /** Bytes of the block or buffer that holds the elements. */
  readonly heldBytes: number;
}

export type Observed =
  | ObservedArray
  | {
      readonly kind: 'typed';
      readonly ctor: TypedArrayName;
      readonly length: number;
      readonly storage: ObservedStorage;
    }
  | { readonly kind: 'scalar'; readonly type: 'number' | 'bigint' | 'boolean' | 'string' | 'complex' }
  | { readonly kind: 'list'; readonly items: readonly Observed[] }
  /** A list of scalars, nested lists of scalars, or too long to be kept item by item. */
  | { readonly kind: 'uniform'; readonly length: number; readonly items: readonly Observed[] }
  | { readonly kind: 'object'; readonly fields: Readonly<Record<string, Observed>> }
  | { readonly kind: 'undefined' }
  | { readonly kind: 'null' }
  | { readonly kind: 'other'; readonly description: string };

export interface BufferUse {
  readonly bytes: number;
  readonly itemBytes: number;
}

export interface Observation {
  readonly result: Observed;
  /** Indices into the tracked arguments, as paths, of those whose contents changed. */
  readonly writes: readonly ArgPath[];
  /** The pool blocks that were live at the peak and are no part of the result, and the typed arrays made. */
  readonly pool: readonly number[];
  /** The pool blocks that are still taken when the call has returned, and that neither result nor arguments hold. */
  readonly dropped: readonly number[];
  readonly resultAtPeak: TransientBlocks['result'];
  readonly js: readonly BufferUse[];
}

/** Lists of at most this many arrays or objects are described item by item. */
const MAX_LISTED = 64;
const MAX_DEPTH = 6;

interface Memory {
  readonly block: number | null;
  readonly buffer: ArrayBufferLike;
}

function memoryOf(data: TypedArray, region: { readonly ptr: number } | null): Memory {
  if (region !== null) return { block: region.ptr, buffer: data.buffer };
  return { block: blockAt(data.byteOffset)?.pointer ?? null, buffer: data.buffer };
}

/** Reads results, and tells by their memory which of the tracked values they share it with. */
export class Reader {
  readonly #library: Library;
  readonly #tracked: readonly { readonly path: ArgPath; readonly memory: Memory; readonly owner: object }[];
  /** The pool's own buffer, where blocks and not the buffer tell memories apart. */
  readonly #pool: ArrayBufferLike;
  /** Pool blocks and buffers that the result holds. */
  readonly blocks = new Set<number>();
  readonly buffers = new Set<ArrayBufferLike>();

  constructor(library: Library, tracked: readonly Tracked[], pool: ArrayBufferLike) {
    this.#library = library;
    this.#pool = pool;
    this.#tracked = tracked.map((entry) =>
      entry.kind === 'array'
        ? { path: entry.path, memory: this.#memory(entry.raw), owner: entry.raw }
        : { path: entry.path, memory: { block: null, buffer: entry.data.buffer }, owner: entry.data },
    );
  }

  #memory(raw: LibraryArray): Memory {
    const { data, wasmRegion } = raw.storage;
    return data.buffer === this.#pool ? memoryOf(data, wasmRegion) : { block: null, buffer: data.buffer };
  }

  #storage(owner: object, memory: Memory, empty: boolean): ObservedStorage {
    for (const entry of this.#tracked) if (entry.owner === owner) return { kind: 'same', of: entry.path };
    for (const entry of this.#tracked) {
      const shared =
        memory.buffer === entry.memory.buffer &&
        memory.block === entry.memory.block &&
        (memory.block !== null || memory.buffer !== this.#pool);
      if (shared && !empty) return { kind: 'view', of: entry.path };
    }
    if (memory.block !== null) this.blocks.add(memory.block);
    else this.buffers.add(memory.buffer);
    return { kind: 'owns' };
  }

  read(value: unknown, depth = 0): Observed {
    if (value === null) return { kind: 'null' };
    switch (typeof value) {
      case 'undefined':
        return { kind: 'undefined' };
      case 'number':
      case 'bigint':
      case 'boolean':
      case 'string':
        return { kind: 'scalar', type: typeof value as 'number' };
      case 'object':
        return this.#readObject(value, depth);
      default:
        return { kind: 'other', description: typeof value };
    }
  }

  #readObject(value: object, depth: number): Observed {
    const raw = rawArray(this.#library, value);
    if (raw !== null) return this.#readArray(value, raw);
    if (value instanceof this.#library.Complex) return { kind: 'scalar', type: 'complex' };
    if (ArrayBuffer.isView(value)) return this.#readTyped(value as TypedArray);
    if (depth > MAX_DEPTH) return { kind: 'other', description: 'a deeply nested value' };
    if (Array.isArray(value)) return this.#readList(value, depth);
    // Nobody waits for what an asynchronous call has begun; its failure must not end the worker.
    if (value instanceof Promise) value.catch(() => {});
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) {
      return { kind: 'other', description: (value.constructor as { name?: string } | undefined)?.name ?? 'object' };
    }
    const fields = Object.entries(value).map(([name, field]) => [name, this.read(field, depth + 1)] as const);
    return { kind: 'object', fields: Object.fromEntries(fields) };
  }

  #readArray(value: object, raw: LibraryArray): Observed {
    const { storage } = raw;
    if (storage?.data === undefined || !storage.shape.every((dim) => Number.isInteger(dim) && dim >= 0)) {
      return { kind: 'other', description: 'a broken array' };
    }
    const memory = this.#memory(raw);
    const size = storage.shape.reduce((product, dim) => product * dim, 1);
    const block = memory.block === null ? null : blockAt(memory.block);
    const inPool = storage.data.buffer === this.#pool;
    // Every array of the core has a buffer object of its own there, which is as large as all of the shared memory.
    const isShared = storage.data.buffer instanceof SharedArrayBuffer;
    const buffer = isShared ? storage.data.byteLength : storage.data.buffer.byteLength;
    return {
      kind: 'array',
      cls: value instanceof this.#library.NDArray ? 'NDArray' : 'NDArrayCore',
      dtype: storage.dtype,
      shape: [...storage.shape],
      strides: [...storage.strides],
      storage: this.#storage(raw, memory, size === 0 && storage.data.length === 0),
      backing: inPool ? 'pool' : isShared ? 'shared' : 'js',
      // numpy-ts 1.7 gives results whose block it has freed (`sum` of int64 along an axis of length 1): they hold nothing.
      heldBytes: inPool ? (block?.bytes ?? 0) : buffer,
    };
  }

  #readTyped(value: TypedArray): Observed {
    const ctor = value[Symbol.toStringTag] as TypedArrayName | undefined;
    if (ctor === undefined) return { kind: 'other', description: 'DataView' };
    const memory = value.buffer === this.#pool ? memoryOf(value, null) : { block: null, buffer: value.buffer };
    return { kind: 'typed', ctor, length: value.length, storage: this.#storage(value, memory, value.length === 0) };
  }

  #readList(list: readonly unknown[], depth: number): Observed {
    const first = list[0];
    const scalar =
      list.length > 0 && (first === null || typeof first !== 'object' || first instanceof this.#library.Complex);
    if (list.length <= MAX_LISTED && !scalar) {
      const items = list.map((item) => this.read(item, depth + 1));
      const nested = items.length > 0 && items.every((item) => item.kind === 'uniform');
      return nested ? { kind: 'uniform', length: list.length, items } : { kind: 'list', items };
    }
    const seen = new Map<string, Observed>();
    for (const item of list) {
      const observed = this.read(item, depth + 1);
      seen.set(JSON.stringify(observed), observed);
      if (seen.size > MAX_LISTED) return { kind: 'other', description: 'a list of unlike things' };
    }
    return { kind: 'uniform', length: list.length, items: [...seen.values()] };
  }
}

interface TransientBlocks {
  /** The blocks beyond the result at the moment when all together took the most. */
  readonly atPeak: number[];
  /** Those that are left at the end. */
  readonly dropped: number[];
  /** Whether the result was there at that moment: all of its blocks, none, or some. */
  readonly result: 'there' | 'not yet' | 'partly';
}

/** What the call held in the pool when it held the most. */
function transientBlocks(recording: Recording, held: ReadonlySet<number>): TransientBlocks {
  const live = new Map<number, number>();
  const final = new Set<object>();
  const last = new Map<number, object>();
  for (const { block, freed } of recording.pool) {
    if (freed) last.delete(block.pointer);
    else last.set(block.pointer, block);
  }
  for (const [pointer, block] of last) if (held.has(pointer)) final.add(block);
  let total = 0;
  let peak = 0;
  let made = 0;
  let atPeak: number[] = [];
  let madeAtPeak = final.size;
  for (const { block, freed } of recording.pool) {
    if (freed) {
      total -= poolClassBytes(live.get(block.pointer) ?? 0);
      live.delete(block.pointer);
      continue;
    }
    total += poolClassBytes(block.bytes);
    if (final.has(block)) made++;
    else live.set(block.pointer, block.bytes);
    // Of two such moments the one with the result tells more simply what the call takes beyond it.
    if (total > peak || (total === peak && made === final.size)) {
      peak = total;
      atPeak = [...live.values()];
      madeAtPeak = made;
    }
  }
  const result = madeAtPeak === final.size ? 'there' : madeAtPeak === 0 ? 'not yet' : 'partly';
  return { atPeak, dropped: [...live.values()], result };
}

function snapshot(entry: Tracked): Uint8Array {
  const data = entry.kind === 'array' ? entry.raw.storage.data : entry.data;
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

/**
 * Executes the call once. The library's own errors pass through, as do the limits of building and allocating; the pool
 * is empty afterwards in every case.
 */
export function observe(library: Library, call: CallSpec, settings: ProbeSettings, limitBytes: number): Observation {
  try {
    const { values, tracked } = materialize(library, call, settings);
    const before = tracked.map((entry) => Buffer.from(snapshot(entry)));
    const memories = tracked.map(snapshot);
    const { result, recording } = record(limitBytes, () => invoke(library, call.module, call.target, values));
    const reader = new Reader(library, tracked, library.poolBuffer);
    const observed = reader.read(result);
    const writes = tracked.filter((_, index) => {
      const memory = memories[index] as Uint8Array;
      return (before[index] as Buffer).compare(memory) !== 0;
    });
    const blocks = transientBlocks(recording, reader.blocks);
    return {
      result: observed,
      writes: writes.map((entry) => entry.path),
      pool: blocks.atPeak,
      dropped: blocks.dropped,
      resultAtPeak: blocks.result,
      js: recording.js.filter((use) => !reader.buffers.has(use.buffer)),
    };
  } finally {
    emptyPool();
  }
}
