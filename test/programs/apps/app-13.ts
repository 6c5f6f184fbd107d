// Recommender: ratings 0..5, implicit mask, ALS-ish SGD, top-N, evaluation. Config with defaults.
import * as np from 'numpy-ts';

const USERS = 800;
const ITEMS = 600;

interface Config {
  rank: number;
  steps: number;
  rate: number;
  seed?: number;
}

const base: Config = { rank: 8, steps: 4, rate: 0.002 };
const configure = (overrides: Partial<Config> = {}): Config => ({ ...base, ...overrides });

function ratings(): np.NDArray {
  const r = np.zeros([USERS, ITEMS]);
  for (let u = 0; u < USERS; u++) {
    for (let i = u % 7; i < ITEMS; i += 7) r.set([u, i], 1 + ((u * 3 + i * 5) % 5));
  }
  return r;
}

function split(r: np.NDArray): { train: np.NDArray; held: np.NDArray } {
  const train = r.copy();
  const held = np.zeros_like(r);
  for (let u = 0; u < USERS; u += 2) {
    const i = (u * 7) % ITEMS;
    held.set([u, i], Number(r.get([u, i])));
    train.set([u, i], 0);
  }
  return { train, held };
}

function factorise(r: np.NDArray, cfg: Config): { U: np.NDArray; V: np.NDArray; errors: number[] } {
  np.random.seed(cfg.seed ?? 1);
  let U = (np.random.normal(0, 1, [USERS, cfg.rank]) as np.NDArray).multiply(0.1);
  let V = (np.random.normal(0, 1, [ITEMS, cfg.rank]) as np.NDArray).multiply(0.1);
  const mask = np.greater(r, 0).astype('float64');
  const errors: number[] = [];
  for (let s = 0; s < cfg.steps; s++) {
    const e = r.subtract(U.matmul(V.T)).multiply(mask);
    U = U.add(e.matmul(V).multiply(cfg.rate));
    V = V.add(e.T.matmul(U).multiply(cfg.rate));
    errors.push(Math.sqrt(Number(np.sum(e.multiply(e))) / Number(np.sum(mask))));
  }
  return { U, V, errors };
}

function topN(scores: np.NDArray, seen: np.NDArray, n: number): np.NDArray {
  const s = scores.copy();
  const hidden = np.where(np.greater(seen, 0), -Infinity, s) as np.NDArray;
  const order = np.argsort(np.negative(hidden), 1);
  return order.slice(':', `:${n}`).copy();
}

const cfg = configure({ steps: 5 });
const r = ratings();
const { train, held } = split(r);
console.log('ratings', Number(np.sum(r)), Number(np.sum(train)), Number(np.sum(held)));
const { U, V, errors } = factorise(train, cfg);
console.log('errors', errors.map((e) => e.toFixed(4)).join(' '));
const scores = U.matmul(V.T);
const picks = topN(scores, train, 10);
console.log('picks', picks.shape, Number(np.sum(picks)) > 0);
const popular = np.sum(np.greater(r, 3), 0) as np.NDArray;
console.log('popular', popular.dtype, Number(np.max(popular)));
const centred = r.subtract((np.sum(r, 1, true) as np.NDArray).divide(np.maximum(np.sum(np.greater(r, 0), 1, true) as np.NDArray, 1)));
console.log('centred', centred.dtype, Number(np.sum(centred)).toFixed(4));
const implicit = np.zeros([USERS, ITEMS], 'int32');
for (let u = 0; u < USERS; u++) implicit.set([u, (u * 11) % ITEMS], 1);
const cooc = implicit.T.matmul(implicit);
console.log('cooc', cooc.dtype, Number(np.trace(cooc)));
const halves = r.divide(2);
const stars = halves.multiply(2).round().astype('int8').astype('float64');
console.log('stars', Number(np.sum(stars.subtract(r))));
const item = r.slice(':', '7').copy();
const user = r.row(3).copy();
console.log('one', Number(np.sum(item)), Number(np.sum(user)));
if (errors.length !== cfg.steps) throw new Error('bad run');
