/**
 * What each rule finds: in the programs made for it, exactly what their markers say, where they say it, with bytes that
 * agree with the facts.
 */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { FileFacts, Finding, Site } from '../../server/src/analysis/api.ts';
import { DTYPE_INFO } from '../../server/src/analysis/domain/values.ts';
import { ALL_RULES, RULES } from '../../server/src/analysis/rules/index.ts';
import { closeLaws } from '../analysis/support.ts';
import { expectations } from '../proof/expectations.ts';
import { analyzerOver, FEWEST_PROGRAMS, findingsOf, type Program, programs, textOf } from './programs.ts';

after(closeLaws);

const root = new URL('../../', import.meta.url);

for (const rule of ALL_RULES.filter(({ meta }) => meta.about === 'waste')) {
  const { id } = rule.meta;
  const fires = programs(`test/programs/rules/${id}/fires`);
  const silent = programs(`test/programs/rules/${id}/silent`);

  describe(id, () => {
    it('is registered, documented and tested', () => {
      assert.ok(
        RULES.some((r) => r.id === id && r.page.includes(rule.meta.what)),
        'not registered',
      );
      assert.ok(existsSync(fileURLToPath(new URL(`docs/rules/${id}.md`, root))), 'no page');
      assert.ok(fires.length >= FEWEST_PROGRAMS, `only ${fires.length} programs in which it fires`);
      assert.ok(silent.length >= FEWEST_PROGRAMS, `only ${silent.length} programs in which it is silent`);
      for (const p of fires) assert.ok(expectations(p.text).length > 0, `${p.name} expects nothing`);
      for (const p of silent) assert.deepEqual(expectations(p.text), [], `${p.name} expects something`);
    });

    for (const p of fires) it(`fires in ${p.name}`, () => fires1(id, p));
    for (const p of silent) {
      it(`is silent in ${p.name}`, () => {
        assert.deepEqual(
          findingsOf(p).flatMap((f) => (f.rule === id ? textOf(p, f.span) : [])),
          [],
        );
      });
    }

    it('can be turned off, and given another severity', () => {
      const [p] = fires;
      assert.ok(p);
      const off = analyzerOver(p.path, p.text, { rules: { [id]: 'off' } }).findings(p.path);
      assert.ok(off.every((f) => f.rule !== id));
      const hint = analyzerOver(p.path, p.text, { rules: { [id]: 'hint' } }).findings(p.path);
      assert.ok(hint.some((f) => f.rule === id) && hint.every((f) => f.rule !== id || f.severity === 'hint'));
    });

    it('is quiet below the threshold', () => {
      const minBytes = 2 ** 40;
      for (const p of fires) {
        const found = analyzerOver(p.path, p.text, { minBytes }).findings(p.path);
        assert.ok(
          found.every((f) => f.rule !== id || f.bytes.before === null),
          p.name,
        );
      }
    });

    it('can be suppressed', () => {
      for (const p of fires) suppressed(id, p);
    });
  });
}

function fires1(id: string, p: Program): void {
  const found = findingsOf(p).filter((f) => f.rule === id);
  const starts = [0, ...[...p.text.matchAll(/\n/g)].map((m) => m.index + 1)];
  const expected = expectations(p.text)
    .filter((e) => e.rule === id)
    .map(({ text, range }) => ({ text, start: (starts[range.start.line] ?? 0) + range.start.character }));
  assert.deepEqual(
    found.map((f) => ({ text: textOf(p, f.span), start: f.span.start })),
    expected,
  );
  const facts = analyzerOver(p.path, p.text).facts(p.path);
  for (const f of found) bytesAgree(facts, f);
}

/** What a finding says in bytes follows from the facts of the expression on which it stands. */
function bytesAgree(facts: FileFacts, f: Finding): void {
  const site = facts.sites.find((s) => s.span.start === f.span.start && s.span.end === f.span.end);
  assert.ok(site, 'it stands on no array');
  const { before, after } = f.bytes;
  const nbytes = site.nbytes?.value ?? null;
  if (before === null) {
    assert.notEqual(f.formula, null, 'neither bytes nor a formula');
    assert.notEqual(f.severity, 'warning', 'a warning without bytes');
    return;
  }
  if (after === null) {
    assert.deepEqual(f.fixTitles, [], 'a fix, and not what it saves');
    return;
  }
  assert.ok(Number.isSafeInteger(before) && Number.isSafeInteger(after) && after >= 0, 'no byte counts');
  assert.ok(after < before, 'it saves nothing');
  for (const n of [before, after]) {
    if (n > 0)
      assert.ok(f.message.includes(n.toLocaleString('en-US')) || f.rule === 'upcasting-call', `no ${n} in the message`);
  }
  switch (f.rule) {
    case 'oversized-dtype':
      assert.equal(before, nbytes);
      assert.equal(after, elements(site) * itemBytes(dtypeNamed(f)));
      return;
    case 'needless-copy':
      assert.equal(before, nbytes);
      assert.equal(after, 0);
      return;
    case 'temporary-heavy':
      assert.ok(before > (nbytes ?? 0), 'less than its result');
      assert.ok(after >= (nbytes ?? 0), 'less than its result in the end');
      return;
    case 'upcasting-call':
      // Both are kept: the input in its own dtype, and what the call gives.
      assert.ok(before > (nbytes ?? 0));
      assert.equal((before - after) % elements(site), 0, 'not a whole number of bytes an element');
      return;
    default:
      assert.fail(`how the bytes of ${f.rule} follow from the facts is not tested`);
  }
}

function elements(site: Site): number {
  return (site.shape ?? []).reduce((n, d) => n * (d?.value ?? Number.NaN), 1);
}

function itemBytes(dtype: string): number {
  return DTYPE_INFO[dtype as keyof typeof DTYPE_INFO].bytes;
}

function dtypeNamed(f: Finding): string {
  const named = f.fixTitles.map((t) => /\b(?:u?int\d+|float\d+|bool)\b/.exec(t)?.[0]).find((d) => d !== undefined);
  assert.ok(named, `no dtype in ${f.fixTitles}`);
  return named;
}

/** A comment above the line silences this rule there, and no other one. */
function suppressed(id: string, p: Program): void {
  for (const f of findingsOf(p).filter((x) => x.rule === id)) {
    const at = p.text.lastIndexOf('\n', f.span.start - 1) + 1;
    const silenced = (rule: string): boolean => {
      const comment = `// bytelens-ignore-next-line ${rule} -- a test\n`;
      const text = p.text.slice(0, at) + comment + p.text.slice(at);
      const start = f.span.start + comment.length;
      return !analyzerOver(p.path, text)
        .findings(p.path)
        .some((x) => x.rule === id && x.span.start === start);
    };
    assert.ok(silenced(id), `${p.name}: its name does not silence it`);
    assert.ok(silenced(''), `${p.name}: a comment without names does not silence it`);
    assert.ok(!silenced('another-rule'), `${p.name}: another rule's name silences it`);
  }
  const whole = `// bytelens-ignore-file ${id}\n${p.text}`;
  assert.ok(
    analyzerOver(p.path, whole)
      .findings(p.path)
      .every((x) => x.rule !== id),
    p.name,
  );
}
