/**
 * What every fix of every finding must keep to, in all programs that the project has. That a fixed program prints the
 * same with fewer bytes is proven in `test/proof`.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Finding } from '../../server/src/analysis/api.ts';
import { mapSpan, overlap } from '../../server/src/analysis/whatif/edits.ts';
import { closeLaws } from '../analysis/support.ts';
import { analyzerOver, commentPlaces, commentsOf, type Fixed, FOLDERS, fixesOf, programs, textOf } from './programs.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MOST_ROUNDS = 10;

after(closeLaws);

describe('fixes', () => {
  let fixed: Fixed[] = [];
  const all = programs(...FOLDERS);
  before(() => {
    fixed = all.flatMap(fixesOf);
  });

  /** One assertion over all fixes; every fix that fails is named. */
  const holds = (name: string, test: (f: Fixed) => string | null): void => {
    it(name, () => {
      const failed = fixed.flatMap((f) => {
        const problem = test(f);
        return problem === null ? [] : `${f.label}: ${problem}`;
      });
      assert.deepEqual(failed, []);
    });
  };

  it('are many', () => {
    const rules = new Set(fixed.map((f) => f.finding.rule));
    for (const rule of rules) {
      const programs = new Set(fixed.filter((f) => f.finding.rule === rule).map((f) => f.program.path));
      assert.ok(programs.size >= 10, `${rule} is fixed in ${programs.size} programs only`);
    }
  });

  holds('have edits inside the text that do not overlap', ({ fix, program }) => {
    if (fix.edits.length === 0) return 'no edits';
    if (overlap(fix.edits)) return 'overlap';
    return fix.edits.every(({ span }) => span.start >= 0 && span.start <= span.end && span.end <= program.text.length)
      ? null
      : 'outside';
  });

  holds('bear the title that the finding promised', ({ finding, fix }) =>
    finding.fixTitles.includes(fix.title) ? null : `not in ${finding.fixTitles}`,
  );

  holds('say what to check, unless they are safe', ({ fix }) => {
    if (fix.applicability === 'safe') return fix.check === null ? null : 'safe, with something to check';
    return fix.check ? null : 'nothing to check';
  });

  holds('parse', ({ program, text }) => {
    const { parseErrors } = analyzerOver(program.path, text).facts(program.path);
    return parseErrors[0]?.message ?? null;
  });

  holds('leave their rule silent where they change something', (f) =>
    surprise(
      f,
      (x) => x.rule === f.finding.rule && f.changed.some((c) => c.start <= x.span.end && x.span.start <= c.end),
    ),
  );

  holds('bring no finding of any rule where they are safe', (f) =>
    f.fix.applicability === 'safe' ? surprise(f, () => true) : null,
  );

  holds('raise no peak where they are safe', ({ fix, program, text }) => {
    if (fix.applicability !== 'safe') return null;
    const peaks = (t: string) =>
      analyzerOver(program.path, t)
        .facts(program.path)
        .functions.map((x) => [x.name, x.peak?.value ?? null] as const);
    const [was, is] = [peaks(program.text), peaks(text)];
    if (was.length !== is.length) return 'other functions';
    const higher = was.find(([, n], i) => n !== null && (is[i]?.[1] ?? 0) > n);
    return higher ? `${higher[0]} holds more` : null;
  });

  holds('keep every comment', ({ program, text }) => {
    const left = commentsOf(program.path, text);
    return commentsOf(program.path, program.text).find((c) => !left.includes(c)) ?? null;
  });

  it('keep comments inside what they change, or are not offered', () => {
    const failed: string[] = [];
    for (const f of fixed.filter(first)) {
      const places = commentPlaces(f.program.text, f.finding.span);
      for (const [comment, space] of [
        ['/* kept */', ' '],
        ['// kept', '\n'],
      ] as const) {
        const text = withComments(f.program.text, places, comment + space);
        for (const g of fixesOf({ ...f.program, text })) {
          if (g.finding.rule !== f.finding.rule) continue;
          const lost = commentsOf(g.program.path, text).length - commentsOf(g.program.path, g.text).length;
          if (lost > 0) failed.push(`${g.label} loses ${lost} in ${textOf(g.program, g.finding.span)}`);
        }
      }
    }
    assert.deepEqual(failed, []);
  });

  holds('keep line breaks as they are', (f) => same(f, (t) => t.replaceAll('\n', '\r\n')));

  holds('indent with tabs where the program does', (f) =>
    same(f, (t) => t.replaceAll(/^(?: {2})+/gm, (spaces) => '\t'.repeat(spaces.length / 2))),
  );

  it('converge, safe ones and all', () => {
    for (const p of all) {
      for (const which of ['safe', 'suggestions'] as const) {
        const { text, applied } = analyzerOver(p.path, p.text).fixAll(p.path, which);
        const left = fixesOf({ ...p, text }).filter((f) => which === 'suggestions' || f.fix.applicability === 'safe');
        assert.ok(applied < MOST_ROUNDS || left.length === 0, `${p.name}: ${which} do not converge`);
        assert.deepEqual(
          left.map((f) => f.label),
          [],
          `${p.name}: ${which} left after ${applied}`,
        );
        assert.equal(analyzerOver(p.path, text).fixAll(p.path, which).text, text, p.name);
      }
    }
  });

  it('type-check', { timeout: 300_000 }, () => {
    assert.equal(typeErrors(fixed), '');
  });
});

