/**
 * What crosses between the thread that asks and the worker that executes.
 */

import type { MessagePort } from 'node:worker_threads';
import type { Probe } from './probes.ts';
import type { LawAnswer } from './types.ts';

export interface WorkerSetup {
  readonly port: MessagePort;
  /** Incremented and notified by the worker when it has sent an answer, so that the asking thread can block on it. */
  readonly signal: SharedArrayBuffer;
}

export type Request =
  | { readonly id: number; readonly kind: 'probe'; readonly probe: Probe }
  | { readonly id: number; readonly kind: 'reflect' };

/** Every export path and every member of the array classes, by what it is. */
export interface Reflection {
  readonly version: string;
  readonly exports: Readonly<Record<'numpy-ts' | 'numpy-ts/core', Readonly<Record<string, ExportKind>>>>;
  readonly members: Readonly<Record<'NDArray' | 'NDArrayCore', Readonly<Record<string, 'method' | 'property'>>>>;
  /** How many parameters each function export (by path) and each method (by `.name`) declares; null for any number. */
  readonly parameters: Readonly<Record<string, number | null>>;
}

export type ExportKind = 'function' | 'namespace' | 'class' | 'constant';

export type Response =
  | { readonly id: number; readonly kind: 'probe'; readonly answer: LawAnswer; readonly spoiled: boolean }
  | { readonly id: number; readonly kind: 'reflect'; readonly reflection: Reflection }
  | { readonly id: number; readonly kind: 'ready' }
  | { readonly id: number; readonly kind: 'failed'; readonly message: string };
