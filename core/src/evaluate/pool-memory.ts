/**
 * The WebAssembly memory in which numpy-ts keeps its arrays. numpy-ts exports functions and arrays, not the memory, and
 * a memory cannot be had from its buffer; but each of numpy-ts's kernels is instantiated with it when it is first
 * called. So, once per process, a kernel that has not been used yet is called while `WebAssembly.Instance` notes which
 * memory it is given. Where that fails (another numpy-ts, or every kernel used already) arrays are still evaluated,
 * by way of a scratch memory.
 */
import { call, type LibraryArray } from './library.ts';

/** Functions with a kernel of their own that programs rarely call; each is called on arrays large enough for it. */
const SELDOM = [
  'heaviside',
  'lcm',
  'gcd',
  'logaddexp2',
  'sinc',
  'copysign',
  'bitwise_count',
  'signbit',
  'kron',
  'exp2',
];
/** Larger than every size at which numpy-ts begins to use its kernels. */
const SIZE = 64;

let found: WebAssembly.Memory | null | undefined;

/** The memory, or null where it cannot be had. */
export function poolMemory(): WebAssembly.Memory | null {
  if (found === undefined) found = capture();
  return found;
}

function capture(): WebAssembly.Memory | null {
  const scope = WebAssembly as unknown as { Instance: typeof WebAssembly.Instance };
  const original = scope.Instance;
  let seen: WebAssembly.Memory | null = null;
  scope.Instance = new Proxy(original, {
    construct(target, args: [WebAssembly.Module, WebAssembly.Imports?], newTarget) {
      for (const module of Object.values(args[1] ?? {})) {
        for (const value of Object.values(module)) if (value instanceof WebAssembly.Memory) seen ??= value;
      }
      return Reflect.construct(target, args, newTarget) as object;
    },
  });
  try {
    for (const name of SELDOM) {
      useKernel(name);
      if (seen !== null) break;
    }
  } catch {
    // Without WebAssembly (a strict content security policy) numpy-ts has no pool either.
    return null;
  } finally {
    scope.Instance = original;
  }
  return isPool(seen) ? seen : null;
}

function useKernel(name: string): void {
  const dtype = name === 'lcm' || name === 'gcd' || name === 'bitwise_count' ? 'int32' : 'float64';
  const sample = call('ones', [SIZE], dtype) as LibraryArray;
  const unary = name === 'sinc' || name === 'bitwise_count' || name === 'signbit' || name === 'exp2';
  const result = (unary ? call(name, sample) : call(name, sample, sample)) as LibraryArray;
  result.storage.dispose();
  sample.storage.dispose();
}

/** Whether arrays really lie in the memory that was seen. */
function isPool(memory: WebAssembly.Memory | null): boolean {
  const sample = call('zeros', [1]) as LibraryArray;
  const pool = sample.storage.data.buffer;
  sample.storage.dispose();
  return memory !== null && memory.buffer === pool;
}
