/** Random expressions give bit for bit what the chained numpy-ts calls give. */
import { it } from 'node:test';
import { holdsFor } from './support/evaluate-property.ts';

it('random expressions against chained calls', () => holdsFor(1, 250, 3));
