/**
 * Preload: records what the sites of an instrumented program evaluate to.
 *
 * It keeps no array alive: identities are in weak maps, and records hold only plain data.
 */
import { writeFileSync } from 'node:fs';
import { REPORT_VARIABLE } from './child.ts';
import { environment } from './environment.ts';
import { meter } from './meter.ts';
import type { ArrayRecord, PeakRecord, RunReport, SiteRecord } from './records.ts';

const MOST_RECORDS_PER_SITE = 1000;
const LARGEST_LIST_SEARCHED = 4096;

interface ArrayLike {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly nbytes: number;
  readonly storage: {
    readonly strides: readonly number[];
    readonly data: ArrayBufferView;
    readonly wasmRegion: { readonly ptr: number } | null;
  };
  readonly _raw?: object;
}

interface MutableSite {
  readonly arrays: Map<string, { record: ArrayRecord; times: number }>;
  others: number;
}

interface Frame {
  readonly id: number;
  readonly poolAtEntry: number;
  readonly jsAtEntry: number;
  poolMost: number;
}

type Storage = ArrayRecord['storage'];

const sites = new Map<number, MutableSite>();
const peaks = new Map<number, { calls: number; poolBytes: number; jsBytes: number }>();
const frames: Frame[] = [];
const storageOf = new WeakMap<object, Storage>();
/** First holders of memory: pool blocks by serial number, JavaScript buffers by identity. */
const seenBlocks = new Set<number>();
const seenBuffers = new WeakSet<object>();

function isNumpyArray(value: object): value is ArrayLike {
  if (!('storage' in value) || !('dtype' in value)) return false;
  const { storage } = value as { storage: unknown };
  return typeof storage === 'object' && storage !== null && 'wasmRegion' in storage && 'strides' in storage;
}

function isTypedArray(value: object): value is Uint8Array {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}

/** Decides, the first time an array is met, whether it is the first holder of its memory. */
function storageKind(identity: object, buffer: ArrayBufferLike, offset: number): Storage {
  const known = storageOf.get(identity);
  if (known !== undefined) return known;
  let kind: Storage;
  if (meter.memory !== null && buffer === meter.memory.buffer) {
    const block = meter.blockAt(offset);
    kind = block === undefined ? null : seenBlocks.has(block.serial) ? 'view' : 'owns';
    if (block !== undefined) seenBlocks.add(block.serial);
  } else {
    kind = seenBuffers.has(buffer) ? 'view' : 'owns';
    seenBuffers.add(buffer);
  }
  storageOf.set(identity, kind);
  return kind;
}

function numpyRecord(value: ArrayLike): ArrayRecord {
  const { storage, shape } = value;
  const { data, wasmRegion } = storage;
  const inPool = meter.memory !== null && data.buffer === meter.memory.buffer;
  const offset = wasmRegion?.ptr ?? data.byteOffset;
  // Memory that numpy-ts has freed under an array is by now others' as well.
  const kind = inPool && wasmRegion === null ? null : storageKind(value._raw ?? value, data.buffer, offset);
  const block = inPool ? meter.blockAt(offset) : undefined;
  return {
    library: 'numpy-ts',
    dtype: value.dtype,
    shape: [...shape],
    nbytes: value.nbytes,
    storage: kind,
    orders: orders(shape, storage.strides),
    resident: kind !== 'owns' ? null : inPool ? (block?.taken ?? null) : data.buffer.byteLength,
  };
}

function typedRecord(value: Uint8Array): ArrayRecord {
  const buffer = value.buffer as ArrayBuffer;
  const partOfPool = value instanceof Buffer && buffer.byteLength !== value.byteLength;
  const kind = partOfPool ? null : storageKind(value, buffer, value.byteOffset);
  return {
    library: 'typed-array',
    dtype: typedDtype(value),
    shape: [value.length],
    nbytes: value.byteLength,
    storage: kind,
    orders: ['C', 'F'],
    resident: kind === 'owns' && buffer !== meter.memory?.buffer ? buffer.byteLength : null,
  };
}

function typedDtype(value: Uint8Array): string {
  const name = value[Symbol.toStringTag] as string;
  return name
    .replace('BigUint', 'Uint')
    .replace('BigInt', 'Int')
    .replace('ClampedArray', 'clamped')
    .replace('Array', '')
    .toLowerCase();
}

