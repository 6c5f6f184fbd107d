/** `bytelens facts`: what is known of every array expression, as JSON or as a table. */
import type { FileFacts, FunctionFacts, Site } from '../analysis/api.ts';
import { formatBytes } from '../format/bytes.ts';
import { variantsText } from '../present/variants.ts';
import type { Failure } from './check.ts';
import { type FactsJson, factsJson, Lines } from './convert.ts';
import { errorsJson, toJson } from './report/json.ts';
import type { Paint } from './terminal.ts';

export interface FileToShow {
  readonly shown: string;
  readonly facts: FileFacts;
  readonly measured: ReadonlySet<Site>;
}

export function jsonFacts(files: readonly FileToShow[], errors: readonly Failure[]): string {
  return toJson({
    version: 1,
    files: files.map(({ shown, facts, measured }): FactsJson => factsJson(shown, facts, measured)),
    errors: errorsJson(errors),
  });
}

export function prettyFacts(files: readonly FileToShow[], paint: Paint): string {
  return files.map((file) => `${fileTable(file, paint)}\n`).join('\n');
}

function fileTable({ shown, facts }: FileToShow, paint: Paint): string {
  const lines = new Lines(facts.text);
  const at = (offset: number): string => {
    const { line, character } = lines.position(offset);
    return `${line + 1}:${character + 1}`;
  };
  const out = [paint(['bold', 'underline'], shown)];
  for (const { span, message } of facts.parseErrors) {
    out.push(`  ${at(span.start)}  ${paint('red', 'syntax error')}  ${message}`);
  }
  const rows = facts.sites.map((site) => [at(site.span.start), nameOf(site), typeOf(site), costOf(site)]);
  out.push(...table(rows), ...peaks(facts.functions, at));
  if (out.length === 1) out.push('  no arrays');
  return out.join('\n');
}

const LONGEST_NAME = 40;

/** The name, or the code; of long code its start and its end, because a chain's last call is what it is about. */
function nameOf(site: Site): string {
  const text = site.name ?? site.text.replaceAll(/\s+/g, ' ').replaceAll(' .', '.');
  if (text.length <= LONGEST_NAME) return text;
  const half = (LONGEST_NAME - 1) / 2;
  return `${text.slice(0, Math.floor(half))}…${text.slice(-Math.ceil(half))}`;
}

function typeOf({ dtype, shape, variants }: Site): string {
  if (variants) return variantsText(variants).type;
  const axes = shape === null ? '[…]' : `[${shape.map((axis) => (axis === null ? '?' : String(axis))).join(', ')}]`;
  return `${dtype === null ? '?' : [dtype].flat().join('|')} ${axes}`;
}

function costOf({ nbytes, atMost, resident, storage, unknown, variants }: Site): string {
  if (variants) return `${variantsText(variants).bytes}${storage === 'view' ? ', a view' : ''}`;
  const most = atMost?.value ?? null;
  if (nbytes === null && most !== null) return `at most ${formatBytes(most)}`;
  if (nbytes === null) return `unknown${unknown ? `: ${unknown.message}` : ''}`;
  const size = nbytes.value === null ? `${nbytes} B` : formatBytes(nbytes.value);
  if (storage === 'view') return `${size}, a view`;
  const more = resident?.value ?? null;
  return more === null || more === nbytes.value ? size : `${size}, takes ${formatBytes(more)}`;
}

function peaks(functions: readonly FunctionFacts[], at: (offset: number) => string): string[] {
  const known = functions.flatMap(({ name, span, peak }) =>
    peak === null || peak.value === 0 ? [] : [{ name, span, peak }],
  );
  return table(
    known.map(({ name, span, peak }) => [
      at(span.start),
      name,
      'holds at most',
      peak.value === null ? `${peak} B` : formatBytes(peak.value),
    ]),
  );
}

/** Columns as wide as their widest cell; the last one is not padded. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, i) => {
      widths[i] = Math.max(widths[i] ?? 0, cell.length);
    });
  return rows.map(
    (row) => `  ${row.map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i] ?? 0))).join('  ')}`,
  );
}
