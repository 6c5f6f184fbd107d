/**
 * Executes a plan on the loaded library. Runs only in the worker.
 */

import { deniedReason } from '../laws/denied.ts';
import { AllocationLimitError, emptyPool, type Recording, record } from '../laws/instrument.ts';
import { invoke, type Library, rawArray, type TypedArray } from '../laws/library.ts';
import type { Tracked } from '../laws/materialize.ts';
import { type Observed, type ObservedStorage, Reader } from '../laws/observe.ts';
import { type ArgPath, ITEM_BYTES } from '../laws/types.ts';
import { poolClassBytes } from './pool.ts';
import type { Measured, MeasuredStorage, MeasurePlan, MeasureResult, PlanArg, PlanStep, StepMeasure } from './types.ts';

class PlanError extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'PlanError';
  }
}

function pick(value: unknown, path: ArgPath): unknown {
  return path.reduce<unknown>((at, step) => (at as Record<string | number, unknown> | undefined)?.[step], value);
}

function build(library: Library, arg: PlanArg, results: ReadonlyMap<string, unknown>): unknown {
  const recur = (inner: PlanArg): unknown => build(library, inner, results);
  switch (arg.kind) {
    case 'ref':
      if (!results.has(arg.id)) throw new PlanError(`the plan refers to the step ${arg.id}, which has not run`);
      return pick(results.get(arg.id), arg.path ?? []);
    case 'typed': {
      const Constructor = globalThis[arg.ctor] as (new (length: number) => TypedArray) | undefined;
      if (Constructor === undefined) throw new PlanError(`this runtime has no native ${arg.ctor}`);
      return new Constructor(arg.length);
    }
    case 'float':
      return Number(arg.value);
    case 'bigint':
      return BigInt(arg.value);
    case 'null':
      return null;
    case 'undefined':
      return undefined;
    case 'complex':
      return new library.Complex(arg.re, arg.im);
    case 'list':
      return arg.items.map(recur);
    case 'listOf':
      return Array.from({ length: arg.length }, () => recur(arg.item));
    case 'object':
      return Object.fromEntries(Object.entries(arg.fields).map(([name, field]) => [name, recur(field)]));
    default:
      return arg.value;
  }
}

/** The arrays in a value, with the step and the place at which later results may share their memory. */
function arraysIn(library: Library, value: unknown, path: ArgPath): Tracked[] {
  const raw = rawArray(library, value);
  if (raw !== null) return [{ kind: 'array', path, raw }];
  if (ArrayBuffer.isView(value)) return [{ kind: 'typed', path, data: value as TypedArray }];
  if (value === null || typeof value !== 'object') return [];
  const entries = Array.isArray(value) ? [...value.entries()].slice(0, 64) : Object.entries(value);
  return entries.flatMap(([step, inner]) =>
    typeof inner === 'object' ? arraysIn(library, inner, [...path, step]) : [],
  );
}

function storageOf(storage: ObservedStorage): MeasuredStorage {
  if (storage.kind === 'owns') return storage;
  const [id, ...path] = storage.of;
  return { kind: storage.kind, of: { id: String(id), path } };
}

function measured(observed: Observed): Measured {
  switch (observed.kind) {
    case 'array': {
      const { heldBytes, storage, ...rest } = observed;
      const items = observed.shape.reduce((size, dim) => size * dim, 1);
      return {
        ...rest,
        nbytes: items * ITEM_BYTES[observed.dtype],
        residentBytes: observed.backing === 'pool' ? poolClassBytes(heldBytes) : heldBytes,
        storage: storageOf(storage),
      };
    }
    case 'typed': {
      const { BYTES_PER_ELEMENT } = globalThis[observed.ctor] as { BYTES_PER_ELEMENT: number };
      return { ...observed, nbytes: observed.length * BYTES_PER_ELEMENT, storage: storageOf(observed.storage) };
    }
    case 'list':
    case 'uniform':
      return { ...observed, items: observed.items.map(measured) };
    case 'object':
      return {
        kind: 'object',
        fields: Object.fromEntries(Object.entries(observed.fields).map(([name, field]) => [name, measured(field)])),
      };
    default:
      return observed;
  }
}

function peakPoolBytes(recording: Recording): number {
  let live = 0;
  let peak = 0;
  for (const { block, freed } of recording.pool) {
    live += (freed ? -1 : 1) * poolClassBytes(block.bytes);
    peak = Math.max(peak, live);
  }
  return peak;
}

function runStep(library: Library, step: PlanStep, results: Map<string, unknown>, tracked: Tracked[]): StepMeasure {
  const values = step.args.map((arg) => build(library, arg, results));
  const result = invoke(library, step.module, step.target, values);
  const observed = new Reader(library, tracked, library.poolBuffer).read(result);
  results.set(step.id, result);
  tracked.push(...arraysIn(library, result, [step.id]));
  return { id: step.id, result: measured(observed) };
}

export function executePlan(library: Library, plan: MeasurePlan, memoryLimit: number): MeasureResult {
  const results = new Map<string, unknown>();
  const tracked: Tracked[] = [];
  const steps: StepMeasure[] = [];
  let current: PlanStep | undefined;
  try {
    const { recording } = record(memoryLimit, () => {
      for (const step of plan) {
        current = step;
        const denied = deniedReason(step.target);
        if (denied !== null) throw new PlanError(denied);
        steps.push(runStep(library, step, results, tracked));
      }
    });
    const jsBytes = recording.js.reduce((sum, use) => sum + use.bytes, 0);
    return { ok: true, steps, peakPoolBytes: peakPoolBytes(recording), jsBytes };
  } catch (error) {
    const step = current === undefined ? {} : { step: current.id };
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof PlanError) return { ok: false, reason: message, ...step };
    if (error instanceof AllocationLimitError) {
      return { ok: false, reason: `the plan would take more than the limit of ${memoryLimit} bytes`, ...step };
    }
    return { ok: false, reason: `the call throws: ${message}`, throws: message, ...step };
  } finally {
    emptyPool();
  }
}
