// A job runner: config parsing, several jobs in parallel, retries, memo cache, JSON report, explicit dispose.
import * as np from 'numpy-ts';
import { defaults, type JobConfig, merge } from './lib/jobs.ts';

type Result = { id: string; checksum: string; shape: readonly number[] };

const memo = new Map<string, np.NDArray>();
const log: string[] = [];

function kernel(size: number): np.NDArray {
  const key = `k${size}`;
  const cached = memo.get(key);
  if (cached !== undefined) return cached;
  const x = np.linspace(-2, 2, size);
  const g = np.exp(x.multiply(x).negative());
  const k2 = np.outer(g, g);
  const normal = k2.divide(Number(np.sum(k2)));
  memo.set(key, normal);
  return normal;
}

async function produce(cfg: JobConfig): Promise<np.NDArray> {
  await new Promise((r) => setTimeout(r, 1));
  if (cfg.size <= 0) throw new RangeError(`bad size ${cfg.size}`);
  const base = np.arange(cfg.size * cfg.size).reshape(cfg.size, cfg.size);
  return np.mod(base, cfg.modulus);
}

async function withRetry<T>(work: () => Promise<T>, attempts: number): Promise<T | null> {
  for (let i = 0; i < attempts; i++) {
    try {
      return await work();
    } catch (error) {
      log.push(`${i}:${(error as Error).message}`);
    }
  }
  return null;
}

function transform(grid: np.NDArray, cfg: JobConfig): np.NDArray {
  let out = grid;
  if (cfg.invert) out = out.multiply(-1).add(cfg.modulus - 1);
  if (cfg.smooth) {
    const a = np.roll(out, 1, 0);
    const b = np.roll(out, -1, 0);
    const s = a.add(b).add(out).divide(3);
    a.dispose();
    b.dispose();
    out = s;
  }
  return out;
}

async function job(id: string, overrides: Partial<JobConfig>): Promise<Result | null> {
  const cfg = merge(defaults, overrides);
  const grid = await withRetry(() => produce(cfg), 2);
  if (grid === null) return null;
  const done = transform(grid, cfg);
  const k = kernel(32);
  const corner = done.slice(':32', ':32').copy();
  const score = Number(np.sum(corner.multiply(k)));
  return { id, checksum: `${Number(np.sum(done)).toFixed(2)}/${score.toFixed(4)}`, shape: done.shape };
}

const results = await Promise.all([
  job('plain', {}),
  job('inverted', { invert: true }),
  job('smooth', { smooth: true, size: 384 }),
  job('broken', { size: -1 }),
]);
for (const r of results) console.log(r === null ? 'none' : JSON.stringify(r));
console.log(log.join(';'));

const big = np.arange(400_000);
const squares = big.multiply(big);
const roots = np.sqrt(squares);
squares.dispose();
console.log('roots', Number(np.max(roots)), roots.dtype);
const status = np.zeros([400_000]);
const handlers: Record<string, (i: number) => void> = {
  ok: (i) => status.iset(i, 1),
  fail: (i) => status.iset(i, 2),
  skip: () => undefined,
};
const kinds = ['ok', 'ok', 'fail', 'skip'];
for (let i = 0; i < 400_000; i++) handlers[kinds[i % 4]!]!(i);
console.log('status', Number(np.sum(status)), Number(np.count_nonzero(status)));
const scale = np.full([400_000], 0.5, 'float32');
const weighted = scale.multiply(roots).add(1).divide(2).subtract(0.25);
console.log('weighted', weighted.dtype, Number(np.mean(weighted)).toFixed(4));
