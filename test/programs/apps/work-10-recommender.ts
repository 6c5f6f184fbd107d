import * as np from 'numpy-ts';
import type { NDArray } from 'numpy-ts';

np.random.seed(3);
interface Options { users?: number; items?: number; rank?: number; reg?: number; epochs?: number; onEpoch?: (e: number, rmse: number, model: Readonly<Model>) => void }
interface Model { P: NDArray; Q: NDArray; bu: NDArray; bi: NDArray; mu: number }

const defaults = { users: 400, items: 300, rank: 16, reg: 0.02, epochs: 3 } satisfies Options;

function ratings(users: number, items: number): { R: NDArray; M: NDArray } {
  const u = np.random.normal(0, 1, [users, 4]) as NDArray;
  const v = np.random.normal(0, 1, [items, 4]) as NDArray;
  const R = np.clip(np.round(np.add(np.matmul(u, v.T), 3)), 1, 5) as NDArray;
  const M = np.less(np.random.random([users, items]) as NDArray, 0.3) as NDArray;
  return { R, M };
}

function train(R: NDArray, M: NDArray, options: Options = {}): Model {
  const { users, items, rank, reg, epochs, onEpoch } = { ...defaults, ...options };
  const W = M.astype('float64') as NDArray;
  const mu = Number(np.sum(R.multiply(W))) / Number(np.sum(W));
  const model: Model = {
    P: (np.random.normal(0, 0.1, [users, rank]) as NDArray),
    Q: (np.random.normal(0, 0.1, [items, rank]) as NDArray),
    bu: np.zeros([users, 1]),
    bi: np.zeros([1, items]),
    mu,
  };
  const lr = 0.002;
  for (let e = 0; e < epochs; e++) {
    const pred = predict(model);
    const err = np.multiply(np.subtract(R, pred), W) as NDArray;
    const P0 = model.P;
    model.P = np.add(model.P, np.subtract(np.matmul(err, model.Q), model.P.multiply(reg)).multiply(lr)) as NDArray;
    model.Q = np.add(model.Q, np.subtract(np.matmul(err.T, P0), model.Q.multiply(reg)).multiply(lr)) as NDArray;
    model.bu = model.bu.add((np.sum(err, 1, true) as NDArray).multiply(lr)) as NDArray;
    model.bi = model.bi.add((np.sum(err, 0, true) as NDArray).multiply(lr)) as NDArray;
    const rmse = Math.sqrt(Number(np.sum(np.square(err))) / Number(np.sum(W)));
    onEpoch?.(e, rmse, model);
  }
  return model;
}
function predict({ P, Q, bu, bi, mu }: Model): NDArray {
  return np.add(np.add(np.add(np.matmul(P, Q.T), bu), bi), mu) as NDArray;
}
function* topN(scores: NDArray, seen: NDArray, n: number): Generator<[user: number, items: number[]]> {
  const s = scores.copy() as NDArray;
  np.putmask(s, seen, -Infinity);
  const order = np.argsort(s, 1);
  for (let u = 0; u < s.shape[0]!; u += 100) {
    const row = (order.slice(String(u)).tolist() as (number | bigint)[]).map(Number);
    yield [u, row.slice(-n).reverse()];
  }
}
const { R, M } = ratings(defaults.users, defaults.items);
const checkpoints: Model[] = [];
const log: string[] = [];
const model = train(R, M, {
  onEpoch(e, rmse, m) {
    log.push(`${e}:${rmse.toFixed(4)}`);
    checkpoints.push({ ...m, P: m.P.copy() as NDArray, Q: m.Q });
  },
});
console.log(log, checkpoints.length, checkpoints[0]!.P.shape, checkpoints[0]!.P.dtype);
const scores = predict(model);
console.log(scores.shape, scores.dtype, Number(scores.mean()).toFixed(4));
for (const [u, items] of topN(scores, M, 3)) console.log(u, items);
console.log(Number.isFinite(Number(scores.min())), R.dtype, M.dtype, Number(R.max()));
// cosine similarity of items
const norms = np.sqrt(np.sum(np.square(model.Q), 1, true) as NDArray);
const unit = model.Q.divide(norms) as NDArray;
const sim = np.matmul(unit, unit.T);
np.fill_diagonal(sim, 0);
const best = np.argmax(sim, 1) as NDArray;
console.log(sim.shape, best.dtype, best.shape, Number(sim.max()) < 1.0001);
const popularity = np.sum(M, 0) as NDArray;
console.log(popularity.dtype, popularity.shape, Number(popularity.sum()));
const counts = M.astype('int64').sum(1) as NDArray;
const perUser = np.divide(np.sum(np.where(M, R, 0), 1) as NDArray, np.maximum(counts, 1));
console.log(perUser.dtype, Number(np.mean(perUser)).toFixed(4));
