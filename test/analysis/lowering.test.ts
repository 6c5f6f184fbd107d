/** TypeScript to IR, as text. `UPDATE=1` rewrites what the fixtures expect. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { printModule } from '../../server/src/analysis/ir/print.ts';
import type { Block, ModuleIR, Step } from '../../server/src/analysis/ir/types.ts';
import { Uses } from '../../server/src/analysis/ir/uses.ts';
import { lowerModule } from '../../server/src/analysis/syntax/lower/module.ts';
import { Fixture, UPDATE } from './support.ts';

for (const name of ['lowering', 'lowering-modules', 'lowering-errors']) {
  const fixture = new Fixture(name);
  describe(`fixture ${name}`, () => {
    after(() => {
      if (UPDATE) fixture.save();
    });
    for (const c of fixture.cases) {
      it(c.title, () => {
        const [code, ir] = c.blocks;
        assert.ok(code && ir?.language === 'ir' && c.blocks.length === 2, 'a case is code and its IR');
        const module = lowerModule(`/case.${code.language}`, code.text);
        wellFormed(module);
        const text = printModule(module);
        if (UPDATE) fixture.replace(ir, text);
        else assert.equal(text, ir.text);
      });
    }
  });
}

it('prints ranges when asked', () => {
  const text = 'const a = [1];';
  assert.equal(
    printModule(lowerModule('/a.ts', text), { spans: true }),
    '#0 (module)\n  11-12 %0 = 1\n  10-13 %1 = [%0]\n  6-7 a := %1\n',
  );
});

describe('never throws', () => {
  const source = new Fixture('lowering').cases.flatMap((c) => Fixture.block(c, 'ts')?.text ?? []).join('\n');

  it('on every prefix of a program', () => {
    const step = 7;
    for (let end = 0; end < source.length; end += step) wellFormed(lowerModule('/a.ts', source.slice(0, end)));
  });

  it('on programs with a piece missing', () => {
    const step = 97;
    for (let at = 0; at < source.length; at += step) {
      wellFormed(lowerModule('/a.tsx', source.slice(0, at) + source.slice(at + 5)));
    }
  });

  it('on deep nesting', () => {
    wellFormed(lowerModule('/a.ts', `${'('.repeat(300)}1${')'.repeat(300)}`));
    wellFormed(lowerModule('/a.ts', `x = ${Array.from({ length: 300 }, (_, i) => `a${i}`).join(' + ')}`));
    wellFormed(lowerModule('/a.ts', 'if (a) '.repeat(200)));
  });
});

/** What everything after lowering relies on. */
function wellFormed(module: ModuleIR): void {
  const ids = new Set<number>();
  const uses = new Uses(module);
  for (const f of module.functions) {
    assert.ok(f, 'a function is missing');
    assert.equal(module.functions[f.index], f);
    const defined = new Set<number>();
    const visit = (block: Block): void => {
      for (const s of block) {
        assert.ok(!ids.has(s.id), `two steps have the id ${s.id}`);
        ids.add(s.id);
        assert.ok(s.span.start >= 0 && s.span.start <= s.span.end && s.span.end <= module.text.length, 'range outside');
        if ('dst' in s) {
          assert.ok(!defined.has(s.dst), `%${s.dst} is written twice`);
          defined.add(s.dst);
        }
        if (s.op === 'forOf') defined.add(s.item);
        if (s.op === 'try' && s.error !== null) defined.add(s.error);
        if (s.op === 'closure') assert.ok(module.functions[s.fn], `there is no function #${s.fn}`);
        for (const inner of blocksIn(s)) visit(inner);
      }
    };
    visit(f.body);
    for (let t = 0; t < 2 * ids.size; t++) {
      assert.ok(defined.has(t) || uses.usesOf(f.index, t).length === 0, `%${t} of #${f.index} is never written`);
    }
  }
}

function blocksIn(s: Step): readonly Block[] {
  switch (s.op) {
    case 'if':
      return [s.then, s.else];
    case 'loop':
      return [s.test ?? [], s.body, s.update];
    case 'forOf':
    case 'block':
      return [s.body];
    case 'try':
      return [s.body, s.handler ?? [], s.final ?? []];
    default:
      return [];
  }
}
