/**
 * Measurements for hovers: plans executed on the bundled library, in its worker, each once. The result is the last
 * step's, in the words of a hover.
 */
import { type Measured as MeasuredValue, type MeasurePlan, type MeasureResult, openMeasurer } from 'bytelens/measure';
import type { Measured } from '../present/hover.ts';

/** A plan that takes longer is not what a hover waits for. */
const TIME_LIMIT_MS = 1500;

/** Results are small; beyond this many the cache starts anew. */
const CACHE_ENTRIES = 500;

type Outcome = Measured | { readonly unavailable: string };

export class Measurements {
  readonly #measurer = openMeasurer();
  readonly #results = new Map<string, Promise<Outcome>>();
  /** `numpy-ts 1.7.0` */
  readonly #library: string;

  constructor(library: string) {
    this.#library = library;
  }

  of(plan: MeasurePlan): Promise<Outcome> {
    const key = JSON.stringify(plan);
    const known = this.#results.get(key);
    if (known) return known;
    if (this.#results.size >= CACHE_ENTRIES) this.#results.clear();
    const result = this.#measurer.measure(plan, { timeLimit: TIME_LIMIT_MS }).then((r) => this.#outcome(r));
    this.#results.set(key, result);
    return result;
  }

  close(): void {
    this.#measurer.close();
  }

  #outcome(result: MeasureResult): Outcome {
    if (!result.ok) return { unavailable: result.reason };
    const value = result.steps.at(-1)?.result;
    return (value && this.#words(value)) ?? { unavailable: 'the value is no array' };
  }

  #words(value: MeasuredValue): Measured | null {
    if (value.kind !== 'array' && value.kind !== 'typed') return null;
    const { nbytes } = value;
    const storage = value.storage.kind === 'same' ? null : value.storage.kind;
    const common = { library: this.#library, scaled: false, nbytes, storage };
    if (value.kind === 'typed') {
      return { ...common, dtype: dtypeOf(value.ctor), shape: [value.length], resident: null };
    }
    const { dtype, shape, residentBytes } = value;
    return { ...common, dtype, shape, resident: storage === 'owns' ? residentBytes : null };
  }
}

/** `Uint8ClampedArray` is `uint8clamped`, `BigInt64Array` is `int64`. */
function dtypeOf(ctor: string): string {
  return ctor
    .replace(/Array$/, '')
    .replace(/^Big/, '')
    .toLowerCase();
}
