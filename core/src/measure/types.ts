/**
 * Plans of library calls to execute for real, and what was measured. Plain data, to cross to the worker and back.
 */

import type { ArgPath, DType, LibraryModule, Target, TypedArrayName } from '../laws/types.ts';

/** An argument: a literal, or the result of an earlier step. */
export type PlanArg =
  /** The result of the step `id`, or the part of it at `path` (`[0]` of a list, `['q']` of an object). */
  | { readonly kind: 'ref'; readonly id: string; readonly path?: ArgPath }
  /** A typed array of zeros. */
  | { readonly kind: 'typed'; readonly ctor: TypedArrayName; readonly length: number }
  | { readonly kind: 'int'; readonly value: number }
  | { readonly kind: 'float'; readonly value: number | 'NaN' | 'Infinity' | '-Infinity' | '-0' }
  | { readonly kind: 'bigint'; readonly value: string }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
  | { readonly kind: 'undefined' }
  | { readonly kind: 'complex'; readonly re: number; readonly im: number }
  | { readonly kind: 'list'; readonly items: readonly PlanArg[] }
  /** A JavaScript array of `length` times the same. */
  | { readonly kind: 'listOf'; readonly length: number; readonly item: PlanArg }
  | { readonly kind: 'object'; readonly fields: Readonly<Record<string, PlanArg>> };

export interface PlanStep {
  readonly id: string;
  readonly module: LibraryModule;
  readonly target: Target;
  /** For methods, properties and element accesses, `args[0]` is the receiver. */
  readonly args: readonly PlanArg[];
}

export type MeasurePlan = readonly PlanStep[];

export interface MeasureLimits {
  /** Bytes that the plan may allocate in total, freed or not. Default 192 MiB. */
  readonly memoryLimit?: number;
  /** Milliseconds for the whole plan. Default 2,000. */
  readonly timeLimit?: number;
}

/** Whose memory a result has; `of` names a step and a place in its result. */
export type MeasuredStorage =
  | { readonly kind: 'owns' }
  | { readonly kind: 'view' | 'same'; readonly of: { readonly id: string; readonly path: ArgPath } };

export type Measured =
  | {
      readonly kind: 'array';
      readonly cls: 'NDArray' | 'NDArrayCore';
      readonly dtype: DType;
      readonly shape: readonly number[];
      readonly strides: readonly number[];
      /** Elements times item size. */
      readonly nbytes: number;
      /** What the library holds for the memory behind the array, whether or not the array owns it. */
      readonly residentBytes: number;
      readonly backing: 'pool' | 'js' | 'shared';
      readonly storage: MeasuredStorage;
    }
  | {
      readonly kind: 'typed';
      readonly ctor: TypedArrayName;
      readonly length: number;
      readonly nbytes: number;
      readonly storage: MeasuredStorage;
    }
  | { readonly kind: 'scalar'; readonly type: 'number' | 'bigint' | 'boolean' | 'string' | 'complex' }
  | { readonly kind: 'list'; readonly items: readonly Measured[] }
  /** A long list, or one of scalars: its length and the different kinds of items in it. */
  | { readonly kind: 'uniform'; readonly length: number; readonly items: readonly Measured[] }
  | { readonly kind: 'object'; readonly fields: Readonly<Record<string, Measured>> }
  | { readonly kind: 'undefined' }
  | { readonly kind: 'null' }
  | { readonly kind: 'other'; readonly description: string };

export interface StepMeasure {
  readonly id: string;
  readonly result: Measured;
}

export type MeasureResult =
  | {
      readonly ok: true;
      readonly steps: readonly StepMeasure[];
      /** The most pool bytes held at once, in size classes, when nothing is collected that is not disposed. */
      readonly peakPoolBytes: number;
      /** Bytes of all JavaScript typed arrays that were made. */
      readonly jsBytes: number;
    }
  | { readonly ok: false; readonly reason: string; readonly step?: string; readonly throws?: string };
