/**
 * The memories that kernels run on. A kernel reads and writes one memory, its home: numpy-ts's pool, the memory of
 * `shared`, or, for arrays that lie in JavaScript's buffers or are mapped from files, a small one of its own into which
 * blocks are copied.
 */

import { isShared, sharedMemory } from '../../shared/memory.ts';
import { call, type LibraryArray } from '../library.ts';
import { poolMemory } from '../pool-memory.ts';

export interface Scratch {
  readonly buffer: ArrayBufferLike;
  readonly offset: number;
  release(): void;
}

export interface Home {
  readonly memory: WebAssembly.Memory;
  readonly shared: boolean;
  reaches(buffer: ArrayBufferLike): boolean;
  scratch(bytes: number): Scratch | null;
}

const PAGE = 65536;

function poolHome(memory: WebAssembly.Memory): Home {
  return {
    memory,
    shared: false,
    reaches: (buffer) => buffer === memory.buffer,
    scratch(bytes) {
      const block = (call('empty', [bytes], 'uint8') as LibraryArray).storage;
      const { buffer, byteOffset } = block.data;
      if (buffer !== memory.buffer) return null;
      return { buffer, offset: byteOffset, release: () => block.dispose() };
    },
  };
}

function ownHome(): Home {
  const memory = new WebAssembly.Memory({ initial: 0 });
  const home: Home = {
    memory,
    shared: false,
    reaches: (buffer) => buffer === memory.buffer,
    scratch(bytes) {
      const missing = Math.ceil((bytes - memory.buffer.byteLength) / PAGE);
      if (missing > 0) memory.grow(missing);
      return { buffer: memory.buffer, offset: 0, release: () => spare.push(home) };
    },
  };
  return home;
}

function sharedHome(): Home {
  const arena = sharedMemory();
  return {
    memory: arena.memory,
    shared: true,
    reaches: (buffer) => arena.holds(buffer),
    scratch(bytes) {
      const { buffer, offset, release } = arena.allocate(bytes);
      return { buffer, offset, release };
    },
  };
}

/** Memories of one's own that no evaluation uses just now; asynchronous ones can be under way side by side. */
const spare: Home[] = [];
let pool: Home | null | undefined;
let shared: Home | null = null;

function thePool(): Home | null {
  if (pool === undefined) {
    const memory = poolMemory();
    pool = memory === null ? null : poolHome(memory);
  }
  return pool;
}

/** The home that holds most bytes of these buffers' arrays. */
export function homeOf(arrays: readonly { readonly buffer: ArrayBufferLike; readonly byteLength: number }[]): Home {
  const candidates: Home[] = [];
  if (arrays.some(({ buffer }) => isShared(buffer))) {
    shared ??= sharedHome();
    candidates.push(shared);
  }
  if (arrays.some(({ buffer }) => buffer instanceof ArrayBuffer)) {
    const library = thePool();
    if (library !== null) candidates.push(library);
  }
  let best: Home | null = null;
  let most = 0;
  for (const home of candidates) {
    let bytes = 0;
    for (const { buffer, byteLength } of arrays) if (home.reaches(buffer)) bytes += byteLength;
    if (bytes > most) {
      most = bytes;
      best = home;
    }
  }
  return best ?? spareHome();
}

/** A memory for blocks alone; also where to go when a home has no room for scratch. */
export function spareHome(): Home {
  return spare.pop() ?? ownHome();
}
