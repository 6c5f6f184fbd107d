/** What `bytelens facts --format json` answers (the contract of the design, section 6), and how to ask for it. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface ArrayFact {
  readonly range: Range;
  readonly text: string;
  readonly name: string | null;
  readonly library: string | null;
  readonly dtype: string | readonly string[] | null;
  /** A string is a symbolic size; a null axis is not known. */
  readonly shape: readonly (number | string | null)[] | null;
  readonly nbytes: number | null;
  readonly formula: string | null;
  readonly atMost: number | null;
  readonly resident: number | null;
  readonly storage: 'owns' | 'view' | 'unknown';
  readonly order: 'C' | 'F' | 'none' | 'unknown';
  readonly unknown: string | null;
  /** All that it is, one time and another, where it is several things and each is known. */
  readonly variants: readonly Variant[] | null;
}

export interface Variant {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly nbytes: number;
  readonly resident: number | null;
}

export interface FunctionFact {
  readonly name: string;
  readonly range: Range;
  readonly peakBytes: number | null;
}

export interface FileFacts {
  readonly path: string;
  readonly arrays: readonly ArrayFact[];
  readonly functions: readonly FunctionFact[];
}

export interface Facts {
  readonly version: 1;
  readonly files: readonly FileFacts[];
}

/** The command line tool, run from its sources. */
export const BYTELENS = fileURLToPath(new URL('../../server/src/main.ts', import.meta.url));
export const hasBytelens = (): boolean => existsSync(BYTELENS);

const MOST_OUTPUT_BYTES = 512 * 1024 * 1024;

/**
 * Runs `bytelens` and returns its exit code and output. A wrong usage or an internal error (2) with no output is an
 * error here too; with output, the files that it names as failed simply have no facts.
 */
export async function bytelens(args: readonly string[]): Promise<{ code: number; stdout: string }> {
  const flags = ['--no-warnings', BYTELENS, ...args];
  try {
    const { stdout } = await promisify(execFile)(process.execPath, flags, { maxBuffer: MOST_OUTPUT_BYTES });
    return { code: 0, stdout };
  } catch (error) {
    const failed = error as { code?: unknown; stdout?: string; stderr?: string };
    if (typeof failed.code === 'number' && failed.stdout) {
      if (failed.stderr) process.stderr.write(failed.stderr);
      return { code: failed.code, stdout: failed.stdout };
    }
    throw new Error(`bytelens ${args.join(' ')} failed with ${String(failed.code)}: ${failed.stderr ?? ''}`);
  }
}

/** Asks the analysis about `files`, all in one process. Keys are absolute paths. */
export async function factsOf(files: readonly string[]): Promise<Map<string, FileFacts>> {
  const { stdout } = await bytelens(['facts', ...files, '--format', 'json']);
  return byPath(JSON.parse(stdout) as Facts);
}

export function byPath(facts: Facts): Map<string, FileFacts> {
  return new Map(facts.files.map((file) => [resolve(file.path), file]));
}
