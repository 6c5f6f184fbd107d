/** Prints comparisons for people: what is wrong first, then what was no array, then how much is known, then why the rest is not. */
import { relative } from 'node:path';
import type { Comparison, Unknown } from './compare.ts';

const MOST_REASONS = 25;
const EXAMPLES_PER_REASON = 3;

export function render(all: Comparison, programs: number): string {
  const lines: string[] = [];
  for (const each of all.wrong) {
    lines.push(`WRONG ${place(each)}  ${each.what}: claimed ${each.claimed}, really ${each.real}    ${each.text}`);
  }
  for (const each of all.phantoms) {
    lines.push(`PHANTOM ${place(each)}  claimed ${each.claimed}, no array in this run    ${each.text}`);
  }
  lines.push(
    `${programs} programs, ${all.sites} array sites`,
    `  known dtype         ${share(all.knownDtype, all.sites)}`,
    `  known dtype + rank  ${share(all.knownRank, all.sites)}`,
    `  known bytes         ${share(all.knownBytes, all.sites)}`,
    `  bytes at most       ${share(all.boundedBytes, all.sites)} more`,
    `  known peaks         ${share(all.knownPeaks, all.functions)} of functions that ran`,
    `  wrong               ${all.wrong.length}`,
    `  phantoms            ${all.phantoms.length}`,
  );
  const ranked = rank(all.unknown);
  if (ranked.length > 0) lines.push('Unknown, by reason (dtype/shape/bytes):');
  for (const { reason, counts, examples } of ranked.slice(0, MOST_REASONS)) {
    lines.push(`  ${counts.dtype}/${counts.shape}/${counts.nbytes}  ${reason}`);
    for (const example of examples) lines.push(`      ${place(example)}  ${example.text}`);
  }
  if (ranked.length > MOST_REASONS) lines.push(`  … and ${ranked.length - MOST_REASONS} more reasons`);
  return lines.join('\n');
}

const place = (at: { path: string; line: number }) => `${relative(process.cwd(), at.path)}:${at.line}`;
const share = (part: number, whole: number) =>
  `${part} of ${whole} (${whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`})`;

function rank(unknown: readonly Unknown[]) {
  const reasons = Map.groupBy(unknown, (each) => each.reason);
  return [...reasons]
    .map(([reason, each]) => ({
      reason,
      total: each.length,
      counts: {
        dtype: each.filter(({ what }) => what === 'dtype').length,
        shape: each.filter(({ what }) => what === 'shape').length,
        nbytes: each.filter(({ what }) => what === 'nbytes').length,
      },
      examples: [...new Map(each.map((one) => [`${one.path}:${one.line}:${one.text}`, one])).values()].slice(
        0,
        EXAMPLES_PER_REASON,
      ),
    }))
    .sort((a, b) => b.total - a.total);
}
