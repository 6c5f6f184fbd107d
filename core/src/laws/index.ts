/**
 * Laws: what library calls return and cost, found by executing them. The entry point of this folder.
 *
 * `openLaws` answers synchronously: from its cache, from the table that was learned in advance, or by a live probe in a
 * worker. The calling thread never executes the library.
 */

import { WorkerClient } from './client.ts';
import type { Probe } from './probes.ts';
import type { Reflection } from './protocol.ts';
import { answerBy } from './strategy.ts';
import { loadTable, type Table } from './table.ts';
import type { ArrayModule, CallSpec, LawAnswer, Laws } from './types.ts';

export type * from './types.ts';
export { DTYPES, TYPED_ARRAYS } from './types.ts';

export interface LawOptions {
  /** The worker's entry. A bundle passes the URL of its own `worker.mjs`. */
  readonly workerUrl?: URL;
  /** The learned table; null to do without. A bundle passes the URL of its copy. */
  readonly tableUrl?: URL | null;
  /** How long finding one answer may take, once the worker has started. Default 2,000 ms. */
  readonly timeLimitMs?: number;
  /** JavaScript heap of the worker. Default 512 MiB. */
  readonly heapLimitMiB?: number;
}

const WORKER_URL = new URL('./worker.ts', import.meta.url);
const TABLE_URL = new URL('./data/numpy-ts-1.7.0.json.gz', import.meta.url);
/** Ends the search for an answer whose time is up; carries the sentence that says so. */
class TimeUpError extends Error {}
/** The time for answers that are not at hand is spent. */
class OwedError extends Error {}

const OWED: LawAnswer = { ok: false, reason: 'it is still being found out by executing the library' };

/** Answers are small (about 1 KiB); beyond this many the cache starts anew. */
const CACHE_ENTRIES = 50_000;

class CachedLaws implements Laws {
  readonly #client: WorkerClient;
  readonly #tableUrl: URL | null;
  /** Read when first needed: undefined before. */
  #loaded: Table | null | undefined;
  readonly #answers = new Map<string, LawAnswer>();
  readonly #probes = new Map<string, LawAnswer>();
  #reflection: Reflection | null = null;
  readonly #timeLimitMs: number;
  /** What is left of the time for the answer that is being found. */
  #leftMs = 0;
  /** What is left for all answers. */
  #purseMs = Number.POSITIVE_INFINITY;
  #owed = 0;

  constructor(options: LawOptions) {
    this.#timeLimitMs = options.timeLimitMs ?? 2000;
    this.#client = new WorkerClient({
      url: options.workerUrl ?? WORKER_URL,
      timeLimitMs: this.#timeLimitMs,
      heapLimitMiB: options.heapLimitMiB ?? 512,
    });
    this.#tableUrl = options.tableUrl === undefined ? TABLE_URL : options.tableUrl;
  }

  get #table(): Table | null {
    this.#loaded ??= this.#tableUrl === null ? null : loadTable(this.#tableUrl);
    return this.#loaded;
  }

  answer(call: CallSpec): LawAnswer {
    const key = JSON.stringify(call);
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const answer = this.#find(call);
    if (answer === OWED) return answer;
    if (this.#answers.size >= CACHE_ENTRIES) this.#answers.clear();
    this.#answers.set(key, answer);
    return answer;
  }

  #find(call: CallSpec): LawAnswer {
    this.#leftMs = this.#timeLimitMs;
    try {
      return answerBy(
        call,
        (key, probe) => this.#probe(key, probe),
        (key) => this.#known(key),
      );
    } catch (error) {
      if (error instanceof OwedError) return OWED;
      if (error instanceof TimeUpError) return { ok: false, reason: error.message };
      const reason = error instanceof Error ? error.message : String(error);
      return { ok: false, reason: `the call cannot be described: ${reason}` };
    }
  }

  #probe(key: string, probe: Probe): LawAnswer {
    const known = this.#known(key);
    if (known !== undefined) return known;
    if (this.#purseMs <= 0) {
      this.#owed++;
      throw new OwedError();
    }
    const { response, tookMs } = this.#client.ask({ kind: 'probe', probe }, this.#leftMs);
    this.#leftMs -= tookMs;
    this.#purseMs -= tookMs;
    if (typeof response === 'string') throw new TimeUpError(response);
    if (response.kind !== 'probe') throw new TimeUpError('the worker gave no answer');
    const { answer } = response;
    if (this.#probes.size >= CACHE_ENTRIES) this.#probes.clear();
    this.#probes.set(key, answer);
    return answer;
  }

  #known(key: string): LawAnswer | undefined {
    return this.#probes.get(key) ?? this.#table?.get(key);
  }

  #reflect(): Reflection | null {
    this.#reflection ??= this.#table?.reflection ?? null;
    if (this.#reflection !== null) return this.#reflection;
    const { response } = this.#client.ask({ kind: 'reflect' });
    if (typeof response !== 'string' && response.kind === 'reflect') this.#reflection = response.reflection;
    return this.#reflection;
  }

  exportKind(module: ArrayModule, path: string): ReturnType<Laws['exportKind']> {
    const exports = this.#reflect()?.exports[module === 'numpy-ts/core' ? module : 'numpy-ts'];
    return exports !== undefined && Object.hasOwn(exports, path) ? (exports[path] ?? null) : null;
  }

  memberKind(cls: 'NDArray' | 'NDArrayCore', name: string): ReturnType<Laws['memberKind']> {
    const members = this.#reflect()?.members[cls];
    return members !== undefined && Object.hasOwn(members, name) ? (members[name] ?? null) : null;
  }

  get version(): string {
    return this.#reflect()?.version ?? 'unknown';
  }

  spend(ms: number): void {
    this.#purseMs = ms;
  }

  get owed(): number {
    return this.#owed;
  }

  warm(): void {
    this.#client.warm();
  }

  close(): void {
    this.#client.close();
  }
}

/** Opens the law engine. The worker starts with the first question that neither cache nor table answers. */
export function openLaws(options: LawOptions = {}): Laws {
  return new CachedLaws(options);
}
