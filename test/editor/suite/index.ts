/**
 * What VS Code runs: Mocha over all test files of this folder, inside the extension host.
 */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { report } from './control.ts';

const TEST_LIMIT_MS = 90_000;

export async function run(): Promise<void> {
  // Mocha is an ES module; an `import` statement would become a `require` here, which hosts answer differently.
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ ui: 'bdd', timeout: TEST_LIMIT_MS });
  for (const file of readdirSync(__dirname).filter((name) => name.endsWith('.test.cjs'))) {
    mocha.addFile(join(__dirname, file));
  }

  // Kept and handed to the launcher at the end: an extension host has no terminal.
  const results = { passed: [] as string[], skipped: [] as string[], failed: [] as { title: string; error: string }[] };
  const failures = await new Promise<number>((resolve) => {
    mocha
      .run(resolve)
      .on('pass', (test) => results.passed.push(test.fullTitle()))
      .on('pending', (test) => results.skipped.push(test.fullTitle()))
      .on('fail', (test, error) =>
        results.failed.push({ title: test.fullTitle(), error: String(error?.stack ?? error) }),
      );
  });
  await report(results);
  if (failures > 0) throw new Error(`${failures} tests failed.`);
}
