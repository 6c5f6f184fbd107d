/**
 * `npm run laws`: learns what the library's calls return and cost, and writes the table and its report.
 *
 * Takes some minutes on one core. The library runs in a worker that is ended when a call hangs.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { WorkerClient } from '../core/src/laws/client.ts';
import { allTargets, type Coverage, learnTarget } from '../core/src/laws/generate.ts';
import { renderReport } from '../core/src/laws/report.ts';
import { encodeTable } from '../core/src/laws/table.ts';
import type { LawAnswer } from '../core/src/laws/types.ts';

const root = new URL('../', import.meta.url);
const only = process.argv[2] === undefined ? null : new RegExp(process.argv[2]);
const client = new WorkerClient({
  url: new URL('core/src/laws/worker.ts', root),
  timeLimitMs: 2000,
  heapLimitMiB: 1024,
});
const started = performance.now();
const entries = new Map<string, LawAnswer>();
const coverage: Coverage[] = [];
const reflected = client.ask({ kind: 'reflect' }).response;
if (typeof reflected === 'string' || reflected.kind !== 'reflect')
  throw new Error('laws: the library could not be read');
const { reflection } = reflected;

let probes = 0;
let hangs = 0;
const targets = allTargets(reflection);
for (const [index, target] of targets.entries()) {
  if (only !== null && !only.test(JSON.stringify(target))) continue;
  let ended = 0;
  const found = learnTarget(
    target,
    reflection,
    (probe) => {
      // A function that hangs on one pattern mostly hangs on the next ones.
      if (ended >= 3) return { ok: false, reason: 'left out: the function hangs on such arguments', throws: 'hangs' };
      probes++;
      const { response } = client.ask({ kind: 'probe', probe });
      if (typeof response !== 'string' && response.kind === 'probe') return response.answer;
      ended++;
      hangs++;
      return { ok: false, reason: String(response), throws: 'hangs' };
    },
    (key, answer) => entries.set(key, answer),
  );
  coverage.push(found);
  if (process.stderr.isTTY || index % 50 === 0) {
    process.stderr.write(
      `laws: ${index + 1}/${targets.length} targets, ${entries.size} laws, ${Math.round((performance.now() - started) / 1000)} s\n`,
    );
  }
}
client.close();

const about = { library: reflection.version, node: process.version, reflection };
const bytes = encodeTable(entries, about);
const seconds = (performance.now() - started) / 1000;
if (only === null) {
  mkdirSync(new URL('core/src/laws/data/', root), { recursive: true });
  writeFileSync(new URL(`core/src/laws/data/numpy-ts-${reflection.version}.json.gz`, root), bytes);
  writeFileSync(new URL('docs/laws.md', root), renderReport(coverage, { ...about, entries: entries.size }));
}
process.stderr.write(
  `laws: ${entries.size} laws, ${probes} probes, ${hangs} hangs, ${bytes.length} B, ${seconds.toFixed(0)} s\n`,
);
