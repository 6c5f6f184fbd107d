import * as np from 'numpy-ts';
// data loading with an async main
interface Config { rows: number; cols: number; dtype: 'float32' | 'float64'; shuffle?: boolean; seed?: number }
async function load(cfg: Config): Promise<{ X: np.NDArray; y: np.NDArray }> {
  await new Promise((r) => setTimeout(r, 1));
  const X = np.arange(0, cfg.rows * cfg.cols, 1, cfg.dtype).reshape(cfg.rows, cfg.cols);
  const y = np.zeros([cfg.rows]);
  for (let i = 0; i < cfg.rows; i++) if (i % 3 === 0) y.set([i], 1);
  return { X, y };
}
function standardise(X: np.NDArray, stats?: { mu: np.NDArray; sd: np.NDArray }) {
  const mu = stats?.mu ?? (X.mean(0) as np.NDArray);
  const sd = stats?.sd ?? (X.std(0) as np.NDArray);
  return { out: X.subtract(mu).divide(sd), mu, sd };
}
async function main(): Promise<void> {
  const { X, y } = await load({ rows: 2000, cols: 16, dtype: 'float32' });
  const train = standardise(X.slice(':1500', ':').copy());
  const test = standardise(X.slice('1500:', ':'), train);
  console.log(train.out.shape, train.out.dtype, test.out.shape, Number(test.out.mean()).toFixed(3));
  const w = np.linspace(0.5, 1, 2000);
  console.log(Number(y.multiply(w).sum()).toFixed(5), Number(y.mean()).toFixed(5));
  const cls = [0, 1].map((c) => X.bindex(y.equal(c), 0));
  console.log(cls.map((c) => c.shape.join('x')).join(' '));
  const other = await load({ rows: 100, cols: 4, dtype: 'float64' });
  other.y.slice('0:50').fill(0);
  console.log(other.X.dtype, Number(other.y.sum()));
  const parts = await Promise.all([10, 20].map((rows) => load({ rows, cols: 2, dtype: 'float64' })));
  console.log(parts.map((p) => Number(p.X.sum())).join());
}
await main();
const { X, y } = await load({ rows: 300, cols: 3, dtype: 'float64' });
const Xc = X.copy();
for (let i = 0; i < 300; i++) Xc.set([i, 0], -1);
console.log(Number(X.sum()), Number(Xc.sum()), Number(y.sum()));
