// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// matrices factor, rolling windows, portfolio with map of arrays
const symbols = ['AAA', 'BBB', 'CCC', 'DDD'] as const; type Sym = (typeof symbols)[number];
const DAYS = 60_000;
const prices = new Map<Sym, np.NDArray>(symbols.map((s, i) => [s, np.exp(np.sin(np.arange(DAYS).multiply(0.01 * (i + 1)))).multiply(10 + i)]));
const matrix = np.column_stack([...prices.values()]);
const returns = matrix.slice('1:').divide(matrix.slice(':-1')).subtract(1);
const mu = np.mean(returns, 0) as np.NDArray; const cov = np.cov(returns.transpose());
console.log(matrix.shape, returns.shape, cov.shape, mu.dtype);
const sma = (x: np.NDArray, n: number) => { const c = np.cumsum(x); const out = c.slice(`${n - 1}:`).copy(); const head = c.slice(`:${-n}`); out.slice('1:').data; return out.slice('1:').subtract(head).divide(n); };
const fast = sma(prices.get('AAA')!, 10), slow = sma(prices.get('AAA')!, 50);
const cross = fast.slice(`-${slow.size}:`).greater(slow);
const flips = np.diff(cross.astype('int8'));
console.log(fast.shape, slow.shape, cross.dtype, flips.dtype, Number(np.count_nonzero(flips)));
const alloc: Record<Sym, number> = { AAA: 0.4, BBB: 0.3, CCC: 0.2, DDD: 0.1 };
let value = np.zeros([DAYS]);
for (const s of symbols) { const p = prices.get(s)!; value = value.add(p.divide(Number(p.get([0]))).multiply(alloc[s])); }
const ledger = np.zeros([DAYS, symbols.length], 'float32');
symbols.forEach((s, j) => { ledger.slice(':', `${j}`).fill(alloc[s] * 100); });
const exposure = ledger.multiply(matrix.astype('float32'));
const top = [...prices].sort(([, a], [, b]) => Number(np.max(b)) - Number(np.max(a)))[0]!;
console.log(value.nbytes, exposure.dtype, exposure.nbytes, top[0], top[1].shape);
const dd = value.subtract(np.maximum(value, 1)).divide(value);
const windows = Array.from({ length: 5 }, (_, k) => returns.slice(`${k * 1000}:${(k + 1) * 1000}`));
const vol = np.stack(windows.map((w) => np.std(w, 0) as np.NDArray));
const annual = vol.multiply(Math.sqrt(252));
console.log(dd.dtype, vol.shape, annual.nbytes, Number(np.sum(annual)).toFixed(6));
prices.delete('DDD'); prices.set('AAA', np.zeros([5], 'int8'));
const again = np.concatenate([...prices.values()].slice(1));
const [first] = prices.values();
console.log(again.shape, first!.dtype, prices.size);
