/**
 * Watches what a library allocates, inside the worker that executes it.
 *
 * `installInstruments()` must run before numpy-ts is imported: it replaces `WebAssembly.Instance` (to wrap the pool's
 * allocator), the typed array constructors (to count JavaScript buffers) and `FinalizationRegistry` (so that a
 * collection can never free pool memory in the middle of an observation; the pool is emptied between executions
 * instead). It never runs in a thread that executes anything else.
 */

import { TYPED_ARRAYS } from './types.ts';

/** Thrown out of an allocation that exceeds the limit of the running observation. */
export class AllocationLimitError extends Error {
  readonly requested: number;
  constructor(requested: number) {
    super(`an allocation of ${requested} bytes exceeds the limit of the observation`);
    this.name = 'AllocationLimitError';
    this.requested = requested;
  }
}

export interface Block {
  readonly pointer: number;
  readonly bytes: number;
}

export type PoolEvent = { readonly block: Block; readonly freed: boolean };

export interface JsBuffer {
  readonly buffer: ArrayBufferLike;
  readonly bytes: number;
  readonly itemBytes: number;
}

/** What was allocated while recording. */
export interface Recording {
  readonly pool: PoolEvent[];
  readonly js: JsBuffer[];
  allocatedBytes: number;
}

interface AllocatorExports {
  heap_malloc(bytes: number): number;
  heap_free(pointer: number): void;
  heap_init(base: number, size: number): void;
  heap_free_bytes(): number;
}

/** The part of the global `WebAssembly` that is replaced. */
interface WebAssemblyScope {
  Instance: new (...args: unknown[]) => { exports: AllocatorExports };
}

const live = new Map<number, Block>();
let allocator: AllocatorExports | null = null;
let heap: { base: number; size: number } | null = null;
let recording: Recording | null = null;
let limit = Number.POSITIVE_INFINITY;

function charge(bytes: number): void {
  if (recording === null) return;
  recording.allocatedBytes += bytes;
  if (recording.allocatedBytes > limit) throw new AllocationLimitError(bytes);
}

function wrapAllocator(exports: AllocatorExports): AllocatorExports {
  allocator = exports;
  return {
    ...exports,
    heap_malloc(bytes) {
      charge(bytes);
      const pointer = exports.heap_malloc(bytes);
      if (pointer !== 0) {
        const block = { pointer, bytes };
        live.set(pointer, block);
        recording?.pool.push({ block, freed: false });
      }
      return pointer;
    },
    heap_free(pointer) {
      const block = live.get(pointer);
      live.delete(pointer);
      if (block !== undefined) recording?.pool.push({ block, freed: true });
      exports.heap_free(pointer);
    },
    heap_init(base, size) {
      heap = { base, size };
      live.clear();
      exports.heap_init(base, size);
    },
  };
}

const BUFFERS = new Set<string>([...TYPED_ARRAYS, 'ArrayBuffer']);

type BufferConstructor = new (...args: unknown[]) => ArrayBufferView | ArrayBuffer;

/** The bytes that `new constructor(first)` will take for itself, or null when it will be a view. */
function requestedBytes(first: unknown, itemBytes: number): number | null {
  if (typeof first === 'number') return first * itemBytes;
  if (first instanceof ArrayBuffer || first instanceof SharedArrayBuffer) return null;
  const length = (first as { length?: unknown } | null | undefined)?.length;
  return typeof length === 'number' ? length * itemBytes : 0;
}

function watchConstructor(name: string): void {
  const scope = globalThis as unknown as Record<string, BufferConstructor | undefined>;
  const original = scope[name];
  if (original === undefined) return;
  const itemBytes = (original as unknown as { BYTES_PER_ELEMENT?: number }).BYTES_PER_ELEMENT ?? 1;
  const watched = new Proxy(original, {
    construct(target, args, newTarget) {
      if (recording === null) return Reflect.construct(target, args, newTarget) as object;
      const bytes = requestedBytes(args[0], itemBytes);
      if (bytes === null) return Reflect.construct(target, args, newTarget) as object;
      charge(bytes);
      const made = Reflect.construct(target, args, newTarget) as ArrayBufferView | ArrayBuffer;
      const buffer = ArrayBuffer.isView(made) ? made.buffer : made;
      recording?.js.push({ buffer, bytes: made.byteLength, itemBytes });
      return made;
    },
  });
  (original.prototype as { constructor: unknown }).constructor = watched;
  scope[name] = watched;
}

let installed = false;

/** Returns a function that gives back the globals which only the library's own import needed to see replaced. */
export function installInstruments(): () => void {
  if (installed) throw new Error('installInstruments: the instruments are installed already');
  installed = true;
  const wasm = (globalThis as unknown as { WebAssembly: WebAssemblyScope }).WebAssembly;
  wasm.Instance = new Proxy(wasm.Instance, {
    construct(target, args, newTarget) {
      const instance = Reflect.construct(target, args, newTarget) as { exports: AllocatorExports };
      if (typeof instance.exports.heap_malloc !== 'function') return instance;
      return { exports: wrapAllocator(instance.exports) };
    },
  });
  for (const name of BUFFERS) watchConstructor(name);
  const registry = globalThis.FinalizationRegistry;
  globalThis.FinalizationRegistry = class {
    register(): void {}
    unregister(): boolean {
      return false;
    }
  } as unknown as typeof FinalizationRegistry;
  return () => {
    globalThis.FinalizationRegistry = registry;
  };
}

/** Runs `action` and returns what was allocated meanwhile; an allocation beyond `limitBytes` in total throws. */
export function record<Result>(limitBytes: number, action: () => Result): { result: Result; recording: Recording } {
  const current: Recording = { pool: [], js: [], allocatedBytes: 0 };
  recording = current;
  limit = limitBytes;
  try {
    return { result: action(), recording: current };
  } finally {
    recording = null;
  }
}

/** The live pool block that holds this address, or null. */
export function blockAt(address: number): Block | null {
  const exact = live.get(address);
  if (exact !== undefined) return exact;
  for (const block of live.values()) {
    if (address > block.pointer && address < block.pointer + block.bytes) return block;
  }
  return null;
}

/** Forgets every pool allocation. Only for use between executions, when no array of the library is needed any more. */
export function emptyPool(): void {
  if (allocator === null || heap === null) return;
  live.clear();
  allocator.heap_init(heap.base, heap.size);
}

/** Free bytes of the pool. */
export function poolFreeBytes(): number {
  return allocator === null ? 0 : allocator.heap_free_bytes();
}
