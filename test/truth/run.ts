/**
 * `node test/truth/run.ts [--facts FACTS.json] [--json] [FILES…]`: compares facts with runs and prints the result.
 *
 * Without files it takes all programs and examples. Exit code 1 when anything is wrong or a program fails.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { check } from './check.ts';
import { byPath, type Facts } from './facts.ts';
import { allPrograms } from './programs.ts';
import { render } from './report.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { facts: { type: 'string' }, json: { type: 'boolean', default: false } },
});
const programs = positionals.length > 0 ? positionals : allPrograms();
const facts = values.facts === undefined ? undefined : byPath(JSON.parse(readFileSync(values.facts, 'utf8')) as Facts);
const { comparison, failed } = await check(programs, facts);

for (const truth of failed) process.stderr.write(`FAILED ${truth.program}\n${truth.failure}\n`);
process.stdout.write(values.json ? JSON.stringify(comparison) : `${render(comparison, programs.length)}\n`);
process.exitCode = comparison.wrong.length > 0 || failed.length > 0 ? 1 : 0;
