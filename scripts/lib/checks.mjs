/**
 * Everything that must hold before a change is good, one check after the other, and the sum of their results.
 */

import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { announce, at, node, root, run } from './project.mjs';

/** What `test/editor/run.mjs` ends with where no editor can be had. */
const NO_EDITOR = 75;

const { values: options, positionals: filters } = parseArgs({
  options: { full: { type: 'boolean' }, only: { type: 'string' } },
  allowPositionals: true,
});
const scratch = mkdtempSync(join(tmpdir(), 'bytelens-test-'));

const checks = { types, style, unit: () => unit('test/**/*.test.ts', 'core/**/*.test.ts'), editor };
const chosen = options.full
  ? { sweeps: () => unit('test/**/*.full.ts') }
  : options.only
    ? { [options.only]: checks[options.only] }
    : checks;

const total = { passed: 0, failed: 0 };
try {
  for (const [name, check] of Object.entries(chosen)) {
    if (!check) throw new Error(`No check "${name}". There are: ${Object.keys(checks).join(', ')}.`);
    announce(name);
    const started = performance.now();
    const { passed, failed, note } = await check();
    total.passed += passed;
    total.failed += failed;
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${failed > 0 ? '✖' : '✔'} ${name}: ${note ?? `${passed} passed, ${failed} failed`} (${seconds} s)\n`);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

async function types() {
  return one(await run([node(), at('node_modules/typescript/bin/tsc'), '-b']));
}

async function style() {
  return one(
    await run([node(), at('node_modules/@biomejs/biome/bin/biome'), 'check', '--error-on-warnings'], { quiet: true }),
  );
}

/** The tests that `node --test` runs; file names on the command line choose among them. */
async function unit(...patterns) {
  const files = globSync(patterns, { cwd: root, exclude: ['test/editor/**', '**/node_modules/**'] }).filter(
    (file) => filters.length === 0 || filters.some((part) => file.includes(part)),
  );
  if (files.length === 0) return { passed: 0, failed: 0, note: 'none' };
  const counts = join(scratch, 'unit.json');
  const env = { ...process.env, BYTELENS_COUNTS: counts, ...(options.full ? { FULL: '1' } : {}) };
  const how = [
    '--test',
    `--test-concurrency=${availableParallelism()}`,
    `--test-reporter=${at('scripts/lib/test-reporter.mjs')}`,
    '--test-reporter-destination=stdout',
  ];
  return counted(await run([node(), ...how, ...files], { env }), counts);
}

/** In CI it must run; on a machine with no editor and no way to one, its absence is said. */
async function editor() {
  const counts = join(scratch, 'editor.json');
  const ended = await run([node(), at('test/editor/run.mjs'), '--counts', counts]);
  if (ended.code !== NO_EDITOR) return counted(ended, counts);
  return { passed: 0, failed: process.env.CI ? 1 : 0, note: 'NOT RUN, because there is no VS Code to run it in' };
}

function one({ code }) {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** The counts that a run left behind; a run that failed without a failed test is one failure. */
function counted({ code }, file) {
  let counts = { passed: 0, failed: 0 };
  try {
    counts = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
