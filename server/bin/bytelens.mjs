#!/usr/bin/env node
/**
 * The `bytelens` command: picks a Node.js that is new enough and hands over to the built program.
 */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { installedNode, isNewEnough, OLDEST_NODE } from './find-node.mjs';

const WRONG_SET_UP = 2;
const program = new URL('../../dist/server.mjs', import.meta.url);

if (!existsSync(program)) {
  fail('bytelens is not built yet. Run `npm run build` first.');
} else if (isNewEnough()) {
  await import(program.href);
} else {
  handOver(installedNode());
}

/** Runs the same command line under another Node.js, with the same streams, and takes over its exit code. */
function handOver(node) {
  if (node === undefined) {
    fail(`bytelens needs Node.js ${OLDEST_NODE} or newer; this is ${process.version}. Run \`npm install\` to get one.`);
    return;
  }
  const done = spawnSync(node, [fileURLToPath(program), ...process.argv.slice(2)], { stdio: 'inherit' });
  if (done.error) throw done.error;
  if (done.signal) process.kill(process.pid, done.signal);
  else process.exitCode = done.status ?? WRONG_SET_UP;
}

function fail(message) {
  console.error(message);
  process.exitCode = WRONG_SET_UP;
}
