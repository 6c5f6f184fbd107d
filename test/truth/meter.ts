/**
 * Preload: counts the bytes of numpy-ts's WebAssembly pool and of JavaScript typed arrays while a program runs.
 *
 * It must load before numpy-ts. The pool is metered by wrapping `heap_malloc` and `heap_free` of the one WebAssembly
 * instance that exports them; typed arrays by a proxy around each constructor. What a block costs is its size class
 * (the next power of two, at least 32) and 8 bytes of header, as the allocator of numpy-ts takes them.
 */
import { TYPED_ARRAYS } from '../../core/src/laws/types.ts';

const HEADER_BYTES = 8;
const SMALLEST_CLASS = 32;

/** One block of the pool. The serial number tells a reused address from the block that was there before. */
export interface Block {
  readonly serial: number;
  readonly pointer: number;
  readonly requested: number;
  /** Size class and header. */
  readonly taken: number;
}

type Listener = () => void;

/** What the meter uses of WebAssembly, for which Node's types have no declarations. */
interface PoolMemory {
  readonly buffer: ArrayBuffer;
}
interface Instance {
  readonly exports: Readonly<Record<string, unknown>>;
}
type Imports = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
type InstanceConstructor = new (module: unknown, imports?: Imports) => Instance;
const wasm = (globalThis as unknown as { WebAssembly: { Instance: InstanceConstructor } }).WebAssembly;

export class Meter {
  /** Pool bytes in use now. */
  poolInUse = 0;
  /** The most pool bytes in use at any time. */
  poolPeak = 0;
  /** Bytes of every typed array and ArrayBuffer that was ever created by a constructor. */
  jsAllocated = 0;
  /** Requests that the pool could not serve (numpy-ts then falls back to JavaScript buffers). */
  poolRefusals = 0;
  memory: PoolMemory | null = null;
  readonly #blocks = new Map<number, Block>();
  readonly #listeners: Listener[] = [];
  #serial = 0;

  /** Calls `listener` after each allocation, of either kind. */
  onAllocate(listener: Listener): void {
    this.#listeners.push(listener);
  }

  allocated(pointer: number, requested: number): void {
    if (pointer === 0) {
      this.poolRefusals++;
      return;
    }
    const taken = sizeClass(requested) + HEADER_BYTES;
    this.#blocks.set(pointer, { serial: this.#serial++, pointer, requested, taken });
    this.poolInUse += taken;
    this.poolPeak = Math.max(this.poolPeak, this.poolInUse);
    this.#notify();
  }

  freed(pointer: number): void {
    const block = this.#blocks.get(pointer);
    if (block === undefined) return;
    this.#blocks.delete(pointer);
    this.poolInUse -= block.taken;
  }

  jsCreated(bytes: number): void {
    this.jsAllocated += bytes;
    this.#notify();
  }

  /** The live block that holds the byte at `offset` of the pool's memory. */
  blockAt(offset: number): Block | undefined {
    const exact = this.#blocks.get(offset);
    if (exact !== undefined) return exact;
    for (const block of this.#blocks.values()) {
      if (offset >= block.pointer && offset < block.pointer + block.requested) return block;
    }
    return undefined;
  }

  #notify(): void {
    for (const listener of this.#listeners) listener();
  }
}

function sizeClass(bytes: number): number {
  return Math.max(SMALLEST_CLASS, 2 ** Math.ceil(Math.log2(bytes)));
}

interface PoolExports {
  heap_malloc(bytes: number): number;
  heap_free(pointer: number): void;
}

function wrapPool(meter: Meter): void {
  const wrapped = new Proxy(wasm.Instance, {
    construct(target, args: [unknown, Imports?], newTarget) {
      const instance = Reflect.construct(target, args, newTarget) as Instance;
      if (!('heap_malloc' in instance.exports)) return instance;
      meter.memory = (args[1]?.env?.memory as PoolMemory | undefined) ?? null;
      const pool = instance.exports as unknown as PoolExports;
      const exports = {
        ...instance.exports,
        heap_malloc(bytes: number): number {
          const pointer = pool.heap_malloc(bytes);
          meter.allocated(pointer, bytes);
          return pointer;
        },
        heap_free(pointer: number): void {
          meter.freed(pointer);
          pool.heap_free(pointer);
        },
      };
      return { exports };
    },
  });
  Object.defineProperty(wasm, 'Instance', { value: wrapped, configurable: true, writable: true });
}

type AnyConstructor = new (...args: unknown[]) => { readonly byteLength: number };

/** Counts what `new T(length | list)`, `T.from`, `slice`, `map` and `filter` create, and not views over a buffer. */
function wrapTypedArrays(meter: Meter): void {
  const scope = globalThis as unknown as Record<string, AnyConstructor | undefined>;
  const NativeBuffer = ArrayBuffer;
  const NativeShared = SharedArrayBuffer;
  for (const name of [...TYPED_ARRAYS, 'ArrayBuffer', 'SharedArrayBuffer'] as const) {
    const native = scope[name];
    if (native === undefined) continue;
    const proxy: AnyConstructor = new Proxy(native, {
      construct(target, args, newTarget) {
        const created = Reflect.construct(target, args, newTarget === proxy ? target : newTarget) as {
          byteLength: number;
        };
        const overBuffer = args[0] instanceof NativeBuffer || args[0] instanceof NativeShared;
        if (!overBuffer) meter.jsCreated(created.byteLength);
        return created;
      },
    });
    Object.defineProperty(native.prototype, 'constructor', { value: proxy, configurable: true, writable: true });
    Object.defineProperty(scope, name, { value: proxy, configurable: true, writable: true });
  }
}

/** The meter of this process. */
export const meter = new Meter();
wrapPool(meter);
wrapTypedArrays(meter);
