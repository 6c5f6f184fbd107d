/**
 * `npm run bench:core`: `evaluate` beside numpy-ts's chained calls, numexpr, NumPy and the bandwidth of memory, in one
 * run. Every peer does the same expressions on arrays of the same size and dtype; rounds of ours and of Python's are
 * interleaved, and medians are printed. Nothing is asserted.
 *
 * `--sizes 1e5,1e6`, `--dtypes float64`, `--rounds 7` choose less or more.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as numpy from 'numpy-ts';
import { evaluate, shared } from '../../core/src/index.ts';
import { setThreads, warmUp } from '../../core/src/threads/pool.ts';
import { pythonWith } from '../core/support/python.ts';
import { Random } from '../core/support/random.ts';

type AnyArray = numpy.NDArray;
type DType = 'float64' | 'float32' | 'uint8';

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1e5,1e6,1e7' },
    dtypes: { type: 'string', default: 'float64,float32,uint8' },
    rounds: { type: 'string', default: '5' },
    child: { type: 'boolean', default: false },
  },
});
const SIZES = options.sizes.split(',').map(Number);
const DTYPES = options.dtypes.split(',') as DType[];
const ROUNDS = Number(options.rounds);

interface Expression {
  readonly text: string;
  /** The chained calls; `keep` notes an intermediate array, which is disposed once the time is taken. */
  readonly chained: (a: AnyArray, b: AnyArray, keep: (array: unknown) => AnyArray) => unknown;
  /** The same in NumPy's functions, for Python's `eval`. */
  readonly numpy: string;
}

const EXPRESSIONS: readonly Expression[] = [
  {
    text: '2*a + 3*b',
    chained: (a, b, keep) => keep(a.multiply(2)).add(keep(b.multiply(3))),
    numpy: '2*a + 3*b',
  },
  {
    text: 'a**2 + b**2 + 2*a*b',
    chained: (a, b, keep) => keep(keep(a.power(2)).add(keep(b.power(2)))).add(keep(keep(a.multiply(2)).multiply(b))),
    numpy: 'a**2 + b**2 + 2*a*b',
  },
  {
    text: 'sqrt(a*a + b*b)',
    chained: (a, b, keep) => numpy.sqrt(keep(keep(a.multiply(a)).add(keep(b.multiply(b))))),
    numpy: 'np.sqrt(a*a + b*b)',
  },
  {
    text: 'sin(a)*exp(b)',
    chained: (a, b, keep) => keep(numpy.sin(a)).multiply(keep(numpy.exp(b))),
    numpy: 'np.sin(a)*np.exp(b)',
  },
  {
    text: 'where(a > b, a, b)',
    chained: (a, b, keep) => numpy.where(keep(a.greater(b)), a, b),
    numpy: 'np.where(a > b, a, b)',
  },
  { text: 'sum(a*b)', chained: (a, b, keep) => numpy.sum(keep(a.multiply(b))), numpy: 'np.sum(a*b)' },
];

/** Answers each line `expression` with the milliseconds of every peer, as JSON. */
const PYTHON = `
import json, sys, time, warnings
warnings.simplefilter('ignore')
import numpy as np, numexpr as ne
size, dtype, seed = int(sys.argv[1]), sys.argv[2], 1
rng = np.random.default_rng(seed)
make = lambda: rng.integers(0, 256, size).astype(dtype) if dtype == 'uint8' else rng.random(size).astype(dtype)
a, b = make(), make()
out = np.empty(size, dtype)
def ms(f):
  start = time.perf_counter(); f(); return (time.perf_counter() - start) * 1e3
for line in sys.stdin:
  text, code = json.loads(line)
  results = {}
  compiled = compile(code, 'x', 'eval')
  results['NumPy'] = ms(lambda: eval(compiled))
  for threads in (1, 2):
    ne.set_num_threads(threads)
    try:
      like = ne.evaluate(text)
      target = np.empty(like.shape, like.dtype)
      results['numexpr %d' % threads] = ms(lambda: ne.evaluate(text))
      results['numexpr %d, out' % threads] = ms(lambda: ne.evaluate(text, out=target))
    except Exception as error:
      results['numexpr %d' % threads] = None
  results['np.add, out'] = ms(lambda: np.add(a, b, out=out))
  print(json.dumps(results), flush=True)
`;

function environment(): NodeJS.ProcessEnv {
  // The machine's hints for old OpenBLAS builds slow NumPy down; this run uses none of OpenBLAS's functions.
  const { OPENBLAS_CORETYPE: _, OPENBLAS_L2_SIZE: __, ...rest } = process.env;
  return rest;
}

interface Peers {
  ask(expression: Expression): Promise<Record<string, number | null>>;
  end(): void;
}

function startPeers(python: string, size: number, dtype: DType): Peers {
  const child = spawn(python, ['-c', PYTHON, String(size), dtype], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: environment(),
  });
  const lines = createInterface({ input: child.stdout });
  return {
    async ask({ text, numpy: code }) {
      child.stdin.write(`${JSON.stringify([text, code])}\n`);
      const [line] = (await once(lines, 'line')) as [string];
      return JSON.parse(line) as Record<string, number | null>;
    },
    end: () => child.stdin.end(),
  };
}

function fill(array: AnyArray, random: Random): AnyArray {
  const { data, dtype } = array.storage;
  for (let index = 0; index < data.length; index++) data[index] = dtype === 'uint8' ? random.below(256) : random.next();
  return array;
}

