/**
 * What follows from the rules' modules is current. `npm run generate` makes it so.
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { current, generated } from '../../scripts/generate.ts';
import { RULES } from '../../server/src/analysis/rules/index.ts';

for (const [path, text] of generated(RULES)) {
  test(`${path} is what the rules' modules say`, () => assert.equal(current(path), text));
}
