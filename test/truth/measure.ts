/** Runs a program, instrumented, and says what each of its sites really was. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ts } from 'ts-morph';
import { runChild } from './child.ts';
import { type FunctionSite, instrument, type Site } from './instrument.ts';
import type { PeakRecord, RunPlan, RunReport, SiteRecord } from './records.ts';

/** What one file of a program really did. */
export interface FileTruth {
  readonly path: string;
  readonly sites: readonly { readonly site: Site; readonly record: SiteRecord }[];
  readonly peaks: readonly { readonly function: FunctionSite; readonly record: PeakRecord }[];
}

export interface ProgramTruth {
  readonly program: string;
  readonly files: readonly FileTruth[];
  /** Why the run failed, or null. Sites that ran before a failure are still true. */
  readonly failure: string | null;
  readonly stdout: string;
}

const PRELOADS = ['serve.ts', 'meter.ts', 'recorder.ts'].map((name) => fileURLToPath(new URL(name, import.meta.url)));

/** Instruments `program` and every local module that it imports, runs it, and reads the records. */
export async function measure(program: string, timeoutMs = 60_000): Promise<ProgramTruth> {
  const sources: Record<string, string> = {};
  const files: { path: string; sites: readonly Site[]; functions: readonly FunctionSite[] }[] = [];
  let site = 0;
  let fn = 0;
  for (const path of localModules(resolve(program))) {
    const { code, sites, functions } = instrument(readFileSync(path, 'utf8'), path, { site, function: fn });
    sources[pathToFileURL(path).href] = code;
    files.push({ path, sites, functions });
    site += sites.length;
    fn += functions.length;
  }
  const plan: RunPlan = { sources };
  const run = await runChild<RunReport>(resolve(program), { preload: PRELOADS, plan, timeoutMs });
  const report = run.report ?? { sites: [], peaks: [] };
  const bySite = new Map(report.sites.map((record) => [record.site, record]));
  const byFunction = new Map(report.peaks.map((record) => [record.function, record]));
  return {
    program,
    stdout: run.stdout,
    failure: run.code === 0 ? null : run.timedOut ? `ran longer than ${timeoutMs} ms` : run.stderr.trim(),
    files: files.map(({ path, sites, functions }) => ({
      path,
      sites: sites.flatMap((each) => pair('site', each, bySite.get(each.id))),
      peaks: functions.flatMap((each) => pair('function', each, byFunction.get(each.id))),
    })),
  };
}

function pair<Key extends string, Value, Rec>(key: Key, value: Value, record: Rec | undefined) {
  if (record === undefined) return [];
  return [{ [key]: value, record } as Record<Key, Value> & { record: Rec }];
}

/** `entry` and the files that it imports by relative path, directly or not. */
export function localModules(entry: string): string[] {
  const found = new Set<string>();
  const queue = [entry];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    const info = ts.preProcessFile(readFileSync(path, 'utf8'), true, true);
    for (const { fileName } of info.importedFiles) {
      if (!fileName.startsWith('.')) continue;
      const target = join(dirname(path), fileName);
      if (/\.[cm]?[jt]sx?$/.test(target) && existsSync(target)) queue.push(target);
    }
  }
  return [...found];
}