/** The time of a run, after which all that it made is disposed. */
function milliseconds(run: (keep: (array: unknown) => AnyArray) => unknown): number {
  const made: unknown[] = [];
  const keep = (array: unknown) => {
    made.push(array);
    return array as AnyArray;
  };
  const started = performance.now();
  made.push(run(keep));
  const took = performance.now() - started;
  for (const each of made) (each as { dispose?(): void } | null)?.dispose?.();
  return took;
}

interface Arrays {
  readonly a: AnyArray;
  readonly b: AnyArray;
  readonly out: AnyArray | null;
}

/** A result to write into, of the dtype that the expression gives; null for a reduction of everything. */
function target(
  text: string,
  a: AnyArray,
  b: AnyArray,
  empty: (shape: number[], dtype: 'float64') => AnyArray,
): AnyArray | null {
  const like = evaluate(text, { a: a.slice(':8'), b: b.slice(':8') }) as AnyArray | number;
  return typeof like === 'object' ? empty([a.size], like.dtype as 'float64') : null;
}

type Run = (keep: (array: unknown) => AnyArray) => unknown;

function ours({ text, chained }: Expression, pool: Arrays, own: Arrays): Record<string, Run> {
  /** Into `out`, which stays; or a new array, which is handed on to be disposed. */
  const run =
    ({ a, b, out }: Arrays, threads: number, into: boolean) =>
    () => {
      setThreads(threads);
      const result = evaluate(text, { a, b }, into && out !== null ? { out } : {});
      return into || typeof result !== 'object' ? null : result;
    };
  return {
    'ours, pool': run(pool, 1, false),
    'ours, pool, out': run(pool, 1, true),
    'ours, shared 1, out': run(own, 1, true),
    'ours, shared 2, out': run(own, 2, true),
    'numpy-ts': (keep) => chained(pool.a, pool.b, keep),
  };
}

function median(times: readonly number[]): number {
  return [...times].sort((x, y) => x - y)[times.length >> 1] as number;
}

const COLUMNS = [
  ...['ours, pool', 'ours, pool, out', 'ours, shared 1, out', 'ours, shared 2, out', 'numpy-ts', 'NumPy'],
  ...['numexpr 1', 'numexpr 1, out', 'numexpr 2', 'numexpr 2, out', 'np.add, out'],
];

function row(text: string, times: ReadonlyMap<string, number[]>): string {
  const of = (name: string) => (times.has(name) ? median(times.get(name) as number[]) : Number.NaN);
  const shown = (value: number) =>
    (Number.isNaN(value) ? '–' : value < 10 ? value.toFixed(2) : value.toFixed(1)).padStart(7);
  const best = of('ours, shared 2, out');
  const rival = of('numexpr 2, out');
  const cells = COLUMNS.map((name) => shown(of(name)));
  return `${text.padEnd(20)} ${cells.join(' ')} ${shown(best / rival)} ${shown(best / of('np.add, out'))}`;
}

/** One dtype and size; in a process of its own, since numpy-ts's pool never joins what it has cut up. */
async function measure(dtype: DType, size: number): Promise<void> {
  numpy.configureWasm({ maxMemory: 2 * 2 ** 30 });
  const python = pythonWith('numpy', 'numexpr');
  warmUp();
  const heads = COLUMNS.map((_, index) => `[${index + 1}]`.padStart(7)).join(' ');
  console.log(`\n${dtype}, ${size.toLocaleString('en')} elements`);
  console.log(`${''.padEnd(20)} ${heads} ${'/ne'.padStart(7)} ${'/bw'.padStart(7)}`);
  const random = new Random(size);
  const pool = [0, 1].map(() => fill(numpy.empty([size], dtype) as AnyArray, random)) as [AnyArray, AnyArray];
  const own = pool.map((array) => shared.array(array)) as [AnyArray, AnyArray];
  const peers = python === null ? null : startPeers(python, size, dtype);
  for (const expression of EXPRESSIONS) {
    const { text } = expression;
    const poolOut = target(text, ...pool, (shape, of) => numpy.empty(shape, of) as AnyArray);
    const ownOut = target(text, ...own, (shape, of) => shared.empty(shape, of));
    const runs = ours(expression, { a: pool[0], b: pool[1], out: poolOut }, { a: own[0], b: own[1], out: ownOut });
    const times = new Map<string, number[]>();
    const note = (round: number, name: string, took: number) => {
      // Two rounds to warm up: V8 compiles a kernel anew while it runs, and the system gives memory when it is touched.
      if (round >= 0) times.set(name, [...(times.get(name) ?? []), took]);
    };
    for (let round = -2; round < ROUNDS; round++) {
      for (const [name, run] of Object.entries(runs)) note(round, name, milliseconds(run));
      const theirs = (await peers?.ask(expression)) ?? {};
      for (const [name, took] of Object.entries(theirs)) if (took !== null) note(round, name, took);
    }
    console.log(row(text, times));
    poolOut?.dispose();
  }
  peers?.end();
}

if (options.child) {
  await measure(DTYPES[0] as DType, SIZES[0] as number);
} else {
  console.log(
    `Milliseconds, medians of ${ROUNDS} interleaved rounds. Last columns: ours on shared memory with 2 threads,`,
  );
  console.log('over numexpr with 2 threads and `out`, and over the bandwidth limit.');
  for (const dtype of DTYPES) {
    for (const size of SIZES) {
      const args = ['--child', '--dtypes', dtype, '--sizes', String(size), '--rounds', options.rounds];
      const child = spawn(process.execPath, [fileURLToPath(import.meta.url), ...args], { stdio: 'inherit' });
      await once(child, 'exit');
    }
  }
  console.log(`\n${COLUMNS.map((name, index) => `[${index + 1}] ${name}`).join('   ')}`);
}
