/** The long sweeps of `evaluate`: more and deeper random expressions. */
import { it } from 'node:test';
import { layoutsHold } from './support/evaluate-layouts.ts';
import { holdsFor } from './support/evaluate-property.ts';

for (const seed of [2, 3, 4]) it(`random layouts, seed ${seed}`, () => layoutsHold(seed, 5000));
for (const seed of [2, 3, 4, 5]) it(`random expressions, seed ${seed}`, () => holdsFor(seed, 1000, 4));
