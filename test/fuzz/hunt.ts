/** Holds what the analysis says of programs against what they do: facts against records, safe fixes against output. */
import type { Laws } from 'bytelens/laws';
import { Analyzer } from '../../server/src/analysis/analyzer.ts';
import { DEFAULT_CONFIG } from '../../server/src/analysis/api.ts';
import { applyEdits } from '../../server/src/analysis/whatif/edits.ts';
import { factsJson } from '../../server/src/cli/convert.ts';
import { compare, type Wrong } from '../truth/compare.ts';
import { type Measured, measureAll, type Ran, runAll } from './batch.ts';
import { textOf } from './generate.ts';

export interface HuntOptions {
  readonly laws: Laws;
  readonly facts: boolean;
  readonly fixes: boolean;
  /** Findings below this are not looked at: small, so that small arrays try the rules too. */
  readonly minBytes: number;
  /** Each fix alone too, where there are several; else only all of them together. */
  readonly singles: boolean;
}

export interface Failure {
  readonly kind: 'fact' | 'fix' | 'crash';
  /** What stays the same while the program is made smaller. */
  readonly key: string;
  readonly detail: string;
}

export interface Checked {
  /** Whether the program ran, so that there was something to compare. */
  readonly ran: boolean;
  readonly why: string | null;
  readonly fixes: number;
  /** Whether it prints something else in memory that was used otherwise: then its fixes are not compared. */
  readonly random: boolean;
  readonly failures: readonly Failure[];
}

const PATH = '/fuzz/program.ts';

function analyzerOf(text: string, options: HuntOptions): Analyzer {
  const host = { read: (path: string) => (path === PATH ? text : null) };
  return new Analyzer({ host, laws: options.laws, config: { ...DEFAULT_CONFIG, minBytes: options.minBytes } });
}

interface Version {
  readonly title: string;
  readonly original: string;
  readonly text: string;
}

/** The program with all safe fixes, and with each alone. */
function versionsOf(text: string, options: HuntOptions): Version[] {
  const analyzer = analyzerOf(text, options);
  const all = (): Version => ({ title: 'all', original: text, text: analyzer.fixAll(PATH, 'safe').text });
  if (!options.singles) {
    const fixed = all();
    return fixed.text === text ? [] : [fixed];
  }
  const single = analyzer.findings(PATH).flatMap((finding) =>
    analyzer
      .fixes(PATH, finding.id)
      .filter((fix) => fix.applicability === 'safe')
      .map((fix) => ({ title: `${finding.rule}: ${fix.title}`, original: text, text: applyEdits(text, fix.edits) })),
  );
  return single.length < 2 ? single : [...single, all()];
}

