/**
 * NumPy, asked through a child process: what calls give, to compare with.
 *
 * The Python is one that has NumPy (`BYTELENS_PYTHON` names it), or Debian's, into which root installs `python3-numpy`.
 * Where there is none, a test says loudly that it has not run; with `CI` set it fails.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as np from 'numpy-ts';
import { type DType, infoOf, type TypedArray } from '../../../core/src/dtypes/table.ts';
import { gather } from '../../../core/src/layout/runs.ts';
import { newArray, product, viewOf } from '../../../core/src/layout/view.ts';

const SCRIPT = fileURLToPath(new URL('answer.py', import.meta.url));

/**
 * NumPy 2.4's loops for AVX-512 reduce `arctan2` and `power` wrongly: `arctan2.reduce([1, 2, 3, 4, 5])` is 0.197 there,
 * and 0.00766 if it is called twice by twice, or on other processors.
 */
const WRONG_LOOPS = 'AVX512F AVX512CD AVX512_SKX X86_V4';

function hasNumPy(python: string): boolean {
  return spawnSync(python, ['-c', 'import numpy'], { stdio: 'ignore' }).status === 0;
}

function install(): void {
  if (process.getuid?.() !== 0) return;
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'python3-numpy']]) {
    spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=120', ...args], { stdio: 'ignore' });
  }
}

let found: string | null | undefined;

/** A Python with NumPy, or null. */
export function python(): string | null {
  if (found !== undefined) return found;
  const candidates = [process.env['BYTELENS_PYTHON'], 'python3', '/usr/bin/python3', 'python'].flatMap(
    (name) => name ?? [],
  );
  found = candidates.find(hasNumPy) ?? null;
  if (found === null) {
    install();
    found = candidates.find(hasNumPy) ?? null;
  }
  return found;
}

/** The option `skip` of tests that need NumPy. */
export function withoutNumPy(): string | false {
  if (python() !== null) return false;
  const reason = 'NOT RUN: there is no Python with NumPy here (apt-get install python3-numpy)';
  if (process.env['CI']) throw new Error(reason);
  console.error(`\n*** ${reason} ***\n`);
  return reason;
}

/** NumPy's major version: promotion of numbers changed with 2. */
export function numpyVersion(): string {
  return execFileSync(python() ?? 'python3', ['-c', 'import numpy; print(numpy.__version__)'], {
    encoding: 'utf8',
  }).trim();
}

export interface Call {
  /** `add.reduce` */
  readonly path: string;
  /** Built by `given`, `tuple`, `slice` or plain JSON. */
  readonly args: readonly unknown[];
  readonly options: Readonly<Record<string, unknown>>;
  /** Whether the first argument after the call is the answer. */
  readonly inPlace?: boolean;
}

export interface Answer {
  readonly error?: string;
  readonly dtype: DType;
  readonly shape: readonly number[];
  readonly data: TypedArray;
}

/** The elements of an array as NumPy is given them: in C order. */
export function given(value: unknown): unknown {
  const view = viewOf(value);
  if (view === null) throw new TypeError('no array');
  const info = infoOf(view.dtype);
  const count = product(view.shape);
  const data = new info.Array(count * info.width);
  gather(view, 0, count, data, view.dtype, 0);
  const bytes = Buffer.from(data.buffer as ArrayBuffer, data.byteOffset, data.byteLength);
  return { array: bytes.toString('base64'), dtype: view.dtype, shape: view.shape };
}

export const tuple = (items: readonly unknown[]): unknown => ({ tuple: items });
export const numpyDType = (dtype: DType): unknown => ({ dtype });
export const pySlice = (...parts: readonly (number | null)[]): unknown => ({ slice: parts });

/** What NumPy gives for each of the calls. */
export function ask(calls: readonly Call[]): Answer[] {
  const input = calls.map((call) => JSON.stringify({ inPlace: false, ...call })).join('\n');
  const output = execFileSync(python() as string, ['-W', 'ignore', SCRIPT], {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    env: { ...process.env, NPY_DISABLE_CPU_FEATURES: WRONG_LOOPS },
  });
  return output
    .trimEnd()
    .split('\n')
    .map((line) => {
      const answer = JSON.parse(line) as { error?: string; dtype: string; shape: number[]; array: string };
      if (answer.error !== undefined) return answer as unknown as Answer;
      const info = infoOf(answer.dtype as DType);
      const bytes = Buffer.from(answer.array, 'base64');
      const data = new info.Array(bytes.byteLength / info.Array.BYTES_PER_ELEMENT);
      new Uint8Array(data.buffer).set(bytes);
      return { dtype: info.name, shape: answer.shape, data };
    });
}

/** A function that gives random numbers below 1, the same ones for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const LAYOUTS = ['C', 'F', 'step', 'flip', 'offset', 'swapped', 'broadcast'] as const;
export type Layout = (typeof LAYOUTS)[number];

/** An array of a shape and layout, its elements set one by one. `broadcast`: all rows are the first row. */
export function makeArray(
  shape: readonly number[],
  dtype: DType,
  layout: Layout,
  value: (index: number) => unknown,
): np.NDArray {
  const array = emptyOf(shape, dtype, layout);
  const size = product(shape);
  for (let index = 0; index < size; index++) array.storage.iset(index, value(index) as number);
  return array;
}

function emptyOf(shape: readonly number[], dtype: DType, layout: Layout): np.NDArray {
  const ndim = shape.length;
  if (ndim === 0 || layout === 'C') return newArray(shape, dtype);
  const wider = (add: (size: number) => number): number[] => shape.map(add);
  switch (layout) {
    case 'F':
      return newArray(shape.toReversed(), dtype).transpose();
    case 'step':
      return newArray(
        wider((size) => 2 * size),
        dtype,
      ).slice(...shape.map(() => '::2'));
    case 'flip':
      return np.flip(newArray(shape, dtype)) as np.NDArray;
    case 'offset':
      return newArray(
        wider((size) => size + 3),
        dtype,
      ).slice(...shape.map((size) => `2:${2 + size}`));
    case 'swapped':
      return ndim < 2
        ? newArray(shape, dtype)
        : newArray([shape[1] as number, shape[0] as number, ...shape.slice(2)], dtype).swapaxes(0, 1);
    case 'broadcast': {
      const row = newArray([...shape.slice(0, -1).map(() => 1), ...shape.slice(-1)], dtype);
      const { data, offset } = row.storage;
      const Class = row.storage.constructor as new (...args: unknown[]) => np.NDArray['storage'];
      const strides = shape.map((_, axis) => (axis === ndim - 1 ? 1 : 0));
      return np.NDArray.fromStorage(new Class(data, shape, strides, offset, dtype, row.storage.wasmRegion));
    }
  }
}
