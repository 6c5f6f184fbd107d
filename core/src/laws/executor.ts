/**
 * Executes one call many times: at several sizes, with several contents and stand-ins for unknown numbers, within a
 * budget of time. What comes out are observations; `learn.ts` makes laws of them.
 */

import { callWeight, modulusOf } from './assignments.ts';
import { BASIC_FILLS, BOUND_FILLS, type Fill } from './fills.ts';
import { AllocationLimitError } from './instrument.ts';
import type { Library } from './library.ts';
import { CannotBuildError, type Layout, NUMBER_CHOICES, type ProbeSettings } from './materialize.ts';
import { type Observation, observe } from './observe.ts';
import type { Sizes } from './sizes.ts';
import { Stopwatch } from './stopwatch.ts';
import type { ArgSpec, CallSpec, LawAnswer } from './types.ts';

/** Bytes that one execution may allocate in total. */
const LIMIT_BYTES = 48 * 1024 * 1024;
/** After this long, no more executions are started. */
const BUDGET_MS = 900;
/** An execution that is predicted to take longer is left out. */
const SLOW_MS = 120;
/** Shorter times are noise, from which nothing is predicted. */
const MEASURABLE_MS = 3;
/** After so many assignments without success, and with no remainders to satisfy, the call always throws. */
const HOPELESS = 6;

export interface Run {
  readonly assignment: number;
  readonly observation: Observation;
}

/** Predicts how long a larger execution will take from how the time grew so far. */
class Pace {
  #weight = 0;
  #time = 0;
  #exponent = 1;

  note(weight: number, time: number): void {
    if (this.#weight > 0 && weight > 2 * this.#weight && this.#time > 0) {
      const growth = Math.log(time / this.#time) / Math.log(weight / this.#weight);
      this.#exponent = Math.min(3, Math.max(1, growth));
    }
    this.#weight = weight;
    this.#time = time;
  }

  predict(weight: number): number {
    return this.#time < MEASURABLE_MS ? 0 : this.#time * Math.max(1, weight / this.#weight) ** this.#exponent;
  }
}

export interface Attempt {
  readonly runs: Run[];
  readonly sizes: Sizes[];
  /** The last error of the library, and the last limit of ours. */
  threw: string | null;
  stopped: string | null;
  /** Executions, other than for their contents, that threw. */
  throwingAssignments: number;
}

export function contains(args: readonly ArgSpec[], test: (arg: ArgSpec) => boolean): boolean {
  return args.some((arg) => {
    if (test(arg)) return true;
    if (arg.kind === 'list') return contains(arg.items, test);
    if (arg.kind === 'listOf') return contains([arg.item], test);
    return arg.kind === 'object' && contains(Object.values(arg.fields), test);
  });
}

/** A trap inside a kernel. It leaves the kernel's stack as it was, so the library is not to be used any more. */
const WebAssemblyRuntimeError = (globalThis as unknown as { WebAssembly: { RuntimeError: typeof Error } }).WebAssembly
  .RuntimeError;

export class Executor {
  trapped = false;
  readonly #library: Library;
  readonly #call: CallSpec;
  readonly #spent = new Stopwatch();

  constructor(library: Library, call: CallSpec) {
    this.#library = library;
    this.#call = call;
  }