/** The text with a comment at each of the places. */
function withComments(text: string, places: readonly number[], comment: string): string {
  return [...places].reverse().reduce((t, at) => t.slice(0, at) + comment + t.slice(at), text);
}

/** One fix for each kind of rewriting in each program. */
function first(f: Fixed, i: number, all: readonly Fixed[]): boolean {
  const kind = (x: Fixed): string => `${x.program.path} ${x.finding.id} ${x.fix.title}`;
  return all.findIndex((x) => kind(x) === kind(f)) === i;
}

/** Findings after a fix that are not those that were there before it. */
function surprise(f: Fixed, counts: (finding: Finding) => boolean): string | null {
  const { program, finding, fix, text } = f;
  const there = (x: Finding): Set<string> => new Set([x.rule + key(mapSpan(x.span, fix.edits))]);
  const before = analyzerOver(program.path, program.text).findings(program.path);
  const expected = new Set(before.filter((x) => x.id !== finding.id).flatMap((x) => [...there(x)]));
  const after = analyzerOver(program.path, text).findings(program.path);
  const found = after.find((x) => counts(x) && !expected.has(x.rule + key(x.span)));
  return found ? `${found.rule} on ${text.slice(found.span.start, found.span.end)}` : null;
}

function key(s: { readonly start: number; readonly end: number } | null): string {
  return s ? `@${s.start}:${s.end}` : '@gone';
}

/** Whether fixing what `change` makes of the program gives what `change` makes of the fixed program. */
function same(f: Fixed, change: (text: string) => string): string | null {
  const program = { ...f.program, text: change(f.program.text) };
  const expected = change(f.text);
  const results = fixesOf(program).filter((g) => g.finding.rule === f.finding.rule && g.fix.title === f.fix.title);
  return results.some((g) => g.text === expected) ? null : (results[0]?.text ?? 'no such fix');
}

/** What the compiler says of all fixed programs, checked in one run. */
function typeErrors(fixed: readonly Fixed[]): string {
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, '.cache/fixed-'));
  try {
    fixed.forEach(({ program, text, label }, i) => {
      const path = join(folder, `${i}${extname(program.path)}`);
      const there = (specifier: string): string => join(dirname(program.path), specifier);
      const resolved = text.replaceAll(
        /(from |import\()'(\.[^']*)'/g,
        (_, how: string, s: string) => `${how}'${there(s)}'`,
      );
      writeFileSync(path, `// ${label}\n${resolved}`);
    });
    const config = { extends: '../../test/programs/tsconfig.json', include: ['./*'] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', folder], { encoding: 'utf8' });
    return '';
  } catch (error) {
    const { stdout } = error as { stdout?: string };
    if (stdout === undefined) throw error;
    // Files that the programs import are checked elsewhere, with settings of their own.
    const mine = /^\S*fixed-\w+\/(?<index>\d+)\.\w+(?<rest>\(.*)$/;
    return stdout
      .split('\n')
      .flatMap((line) => {
        const found = mine.exec(line)?.groups;
        return found ? `${fixed[Number(found.index)]?.label} ${found.rest}` : [];
      })
      .join('\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
