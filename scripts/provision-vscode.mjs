/**
 * Brings the browser VS Code onto this machine: the one inside the npm package code-server, with the Node.js that it
 * needs, in a cache folder that clones share. Does nothing when it is there already. Prints the folder.
 *
 * Nothing is compiled and no install script is run: the two native modules that would need a compiler (a log writer
 * and a watchdog over the parent process) are replaced by plain JavaScript, and ripgrep, which its package would
 * download, comes from a package that has it.
 */

import { createHash, randomUUID } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installedNode } from '../server/bin/find-node.mjs';
import { announce, at, mustRun, npm } from './lib/project.mjs';

const MANIFESTS = ['package.json', 'package-lock.json'].map((name) => at('test/editor/vscode-web', name));
const VSCODE = join('node_modules', 'code-server', 'lib', 'vscode');

/** Chat: large, needs a network, and stands in the way of what a test or a newcomer wants to see. */
const UNWANTED = ['extensions/copilot', 'node_modules/@github'];

const REPLACED = {
  '@vscode/spdlog': `
const { appendFile } = require('node:fs');
const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];
class Logger {
  constructor(file) {
    this.file = file;
    this.level = 2;
    LEVELS.forEach((name, level) => { this[name] = (text) => this.write(level, text); });
  }
  write(level, text) {
    if (level >= this.level) appendFile(this.file, \`[\${LEVELS[level]}] \${text}\\n\`, () => {});
  }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  setPattern() {}
  clearFormatters() {}
  flush() {}
  drop() {}
}
exports.setFlushOn = () => {};
exports.setLevel = () => {};
exports.createRotatingLogger = async (_name, file) => new Logger(file);
exports.createAsyncRotatingLogger = exports.createRotatingLogger;
`,
  '@vscode/native-watchdog': 'exports.start = () => {};\n',
};

/** Resolves to `{ server, node }`: the server's program and the Node.js to run it with. */
export async function provisionVSCode() {
  const hash = createHash('sha256');
  for (const file of [...MANIFESTS, new URL(import.meta.url)]) hash.update(readFileSync(file));
  const folder = join(cacheFolder(), `vscode-web-${hash.digest('hex').slice(0, 12)}`);
  if (!existsSync(folder)) await install(folder);
  return { folder, server: join(folder, VSCODE, 'out', 'server-main.js'), node: nodeIn(folder) };
}

/** Installs beside the final place and moves it there at the end, so that a half-made one is never used. */
async function install(folder) {
  announce('getting VS Code');
  const unfinished = `${folder}.${randomUUID()}`;
  mkdirSync(unfinished, { recursive: true });
  try {
    for (const file of MANIFESTS) copyFileSync(file, join(unfinished, file.split(/[\\/]/).at(-1)));
    const quietly = ['--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error'];
    const vscode = join(unfinished, VSCODE);
    await mustRun(npm('ci', ...quietly), { cwd: unfinished, quiet: true });
    await mustRun(npm('install', ...quietly), { cwd: vscode, quiet: true });
    await mustRun(npm('install', ...quietly), { cwd: join(vscode, 'extensions'), quiet: true });
    for (const path of UNWANTED) rmSync(join(vscode, path), { recursive: true, force: true });
    for (const [name, code] of Object.entries(REPLACED)) replacePackage(join(vscode, 'node_modules', name), name, code);
    const search = join('node_modules', '@vscode', `ripgrep-${process.platform}-${process.arch}`, 'bin');
    cpSync(join(unfinished, search), join(vscode, 'node_modules/@vscode/ripgrep/bin'), { recursive: true });
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

function replacePackage(folder, name, code) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version: '0.0.0', main: 'index.js' }));
  writeFileSync(join(folder, 'index.js'), code);
}

function nodeIn(folder) {
  const node = installedNode(pathToFileURL(join(folder, 'package.json')));
  if (node === undefined) throw new Error(`The browser VS Code does not run on ${process.platform}-${process.arch}.`);
  return node;
}

function cacheFolder() {
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'bytelens');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log((await provisionVSCode()).folder);
}
