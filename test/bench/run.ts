/**
 * `npm run bench`: how long after a key the editor has what Bytelens says, and how long tsserver takes for its errors
 * after the same key, on the same files, in turns, in one run. Ratios are what counts: times depend on the machine.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CAPABLE, Editor } from '../server/support/editor.ts';
import { source } from './corpus.ts';
import { TsServer } from './tsserver.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const BYTELENS = join(root, 'dist/server.mjs');
/** The options that the extension starts the server with. */
const AS_IN_THE_EDITOR = ['--max-semi-space-size=8'];

/** Keys that are typed in each file; the first few warm both servers up and are not counted. */
const EDITS = 30;
const WARM = 5;
/** Starts of each server on each file. */
const STARTS = 3;

/** What is typed: one line of the file, and what stands there after each key. */
interface Typing {
  readonly name: string;
  readonly line: string;
  readonly key: (n: number) => string;
}

const TYPINGS: readonly Typing[] = [
  { name: 'array code', line: '  const factor = 2;', key: (n) => `  const factor = ${n + 2};` },
  { name: 'other code', line: '  let cents = 0;', key: (n) => `  let cents = ${n};` },
];

interface Case {
  readonly name: string;
  readonly files: ReadonlyMap<string, string>;
  /** The file that is open and typed in. */
  readonly open: string;
}

function cases(): Case[] {
  const single = [300, 1000, 5000].map((lines) => ({
    name: `${lines.toLocaleString('en')} lines`,
    files: new Map([['main.ts', source(lines)]]),
    open: 'main.ts',
  }));
  const project = new Map<string, string>();
  for (let n = 0; n < 100; n++) {
    const header =
      n % 10 === 0
        ? ''
        : `import { tuned as other } from './file${n - (n % 10)}.ts';\nexport const shared = other(512);`;
    project.set(`file${n}.ts`, source(150, header));
  }
  return [...single, { name: '100 files', files: project, open: 'file10.ts' }];
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bytelens-bench-'));
  try {
    console.log('edit → diagnostics, in ms                Bytelens        tsserver geterr       ratio');
    console.log('                                       median    p95    median    p95     median');
    for (const c of cases()) await runCase(join(folder, c.name.replaceAll(/\W/g, '-')), c);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runCase(folder: string, c: Case): Promise<void> {
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  symlinkSync(join(root, 'node_modules/numpy-ts'), join(folder, 'node_modules/numpy-ts'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module", "dependencies": { "numpy-ts": "1.7.0" } }');
  const compilerOptions = {
    target: 'esnext',
    module: 'nodenext',
    strict: true,
    noEmit: true,
    allowImportingTsExtensions: true,
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
  for (const [name, text] of c.files) writeFileSync(join(folder, name), text);
  const path = join(folder, c.open);
  const text = c.files.get(c.open) as string;

  const starts = { ours: [] as number[], theirs: [] as number[] };
  for (let n = 0; n < STARTS; n++) {
    const last = n === STARTS - 1;
    const ours = await startOurs(path, text);
    starts.ours.push(ours.ms);
    const theirs = await startTheirs(path, text);
    starts.theirs.push(theirs.ms);
    if (last) {
      for (const typing of TYPINGS) await type(c, typing, path, text, ours, theirs.server);
      const [a, b] = [memory(ours.editor.process.pid), memory(theirs.server.process.pid)];
      console.log(
        `${c.name}: memory ${mib(a)} against ${mib(b)}, ratio ${(a / b).toFixed(2)}; start to first diagnostics ` +
          `${median(starts.ours).toFixed(0)} ms against ${median(starts.theirs).toFixed(0)} ms, ratio ` +
          `${(median(starts.ours) / median(starts.theirs)).toFixed(2)} (medians of ${STARTS})\n`,
      );
    }
    await ours.editor[Symbol.asyncDispose]();
    await theirs.server.close();
  }
}

type Ours = Awaited<ReturnType<typeof startOurs>>;

async function startOurs(path: string, text: string) {
  const from = performance.now();
  const { editor } = await Editor.start(BYTELENS, CAPABLE, null, AS_IN_THE_EDITOR);
  const document = await editor.open(path, text);
  await editor.diagnostics(document);
  return { editor, document, ms: performance.now() - from };
}

async function startTheirs(path: string, text: string) {
  const from = performance.now();
  const server = new TsServer();
  server.open(path, text);
  await server.errors(path);
  return { server, ms: performance.now() - from };
}

/** The same keys for both servers, one after the other. */
async function type(c: Case, t: Typing, path: string, text: string, ours: Ours, theirs: TsServer): Promise<void> {
  const line = text.split('\n').indexOf(t.line);
  if (line < 0) throw new Error(`${c.name} has no line "${t.line}"`);
  let now = t.line;
  const times = { ours: [] as number[], theirs: [] as number[] };
  for (let n = 0; n < EDITS + WARM; n++) {
    const next = n === EDITS + WARM - 1 ? t.line : t.key(n);
    let from = performance.now();
    await ours.editor.edit(ours.document, now, next);
    await ours.editor.diagnostics(ours.document);
    const a = performance.now() - from;
    from = performance.now();
    theirs.change(path, line + 1, 1, now.length + 1, next);
    await theirs.errors(path);
    const b = performance.now() - from;
    if (n >= WARM) {
      times.ours.push(a);
      times.theirs.push(b);
    }
    now = next;
  }
  const figures = [median(times.ours), p95(times.ours), median(times.theirs), p95(times.theirs)];
  const ratio = median(times.ours) / median(times.theirs);
  console.log(
    `${`${c.name}, ${t.name}`.padEnd(36)}${figures.map((f) => f.toFixed(1).padStart(9)).join('')}${ratio.toFixed(2).padStart(11)}`,
  );
}

const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);
const median = (values: readonly number[]): number => sorted(values)[values.length >> 1] as number;
const p95 = (values: readonly number[]): number => sorted(values)[Math.ceil(values.length * 0.95) - 1] as number;
const mib = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MiB`;

/** What a process holds in physical memory, in bytes. */
function memory(pid: number | undefined): number {
  const found = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(found?.[1]) * 1024;
}

await main();
