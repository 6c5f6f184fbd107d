/** The long sweeps of `evaluate`: more and deeper random expressions. */
import { it } from 'node:test';
import { holdsFor } from './support/evaluate-property.ts';

for (const seed of [2, 3, 4, 5]) it(`random expressions, seed ${seed}`, () => holdsFor(seed, 1000, 4));
