/** The long sweep: many edits of all programs, the larger ones among them. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { allPrograms, appPrograms } from '../truth/programs.ts';
import { editAtRandom } from './islands-edits.ts';
import { sharedLaws } from './support.ts';

it('2,400 edits leave nothing behind', { timeout: 900_000 }, () => {
  assert.deepEqual(editAtRandom(sharedLaws(), [...allPrograms(), ...appPrograms()], 7, 400), []);
});