function factFailures(text: string, measured: Measured, options: HuntOptions): Failure[] {
  const facts = factsJson(PATH, analyzerOf(text, options).facts(PATH), new Set());
  const { wrong, phantoms } = compare(facts, measured.truth);
  const branches = /^\s*if \(|^.* \? .* : /m.test(text);
  const at = (each: { line: number; text: string }): string => `line ${each.line}: ${each.text}`;
  return [
    ...wrong
      .filter((each) => !(branches && isMore(each)))
      .map((each) => ({
        kind: 'fact' as const,
        key: each.what,
        detail: `${each.what}: claimed ${each.claimed}, really ${each.real}    ${at(each)}`,
      })),
    ...phantoms.map((each) => ({
      kind: 'fact' as const,
      key: 'phantom',
      detail: `claimed an array ${each.claimed}, there was none    ${at(each)}`,
    })),
  ];
}

/** A peak is the most that any execution holds: this one may have taken the cheaper branch. */
function isMore({ what, claimed, real }: Wrong): boolean {
  return what === 'peak' && Number(claimed) > Number.parseInt(real, 10);
}

function attempt<T>(failures: Failure[], body: () => T): T | null {
  try {
    return body();
  } catch (error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    failures.push({ kind: 'crash', key: detail.split('\n')[0] ?? '', detail });
    return null;
  }
}

/** Checks programs, all in one or two child processes. */
export async function checkAll(programs: readonly (readonly string[])[], options: HuntOptions): Promise<Checked[]> {
  const texts = programs.map(textOf);
  const measured = await measureAll(texts);
  const failures: Failure[][] = texts.map(() => []);
  const versions = texts.map((text, i): readonly Version[] => {
    const run = measured[i] as Measured;
    const own = failures[i] as Failure[];
    if (!usable(run)) return [];
    if (options.facts) own.push(...(attempt(own, () => factFailures(text, run, options)) ?? []));
    return options.fixes ? (attempt(own, () => versionsOf(text, options)) ?? []) : [];
  });
  // What came before in the process is in the pool too: what is wrong must be so in a process of its own.
  for (const [i, own] of failures.entries()) {
    if (!own.some((f) => f.kind === 'fact')) continue;
    const [alone] = await measureAll([texts[i] as string]);
    const rest = own.filter((f) => f.kind !== 'fact');
    const facts = alone && usable(alone) ? factFailures(texts[i] as string, alone, options) : [];
    failures[i] = [...rest, ...facts];
  }
  const withFixes = versions.flatMap((each, i) => (each.length > 0 ? [i] : []));
  const originals = withFixes.map((i) => texts[i] as string);
  const fixed = withFixes.flatMap((i) => (versions[i] as readonly Version[]).map((v) => ({ i, ...v })));
  const ran = await runAll([...originals, ...fixed.map((v) => v.text)]);
  const before = new Map(withFixes.map((i, n) => [i, ran[n] as Ran]));
  for (const [n, version] of fixed.entries()) {
    if (before.get(version.i)?.stdout !== measured[version.i]?.stdout) continue;
    const failure = fixFailure(version, before.get(version.i) as Ran, ran[originals.length + n] as Ran);
    if (failure) failures[version.i]?.push(failure);
  }
  return texts.map((_, i) => ({
    ran: usable(measured[i] as Measured),
    why: (measured[i] as Measured).failure,
    fixes: versions[i]?.length ?? 0,
    random: before.has(i) && before.get(i)?.stdout !== measured[i]?.stdout,
    failures: failures[i] ?? [],
  }));
}

const usable = (run: Ran): boolean => run.failure === null && !run.full;

function fixFailure(version: Version, before: Ran, after: Ran): Failure | null {
  if (!usable(before) || after.full) return null;
  if (after.failure === null && before.stdout === after.stdout) return null;
  const rule = version.title.split(':')[0] ?? '';
  const output = after.failure ?? differing(before.stdout, after.stdout);
  return { kind: 'fix', key: rule, detail: `${version.title}\n${output}\n${changed(version)}` };
}

/** The lines of a fixed program that the original does not have. */
function changed({ original, text }: Version): string {
  const known = new Set(original.split('\n'));
  const fresh = text.split('\n').filter((line) => !known.has(line));
  return fresh.map((line) => `fixed:  ${line}`).join('\n');
}

function differing(before: string, after: string): string {
  const other = after.split('\n');
  return before
    .split('\n')
    .flatMap((line, i) => (line === other[i] ? [] : [`before: ${line}\nafter:  ${other[i] ?? ''}`]))
    .join('\n');
}

/** The smallest program that still fails in the same way: statements, and lines inside them, are left away. */
export async function shrink(
  statements: readonly string[],
  failure: Failure,
  options: HuntOptions,
): Promise<{ readonly statements: readonly string[]; readonly failure: Failure }> {
  let best = { statements, failure };
  const tryAll = async (candidates: readonly (readonly string[])[]): Promise<boolean> => {
    const narrow = { ...options, facts: failure.kind !== 'fix', fixes: failure.kind !== 'fact' };
    for (let from = 0; from < candidates.length; from += SHRINK_WIDTH) {
      const batch = candidates.slice(from, from + SHRINK_WIDTH);
      const checked = await checkAll(batch, narrow);
      for (const [i, each] of checked.entries()) {
        const again = each.failures.find((f) => f.kind === failure.kind && f.key === failure.key);
        if (!again) continue;
        best = { statements: batch[i] as readonly string[], failure: again };
        return true;
      }
    }
    return false;
  };
  for (let size = Math.ceil(statements.length / 2); size >= 1; ) {
    const candidates: string[][] = [];
    for (let at = best.statements.length - size; at > -size; at -= size) {
      candidates.push(best.statements.filter((_, i) => i < at || i >= at + size));
    }
    if (!(await tryAll(candidates))) size = size === 1 ? 0 : Math.floor(size / 2);
  }
  const lines = best.statements.flatMap((s) => s.split('\n'));
  best = { ...best, statements: lines };
  for (let again = true; again; ) {
    again = await tryAll(best.statements.map((_, at) => best.statements.filter((_, i) => i !== at)));
  }
  return best;
}

const SHRINK_WIDTH = 12;