/** Orders that describe a layout; axes of length 1 have no say, and an empty array has every order. */
function orders(shape: readonly number[], strides: readonly number[]): ArrayRecord['orders'] {
  if (shape.includes(0)) return ['C', 'F', 'none'];
  const axes = shape.map((length, axis) => ({ length, stride: strides[axis] ?? 0 })).filter((axis) => axis.length > 1);
  const contiguous = (list: typeof axes): boolean => {
    let expected = 1;
    for (const { length, stride } of list) {
      if (stride !== expected) return false;
      expected *= length;
    }
    return true;
  };
  const found: ('C' | 'F')[] = [];
  if (contiguous(axes.toReversed())) found.push('C');
  if (contiguous(axes)) found.push('F');
  return found.length > 0 ? found : ['none'];
}

function recordOf(value: object): ArrayRecord | null {
  if (isTypedArray(value)) return typedRecord(value);
  return isNumpyArray(value) ? numpyRecord(value) : null;
}

/** Marks the memory of arrays that reach the program in ways that no site shows: in lists, in objects, as parameters. */
function note(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if (value instanceof ArrayBuffer || value instanceof SharedArrayBuffer) {
    seenBuffers.add(value);
    return;
  }
  if (recordOf(value) !== null) return;
  if (Array.isArray(value)) {
    if (value.length <= LARGEST_LIST_SEARCHED) for (const item of value) noteOne(item);
  } else if (Object.getPrototypeOf(value) === Object.prototype) {
    // A getter is the program's own code, which nothing here may run.
    for (const field of Object.values(Object.getOwnPropertyDescriptors(value))) noteOne(field.value);
  }
}

function noteOne(item: unknown): void {
  if (typeof item === 'object' && item !== null) recordOf(item);
}

function site(id: number, value: unknown): unknown {
  let entry = sites.get(id);
  if (entry === undefined) {
    entry = { arrays: new Map(), others: 0 };
    sites.set(id, entry);
  }
  const record = typeof value === 'object' && value !== null ? recordOf(value) : null;
  if (record === null) {
    entry.others++;
    note(value);
    return value;
  }
  const key = JSON.stringify(record);
  const known = entry.arrays.get(key);
  if (known !== undefined) known.times++;
  else if (entry.arrays.size < MOST_RECORDS_PER_SITE) entry.arrays.set(key, { record, times: 1 });
  return value;
}

function enter(id: number): Frame {
  const frame = { id, poolAtEntry: meter.poolInUse, jsAtEntry: meter.jsAllocated, poolMost: meter.poolInUse };
  frames.push(frame);
  return frame;
}

function exit(frame: Frame): void {
  frames.length = frames.lastIndexOf(frame);
  const parent = frames.at(-1);
  if (parent !== undefined) parent.poolMost = Math.max(parent.poolMost, frame.poolMost);
  const pool = frame.poolMost - frame.poolAtEntry;
  const js = meter.jsAllocated - frame.jsAtEntry;
  const peak = peaks.get(frame.id) ?? { calls: 0, poolBytes: 0, jsBytes: 0 };
  peaks.set(frame.id, {
    calls: peak.calls + 1,
    poolBytes: Math.max(peak.poolBytes, pool),
    jsBytes: Math.max(peak.jsBytes, js),
  });
}

function run<T>(id: number, body: () => T): T {
  const frame = enter(id);
  try {
    return body();
  } finally {
    exit(frame);
  }
}

function report(): RunReport {
  const siteRecords: SiteRecord[] = [...sites].map(([id, entry]) => ({
    site: id,
    arrays: [...entry.arrays.values()].map(({ record, times }) => ({ ...record, times })),
    others: entry.others,
  }));
  const peakRecords: PeakRecord[] = [...peaks].map(([id, peak]) => ({ function: id, ...peak }));
  return { sites: siteRecords, peaks: peakRecords };
}

meter.onAllocate(() => {
  const frame = frames.at(-1);
  if (frame !== undefined) frame.poolMost = Math.max(frame.poolMost, meter.poolInUse);
});

const reportFile = environment(REPORT_VARIABLE);

Object.assign(globalThis, {
  __t$: site,
  __n$: (value: unknown) => {
    note(value);
    return value;
  },
  __e$: enter,
  __x$: exit,
  __f$: run,
});
process.on('exit', () => writeFileSync(reportFile, JSON.stringify(report())));
