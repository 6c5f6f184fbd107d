/**
 * Proves the findings: each stands exactly where a program expects it, no look-alike has one, and every fix gives the
 * same output with fewer bytes.
 */
import assert from 'node:assert/strict';
import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import { before, describe, it } from 'node:test';
import { inParallel } from '../truth/child.ts';
import { hasBytelens } from '../truth/facts.ts';
import { programsIn } from '../truth/programs.ts';
import { expectations } from './expectations.ts';
import { NOTICED_BYTES } from './figures.ts';
import { applyFix, type Diagnostic, type Fix, findingsIn, textAt } from './findings.ts';
import { proveText, readProgram } from './prove.ts';

const RULES = ['oversized-dtype', 'needless-copy', 'temporary-heavy', 'upcasting-call'] as const;
const LEAST_PROVEN_PER_RULE = 10;
const PROGRAM =
  programsIn('test/programs/rules/needless-copy/fires').find((path) => path.includes('method-copy')) ?? '';

describe('prove', () => {
  const original = readProgram(PROGRAM);
  /** Rewrites code, and not the marker above it. */
  const rewrite = (text: string, from: string, to: string) => text.replace(`= ${from}`, `= ${to}`);

  it('accepts the same output with fewer bytes', async () => {
    const proof = await proveText(PROGRAM, rewrite(original, 'image.copy()', 'image'));
    assert.equal(proof.objection, null);
    // 720,000 bytes take a block of 1 MiB and 8 bytes of header.
    assert.equal(proof.before.poolPeakBytes - proof.after.poolPeakBytes, 2 ** 20 + 8);
    assert.ok(Math.abs(proof.savedBytes - (2 ** 20 + 8)) < NOTICED_BYTES);
  });

  it('counts the reachable bytes of typed arrays', async () => {
    const typed = PROGRAM.replace('method-copy', 'typed-slice');
    const proof = await proveText(typed, rewrite(readProgram(typed), 'samples.slice(', 'samples.subarray('));
    assert.equal(proof.objection, null);
    assert.ok(Math.abs(proof.savedBytes - 300_000 * 4) < NOTICED_BYTES);
  });

  it('rejects other output, no saving, and a program that fails', async () => {
    const reject = async (fixed: string) => (await proveText(PROGRAM, fixed)).objection;
    assert.match((await reject(rewrite(original, 'image.copy()', 'image.add(1)'))) ?? '', /^other output/);
    assert.match((await reject(`${original}\n`)) ?? '', /^no fewer bytes/);
    assert.match(
      (await reject(rewrite(original, 'image.copy()', 'image.nothing()'))) ?? '',
      /^the fixed program fails/,
    );
  });
});

describe('findings', { skip: hasBytelens() ? false : 'the command line tool is not there yet' }, () => {
  let findings: Map<string, readonly Diagnostic[]>;
  before(async () => {
    findings = await findingsIn([...programsIn('test/programs/rules'), ...programsIn('examples')]);
  });
  const of = (program: string, rule: string) => (findings.get(program) ?? []).filter((each) => each.rule === rule);

  for (const rule of RULES) {
    for (const program of programsIn(`test/programs/rules/${rule}/fires`)) {
      it(`${rule} stands where ${basename(program)} expects it`, () => {
        const text = readProgram(program);
        const found = of(program, rule).map(({ range }) => ({ rule, text: textAt(text, range), range }));
        assert.deepEqual(found, expectations(text));
      });
    }
    for (const program of programsIn(`test/programs/rules/${rule}/silent`)) {
      it(`${rule} is silent in ${basename(program)}`, () => {
        const text = readProgram(program);
        assert.deepEqual(
          of(program, rule).map(({ range }) => textAt(text, range)),
          [],
        );
      });
    }
    it(`the fixes of ${rule} are proven`, { timeout: 600_000 }, async (t) => {
      const tried = await proveFixes(programsIn(`test/programs/rules/${rule}/fires`), (program) => of(program, rule));
      const failed = tried.filter((each) => each.objection !== null && !announced(each));
      for (const each of tried) t.diagnostic(describeAttempt(each));
      assert.deepEqual(failed.map(describeAttempt), []);
      assert.ok(
        new Set(tried.map(({ program }) => program)).size >= LEAST_PROVEN_PER_RULE,
        `fixes proven in fewer than ${LEAST_PROVEN_PER_RULE} programs`,
      );
    });
    it(`${rule} occurs in the examples`, () => {
      assert.ok(programsIn('examples').some((program) => of(program, rule).length > 0));
    });
  }

  it('finds something in every example', () => {
    for (const program of programsIn('examples'))
      assert.ok((findings.get(program) ?? []).length > 0, `${program} is wasteful, and nothing is found`);
  });

  it('the fixes in the examples are proven', { timeout: 600_000 }, async (t) => {
    const tried = await proveFixes(programsIn('examples'), (program) => findings.get(program) ?? []);
    for (const each of tried) t.diagnostic(describeAttempt(each));
    const failed = tried.filter((each) => each.objection !== null && !announced(each));
    assert.deepEqual(failed.map(describeAttempt), []);
  });
});

/** Whether a suggestion says itself that numbers may change, and they do. It must save bytes all the same. */
function announced({ fix, objection, savedBytes }: Awaited<ReturnType<typeof proveFix>>): boolean {
  const says = /precision|other random numbers/.test(fix.check ?? '');
  return (
    fix.applicability === 'suggestion' &&
    says &&
    objection?.startsWith('other output') === true &&
    savedBytes >= NOTICED_BYTES
  );
}

/** Proves every fix on its own: a fix must stand without the others. */
async function proveFixes(programs: readonly string[], findingsOf: (program: string) => readonly Diagnostic[]) {
  const tasks = programs.flatMap((program) =>
    findingsOf(program).flatMap((finding) => finding.fixes.map((fix) => ({ program, finding, fix }))),
  );
  return inParallel(tasks, availableParallelism(), proveFix);
}

async function proveFix({ program, finding, fix }: { program: string; finding: Diagnostic; fix: Fix }) {
  const text = readProgram(program);
  const { objection, before, after } = await proveText(program, applyFix(text, fix));
  const savedBytes = before.peakBytes - after.peakBytes;
  const place = `${basename(program)}:${finding.range.start.line + 1} ${finding.rule}`;
  return { program, fix, place, title: `${fix.title} (${fix.applicability})`, objection, savedBytes };
}

function describeAttempt({ place, title, objection, savedBytes }: Awaited<ReturnType<typeof proveFix>>): string {
  return `${place}: ${title}: ${objection ?? `saves ${savedBytes} B`}`;
}