  /** Executes once; a failure is noted in the attempt. */
  #execute(attempt: Attempt, settings: ProbeSettings): Observation | null {
    try {
      const first = observe(this.#library, this.#call, settings, LIMIT_BYTES);
      // The first call of a kernel also makes its module: what that takes is no part of the call.
      // The core looks up what it needs of the library when it first needs it.
      const again = first.js.length > 0 || this.#call.module === 'bytelens';
      return !again ? first : observe(this.#library, this.#call, settings, LIMIT_BYTES);
    } catch (error) {
      if (error instanceof AllocationLimitError || error instanceof CannotBuildError) attempt.stopped = error.message;
      else if (error instanceof RangeError && /Invalid (typed )?array (buffer )?length/i.test(error.message)) {
        attempt.stopped = error.message;
      } else if (error instanceof WebAssemblyRuntimeError) {
        this.trapped = true;
        attempt.threw = error.message;
      } else attempt.threw = withSymbols(error instanceof Error ? error.message : String(error), settings.sizes);
      return null;
    }
  }

  /** The contents and stand-ins for unknown numbers that are tried at assignment number `index` of `count`. */
  #variants(index: number, count: number, extra: boolean): { fill: Fill; numberChoice: number }[] {
    const fills = extra ? [...BASIC_FILLS, ...BOUND_FILLS] : BASIC_FILLS;
    const variants = fills.map((fill, at) => ({ fill, numberChoice: at }));
    if (extra || index === 0 || index === Math.floor(count / 2)) {
      if (contains(this.#call.args, (arg) => arg.kind === 'anyNumber')) {
        for (let choice = variants.length; choice < NUMBER_CHOICES; choice++) {
          variants.push({ fill: 'distinct', numberChoice: choice });
        }
      }
      return variants;
    }
    return [];
  }

  attempt(assignments: readonly Sizes[], layout: Layout, extra: boolean): Attempt {
    const attempt: Attempt = { runs: [], sizes: [], threw: null, stopped: null, throwingAssignments: 0 };
    let usual: { fill: Fill; numberChoice: number } = { fill: 'distinct', numberChoice: 0 };
    const pace = new Pace();
    for (const [index, sizes] of assignments.entries()) {
      const taken = new Stopwatch();
      const weight = callWeight(this.#call, sizes);
      if (pace.predict(weight) > SLOW_MS) continue;
      if (this.trapped) break;
      if (this.#spent.ms > BUDGET_MS) {
        attempt.stopped = 'the call takes too long to be probed';
        break;
      }
      const planned = this.#variants(index, assignments.length, extra);
      const variants = planned.length > 0 ? planned : [usual, ...this.#variants(0, 1, false)];
      let found = 0;
      for (const variant of variants) {
        if (this.trapped) break;
        const observation = this.#execute(attempt, { sizes, layout, ...variant });
        if (observation === null) continue;
        if (found === 0) {
          usual = variant;
          attempt.sizes.push(sizes);
        }
        found++;
        attempt.runs.push({ assignment: attempt.sizes.length - 1, observation });
        if (planned.length === 0) break;
      }
      if (found === 0) attempt.throwingAssignments++;
      if (attempt.throwingAssignments === HOPELESS && attempt.sizes.length === 0 && modulusOf(this.#call) === 1) break;
      if (found > 0) pace.note(weight, taken.ms / found);
    }
    return attempt;
  }

  /** Executes with integer arguments replaced by the largest of their class, at small array sizes. */
  integerCheck(attempt: Attempt, integers: Readonly<Record<number, number>>): Observation[] {
    const found: Observation[] = [];
    if (Object.keys(integers).length === 0) return found;
    for (const sizes of attempt.sizes.slice(-3, -1)) {
      const scratch: Attempt = { ...attempt, runs: [], sizes: [] };
      const settings = {
        sizes,
        integers,
        layout: 'rows',
        fill: 'distinct',
        numberChoice: 0,
      } as const;
      const observation = this.#execute(scratch, settings);
      if (observation !== null) found.push(observation);
    }
    return found;
  }
}

/** Marks the sizes that a message mentions by their symbols, `‹s0›`, so that it can be told of the asked call. */
function withSymbols(message: string, sizes: Sizes): string {
  const symbols = new Map(Object.entries(sizes).map(([symbol, value]) => [String(value), symbol]));
  return message.replace(/\d+/g, (digits) => (symbols.has(digits) ? `‹${symbols.get(digits)}›` : digits));
}

/** The answer for a call that could not be executed often enough. */
export function failure(attempt: Attempt): LawAnswer {
  if (attempt.runs.length === 0 && attempt.threw !== null) {
    return { ok: false, reason: `the call throws: ${attempt.threw}`, throws: attempt.threw };
  }
  return {
    ok: false,
    reason: attempt.stopped ?? 'the call could be executed at too few sizes',
    ...(attempt.threw === null ? {} : { throwsAt: attempt.threw }),
  };
}
