/**
 * Text in, facts out: literate fixtures in which the facts stand as comments beside the code. Every array that is
 * found must be expected, and every expected one found. `UPDATE=1` rewrites what is expected.
 */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { annotate, peaksText } from './facts-text.ts';
import { analyzerOf, closeLaws, Fixture, type FixtureBlock, type FixtureCase, UPDATE } from './support.ts';

const FIXTURES = [
  'facts-bindings',
  'facts-functions',
  'facts-flow',
  'facts-classes',
  'facts-values',
  'facts-modules',
  'facts-unknown',
  'facts-told',
  'facts-memory',
  'facts-core',
];
const CODE = new Set(['ts', 'tsx', 'js', 'jsx', 'cjs', 'mts']);

after(closeLaws);

for (const name of FIXTURES) {
  const fixture = new Fixture(name);
  describe(name, () => {
    after(() => {
      if (UPDATE) fixture.save();
    });
    for (const c of fixture.cases) it(c.title, () => check(fixture, c));
  });
}

function check(fixture: Fixture, c: FixtureCase): void {
  const code = c.blocks.filter((b) => CODE.has(b.language));
  const pathOf = (b: FixtureBlock): string => b.path || `/main.${b.language}`;
  const files = Object.fromEntries(code.map((b) => [pathOf(b), b.text]));
  assert.equal(Object.keys(files).length, code.length, 'two blocks are one file');
  const analyzer = analyzerOf(files);
  const expect = (block: FixtureBlock, actual: string): void => {
    if (UPDATE) fixture.replace(block, actual);
    else assert.equal(actual, block.text);
  };
  for (const block of code) {
    expect(
      block,
      annotate(analyzer.facts(pathOf(block)), (path) => files[path] ?? ''),
    );
  }
  const [first] = code;
  assert.ok(first, 'the case has no code');
  const facts = analyzer.facts(pathOf(first));
  for (const block of c.blocks) {
    if (block.language === 'peaks') expect(block, peaksText(facts));
    if (block.language === 'errors') expect(block, facts.parseErrors.map((e) => `${e.message}\n`).join(''));
  }
}
