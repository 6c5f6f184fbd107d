/** What a piece of code holds at its peak, and what is left of it afterwards, under a label. */
import { wasmFreeBytes, zeros } from 'numpy-ts';
import { BytelensError, valueText } from '../errors.ts';
import type { Storage } from '../layout/view.ts';
import { onStorage } from './made.ts';
import { bufferBytes } from './now.ts';

/** Reading the bytes of buffers takes microseconds: it is done at every so many arrays, and whenever one is outside the pool. */
const SAMPLE_EVERY = 64;

export interface MemoryReport {
  readonly label: string;
  /** How often the label was measured. */
  readonly runs: number;
  /** Arrays that numpy-ts made (of the last run): results, temporaries and views. */
  readonly arrays: number;
  /** The most bytes in use above those at the start, pool and buffers together; of several runs the greatest. */
  readonly peak: number;
  /** The pool's part: exact, seen whenever numpy-ts makes an array. */
  readonly poolPeak: number;
  /** Bytes in use at the end above those at the start (of the last run). */
  readonly kept: number;
  readonly poolKept: number;
}

const reports = new Map<string, MemoryReport>();

/** The reports of all labels that have been measured, in the order of their first run. */
export function memoryReports(): MemoryReport[] {
  return [...reports.values()];
}

/** Forgets all reports. */
export function resetReports(): void {
  reports.clear();
}

/** Measures from its creation until it is disposed: `using m = memory.track('label')`. */
export class MemoryTracker {
  readonly label: string;
  readonly #free = wasmFreeBytes();
  readonly #buffers = bufferBytes() ?? 0;
  readonly #stop: () => void;
  #arrays = 0;
  #poolPeak = 0;
  #peak = 0;
  /** The last known bytes of buffers, above those at the start. */
  #outside = 0;
  #ended: MemoryReport | null = null;

  constructor(label: string) {
    if (typeof label !== 'string') throw new BytelensError('memory.track', 'label', 'a string', valueText(label));
    this.label = label;
    const probe = zeros([0]);
    this.#stop = onStorage(probe.storage.constructor as never, (storage) => this.#made(storage));
  }

  #made(storage: Storage): void {
    this.#arrays++;
    const outside = storage.size > 0 && !storage.isWasmBacked;
    this.#look(outside || this.#arrays % SAMPLE_EVERY === 0);
  }

  #look(buffersToo: boolean): void {
    const pool = this.#free - wasmFreeBytes();
    if (buffersToo) this.#outside = (bufferBytes() ?? 0) - this.#buffers;
    this.#poolPeak = Math.max(this.#poolPeak, pool);
    this.#peak = Math.max(this.#peak, pool + this.#outside);
  }

  /** Looks now. Typed arrays that the program makes are only seen when somebody looks. */
  sample(): void {
    if (this.#ended === null) this.#look(true);
  }

  /** What was found so far, or at the end. */
  report(): MemoryReport {
    if (this.#ended !== null) return this.#ended;
    this.#look(true);
    const poolKept = this.#free - wasmFreeBytes();
    const { label } = this;
    const kept = poolKept + this.#outside;
    return { label, runs: 1, arrays: this.#arrays, peak: this.#peak, poolPeak: this.#poolPeak, kept, poolKept };
  }

  /** Ends the measurement, and adds it to the reports of its label. */
  [Symbol.dispose](): void {
    if (this.#ended !== null) return;
    const report = this.report();
    this.#ended = report;
    this.#stop();
    const before = reports.get(this.label);
    reports.set(this.label, {
      ...report,
      runs: (before?.runs ?? 0) + 1,
      peak: Math.max(before?.peak ?? 0, report.peak),
      poolPeak: Math.max(before?.poolPeak ?? 0, report.poolPeak),
    });
  }
}

/** A value, and what making it took. */
export interface Measured<T> {
  readonly value: T;
  readonly report: MemoryReport;
}

/**
 * Runs `work` and reports what it held at its peak and what is left, also of work that throws (then the report is among
 * `memory.reports()` only). Of an asynchronous function the measurement ends when its promise does, and what else ran
 * meanwhile is counted with it.
 */
export function measureMemory<T>(label: string, work: () => Promise<T>): Promise<Measured<T>>;
export function measureMemory<T>(label: string, work: () => T): Measured<T>;
export function measureMemory<T>(label: string, work: () => T | Promise<T>): Measured<T> | Promise<Measured<T>> {
  if (typeof work !== 'function') throw new BytelensError('memory.measure', 'fn', 'a function', valueText(work));
  const tracker = new MemoryTracker(label);
  const end = (value: T): Measured<T> => {
    tracker[Symbol.dispose]();
    return { value, report: tracker.report() };
  };
  let value: T | Promise<T>;
  try {
    value = work();
  } catch (error) {
    tracker[Symbol.dispose]();
    throw error;
  }
  if (!(value instanceof Promise)) return end(value);
  return value.then(end, (error: unknown) => {
    tracker[Symbol.dispose]();
    throw error;
  });
}
