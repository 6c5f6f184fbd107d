/** Edits as people make them, and worse: after each, what is kept from before must not show. */
import { readFileSync } from 'node:fs';
import type { Laws } from 'bytelens/laws';
import { Analyzer } from '../../server/src/analysis/analyzer.ts';
import { Random } from '../support/random.ts';
import { contradictions, OneText, said } from './islands-compare.ts';

const KEYS = ['x', '(', ')', '{', '}', '"', ' ', ';', '`', '/', '*', '.', ','];

/** One random edit of a text: of a line, a number, or a single character. */
export function edited(text: string, rng: Random, serial: number): string {
  const lines = text.split('\n');
  const at = rng.int(0, lines.length - 1);
  const line = lines[at] as string;
  const column = rng.int(0, line.length);
  const alternatives: readonly (() => void)[] = [
    () => lines.splice(at, 1),
    () => lines.splice(at, 0, line),
    () => lines.splice(at, 1, line.replace(/\d+/, String(rng.int(1, 9)))),
    () => lines.splice(at, 1, line.slice(0, column) + rng.pick(KEYS) + line.slice(column)),
    () => lines.splice(at, 1, line.slice(0, column) + line.slice(column + 1)),
    () => lines.splice(at, 0, rng.pick(['// note', '', `const q${serial} = 1;`, `let k${serial} = [1, 2];`])),
  ];
  rng.pick(alternatives)();
  return lines.join('\n');
}

/** Edits programs at random and compares, after each edit, with an analysis that has seen nothing before. */
export function editAtRandom(laws: Laws, programs: readonly string[], seed: number, rounds: number): string[] {
  const rng = new Random(seed);
  const wrong: string[] = [];
  for (let round = 0; round < rounds; round++) {
    const path = rng.pick(programs);
    const host = new OneText(path, readFileSync(path, 'utf8'));
    const analyzer = new Analyzer({ host, laws });
    said(analyzer, path);
    for (let n = 0; n < 6; n++) {
      host.text = edited(host.text, rng, n);
      analyzer.invalidate(path);
      const fresh = new Analyzer({ host, laws });
      const whole = new Analyzer({ host, laws, whole: true });
      const after = `${path}, seed ${seed}, round ${round}, edit ${n}`;
      if (said(analyzer, path) !== said(fresh, path)) wrong.push(`${after}: something is left of what was before`);
      for (const d of contradictions(fresh.facts(path), whole.facts(path)))
        wrong.push(`${after}: ${d.place} is ${d.islands} in an island, ${d.whole} in the whole`);
    }
  }
  return wrong;
}
