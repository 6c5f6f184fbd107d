/** What is not waited for is unknown, said to be so, and known when it is asked for again. */
import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import { openLaws } from 'bytelens/laws';
import { Analyzer } from '../../server/src/analysis/analyzer.ts';
import { MemoryHost } from './support.ts';

const laws = openLaws({ tableUrl: null });
after(() => laws.close());

const PATH = '/a.ts';
const TEXT = `import * as np from 'numpy-ts';
const a = np.zeros([7, 11]);
const b = a.multiply(2).add(1);
const other = np.ones([1001]);
`;

it('an impatient analysis gets there by asking again', () => {
  const analyzer = new Analyzer({ host: new MemoryHost({ [PATH]: TEXT }), laws, patienceMs: 0 });
  const known = (): number => analyzer.facts(PATH).sites.filter((s) => s.nbytes !== null).length;
  const first = known();
  assert.equal(analyzer.isSettled(PATH), false);
  assert.ok(first < 4, `${first} sites were known at once`);
  const owing = analyzer.facts(PATH).sites.find((s) => s.nbytes === null);
  assert.match(owing?.unknown?.message ?? '', /still being found out/);

  const patient = new Analyzer({ host: new MemoryHost({ [PATH]: TEXT }), laws });
  assert.equal(patient.facts(PATH).sites.filter((s) => s.nbytes !== null).length, 4);
  assert.equal(patient.isSettled(PATH), true);
  // The other one has found it out meanwhile; nothing of the hasty analysis is left.
  assert.equal(known(), 4);
  assert.equal(analyzer.isSettled(PATH), true);
});
