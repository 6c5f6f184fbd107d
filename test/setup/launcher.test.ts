/**
 * `server/bin/bytelens.mjs` has to run where little else does: under an old Node.js, before anything is built.
 */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'bytelens-launcher-'));
const launcher = join(folder, 'server/bin/bytelens.mjs');
cpSync(join(repository, 'server/bin'), join(folder, 'server/bin'), { recursive: true });
after(() => rmSync(folder, { recursive: true }));

const launch = (node: string, ...args: string[]) => spawnSync(node, [launcher, ...args], { encoding: 'utf8' });

test('says what to do when nothing is built', () => {
  const { status, stdout, stderr } = launch(process.execPath, 'check', '.');
  assert.equal(status, 2);
  assert.equal(stdout, '');
  assert.match(stderr, /npm run build/);
});

test('hands arguments, streams and the exit code through', () => {
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'dist/server.mjs'), 'console.log(process.argv.slice(2).join("|")); process.exitCode = 3;');
  const { status, stdout } = launch(process.execPath, 'facts', 'a b.ts');
  assert.equal(status, 3);
  assert.equal(stdout, 'facts|a b.ts\n');
});

test('says which Node.js it needs when there is only an old one', (context) => {
  const old = spawnSync('/usr/bin/node', ['--version'], { encoding: 'utf8' }).stdout ?? '';
  if (!/^v(1\d|20|21)\./.test(old)) return context.skip('this machine has no old Node.js');
  const { status, stderr } = launch('/usr/bin/node', 'facts');
  assert.equal(status, 2);
  assert.match(stderr, /needs Node\.js 22 or newer/);
});

test('finds the Node.js among the dependencies', async () => {
  const { installedNode } = (await import(join(repository, 'server/bin/find-node.mjs'))) as {
    installedNode: () => string | undefined;
  };
  const node = installedNode();
  assert.ok(node);
  assert.match(spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout, /^v2[2-9]\./);
});
