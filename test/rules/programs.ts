/** The programs that the rules are tested on, analysed once per process, and everything their fixes make of them. */
import { readFileSync } from 'node:fs';
import { ts } from 'ts-morph';
import { Analyzer } from '../../server/src/analysis/analyzer.ts';
import {
  type Config,
  DEFAULT_CONFIG,
  type Finding,
  type Fix,
  type Host,
  type Span,
} from '../../server/src/analysis/api.ts';
import { IslandCache } from '../../server/src/analysis/islands/program.ts';
import { TypeChecker } from '../../server/src/analysis/syntax/checker.ts';
import { applyEdits, sorted } from '../../server/src/analysis/whatif/edits.ts';
import { typeFiles } from '../../server/src/host/type-files.ts';
import { sharedLaws } from '../analysis/support.ts';
import { programsIn } from '../truth/programs.ts';

/** Below this many programs of either kind a rule is not tested. */
export const FEWEST_PROGRAMS = 12;

export const FOLDERS = ['test/programs/rules', 'test/programs/docs', 'examples'] as const;

export interface Program {
  readonly path: string;
  /** `fires/arange-ids.ts` */
  readonly name: string;
  readonly text: string;
}

export interface Fixed {
  readonly program: Program;
  readonly finding: Finding;
  readonly fix: Fix;
  /** The program after this fix alone. */
  readonly text: string;
  /** What it put there, as ranges of that text; an import that it added is none of it. */
  readonly changed: readonly Span[];
  /** For messages: program, rule, title. */
  readonly label: string;
}

export function read(path: string): Program {
  return { path, name: path.split('/').slice(-2).join('/'), text: readFileSync(path, 'utf8') };
}

export function programs(...folders: readonly string[]): Program[] {
  return programsIn(...folders).map(read);
}

/** An analyzer that sees `text` at `path`, and the disk elsewhere. */
export function analyzerOver(path: string, text: string, config: Partial<Config> = {}): Analyzer {
  const host: Host = { read: (p) => (p === path ? text : fromDisk(p)) };
  const options = { host, laws: sharedLaws(), config: { ...DEFAULT_CONFIG, ...config } };
  return new Analyzer(options, new IslandCache(), CHECKER);
}

/** One compiler for all programs, whose settings are the same. */
const CHECKER = new TypeChecker(fromDisk, typeFiles);

function fromDisk(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // A host says null for whatever cannot be read; a missing file and a folder are the same to the analysis.
    return null;
  }
}

const findingsCache = new Map<string, readonly Finding[]>();

export function findingsOf(p: Program): readonly Finding[] {
  const key = `${p.path}\n${p.text}`;
  let found = findingsCache.get(key);
  if (!found) {
    found = analyzerOver(p.path, p.text).findings(p.path);
    findingsCache.set(key, found);
  }
  return found;
}

/** Every fix of every finding of a program. */
export function fixesOf(program: Program): Fixed[] {
  const analyzer = analyzerOver(program.path, program.text);
  return analyzer.findings(program.path).flatMap((finding) =>
    analyzer.fixes(program.path, finding.id).map((fix) => ({
      program,
      finding,
      fix,
      text: applyEdits(program.text, fix.edits),
      changed: changedBy(fix),
      label: `${program.name}: ${finding.rule}: ${fix.title}`,
    })),
  );
}

function changedBy(fix: Fix): Span[] {
  let grown = 0;
  return sorted(fix.edits).flatMap(({ span, newText }) => {
    const start = span.start + grown;
    grown += newText.length - (span.end - span.start);
    return newText.startsWith('import ') ? [] : [{ start, end: start + newText.length }];
  });
}

export function textOf(p: Program, span: { readonly start: number; readonly end: number }): string {
  return p.text.slice(span.start, span.end);
}

/** All comments of a text, in order. */
export function commentsOf(path: string, text: string): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found = new Map<number, string>();
  const collect = (ranges: readonly ts.CommentRange[] | undefined): void => {
    for (const r of ranges ?? []) found.set(r.pos, text.slice(r.pos, r.end));
  };
  const visit = (node: ts.Node): void => {
    if (node.getChildCount(source) === 0) {
      collect(ts.getLeadingCommentRanges(text, node.pos));
      collect(ts.getTrailingCommentRanges(text, node.end));
    }
    for (const child of node.getChildren(source)) visit(child);
  };
  visit(source);
  return [...found].sort(([a], [b]) => a - b).map(([, comment]) => comment);
}

/** Tokens before which a comment may stand without changing what the code means. */
export function commentPlaces(text: string, span: { readonly start: number; readonly end: number }): number[] {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, true, ts.LanguageVariant.Standard, text.slice(0, span.end));
  scanner.resetTokenState(span.start);
  const places: number[] = [];
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    if (scanner.getTokenStart() > span.start) places.push(scanner.getTokenStart());
  }
  return places;
}
