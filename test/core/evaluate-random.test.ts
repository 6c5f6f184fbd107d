/** Random expressions give bit for bit what the chained numpy-ts calls give, and any layout what contiguous arrays give. */
import { it } from 'node:test';
import { layoutsHold } from './support/evaluate-layouts.ts';
import { holdsFor } from './support/evaluate-property.ts';

it('random layouts, masks and results against contiguous arrays', () => layoutsHold(1, 400));

it('random expressions against chained calls', () => holdsFor(1, 250, 3));
