/**
 * Brings a clone from whatever state it is in to installed and built, doing only what is missing.
 * Runs on Node 20 with no dependencies.
 */

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { announce, at, mustRun, node, npm } from './project.mjs';

/** What the build reads. */
const SOURCES = [
  'client/src',
  'server/src',
  'core/src',
  'docs/rules',
  'scripts/build.mjs',
  'scripts/lib',
  'package-lock.json',
];
const BUILT = 'dist/server.mjs';

export async function prepare() {
  if (!isInstalled()) {
    announce('installing dependencies');
    await mustRun(npm('ci', '--no-audit', '--no-fund', '--loglevel=error'), { quiet: true });
  }
  if (!isBuilt()) {
    announce('building');
    await mustRun([node(), at('scripts/build.mjs')], { quiet: true });
  }
}

/** Whether each package of the lock file is installed in that version. npm records what it installed. */
function isInstalled() {
  const record = at('node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional, link }]) =>
      !path.startsWith('node_modules/') || optional || link || installed[path]?.version === version,
  );
}

function isBuilt() {
  const built = at(BUILT);
  return existsSync(built) && newest(SOURCES.map((source) => at(source))) < statSync(built).mtimeMs;
}

/** The latest change among files and all files of folders. */
function newest(paths) {
  let latest = 0;
  for (const path of paths) {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) continue;
    const time = stat.isDirectory() ? newest(readdirSync(path).map((name) => join(path, name))) : stat.mtimeMs;
    latest = Math.max(latest, time);
  }
  return latest;
}
