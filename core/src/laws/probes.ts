/**
 * The three ways in which a law is found, each a pure request that a worker can answer and a table can store.
 */

import type { ProbeAtom, Relation } from './assignments.ts';
import type { CallSpec } from './types.ts';

export type Probe =
  /** Execute the call at its very sizes. */
  | { readonly kind: 'exact'; readonly call: CallSpec }
  /** Execute a family at chosen sizes and fit the results. */
  | {
      readonly kind: 'family';
      readonly call: CallSpec;
      readonly atoms: readonly ProbeAtom[];
      readonly integerClasses: Readonly<Record<number, number>>;
      readonly relation: Relation;
    }
  /** Execute the call on arrays that have the very shapes but hardly any memory; only views can come of it. */
  | { readonly kind: 'virtual'; readonly call: CallSpec };
