/** A program cut into islands is said to be what it is as a whole, and an edit leaves nothing behind. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { partition } from '../../server/src/analysis/islands/partition.ts';
import { outlineOf } from '../../server/src/analysis/syntax/outline.ts';
import { allPrograms } from '../truth/programs.ts';
import { analyses, contradictions, known } from './islands-compare.ts';
import { editAtRandom } from './islands-edits.ts';
import { sharedLaws } from './support.ts';

/** The islands of a module, each as the first words of its statements. */
function cut(text: string): string[] | null {
  const outline = outlineOf('/a.ts', text);
  const sources = {
    outline: (path: string) => (path === '/a.ts' ? outline : null),
    resolve: () => ({ kind: 'library' as const, module: 'numpy-ts' as const }),
  };
  const { islands } = partition(sources, ['/a.ts'], '/a.ts');
  const words = (start: number, end: number): string =>
    text
      .slice(start, end)
      .trim()
      .split(/[=({;]/)[0]
      ?.trim() ?? '';
  return (
    islands?.map((i) => (i.units.get('/a.ts') ?? []).map((u) => words(u.span.start, u.span.end)).join(' + ')) ?? null
  );
}

describe('cutting', () => {
  it('keeps statements together that share a name, and no others', () => {
    assert.deepEqual(
      cut(`import * as np from 'numpy-ts';
        const a = np.zeros([3]);
        function twice(x: number) { const a = x; return a * 2; }
        const b = a.copy();
        const c = twice(4);`),
      ['const a + const b', 'function twice + const c'],
    );
  });

  it('does not join what shares only constants, types, and what the language provides', () => {
    assert.deepEqual(
      cut(`const WIDTH = 640, NAME = 'x';
        interface Size { readonly width: number }
        const a: Size = { width: WIDTH };
        const b: Size = { width: Math.max(WIDTH, 1) };
        for (const i of [1, 2]) console.log(NAME, i);
        for (const i of [3, 4]) console.log(NAME, i);`),
      ['const a: Size', 'const b: Size', 'for', 'for'],
    );
  });

  it('joins what shares a name that is declared nowhere, or a variable of a block that is no such thing', () => {
    assert.deepEqual(cut('shared = 1; const a = shared; let b = 2;'), ['shared + const a', 'let b']);
    assert.deepEqual(cut('for (var i = 0; i < 3; i++) {} const last = i; let b = 2;'), ['for + const last', 'let b']);
  });

  it('leaves a program whole in which parts may reach each other unseen', () => {
    for (const text of [
      'globalThis.a = 1; const b = 2;',
      'Array.prototype.last = function () { return this[0]; }; const b = 2;',
      'Math.random = () => 4; const b = 2;',
      'Object.assign(Math, { random: () => 4 }); const b = 2;',
      "eval('1'); const b = 2;",
      'const p = new Proxy({}, {}); const b = 2;',
      "const lib = require('./lib'); const b = 2;",
      'const lib = await import(name); const b = 2;',
    ])
      assert.equal(cut(text), null, text);
  });

  it('says what shadows a name', () => {
    assert.deepEqual(
      cut(`let n = 1;
        const f = (n: number) => n + 1;
        const g = ({ n }: { n: number }) => n;
        try { f(1); } catch (n) { console.log(n); }
        class A { n = 2; m() { return this.n; } }
        const o = { n: 3 };
        label: for (const n of [1]) break label;`),
      ['let n', 'const f + try', 'const g', 'class A', 'const o', 'label: for'],
    );
  });
});

describe('islands', () => {
  it('contradict in nothing what is said of the whole, and know as much', () => {
    for (const path of allPrograms()) {
      const { islands, whole } = analyses(path, readFileSync(path, 'utf8'), sharedLaws());
      const [a, b] = [islands.facts(path), whole.facts(path)];
      assert.deepEqual(contradictions(a, b), [], path);
      assert.ok(known(a) >= known(b), `${path}: ${known(a)} sites are known, ${known(b)} as a whole`);
      assert.equal(a.sites.length >= b.sites.length, true, path);
    }
  });

  it('leave nothing behind when a text is edited', () => {
    assert.deepEqual(editAtRandom(sharedLaws(), allPrograms(), 1, 20), []);
  });
});
