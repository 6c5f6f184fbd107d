import * as np from 'numpy-ts';
import type { NDArray } from 'numpy-ts';

// Kalman filter + regression service with caches keyed by object identity
class Cache<K extends object, V> {
  #m = new WeakMap<K, V>();
  memo(key: K, f: (k: K) => V): V {
    let v = this.#m.get(key);
    if (v === undefined) this.#m.set(key, (v = f(key)));
    return v;
  }
}
const gram = new Cache<NDArray, NDArray>();
const xtx = (x: NDArray): NDArray => gram.memo(x, (k) => np.matmul(k.T, k) as NDArray);
np.random.seed(12);
const X = np.random.normal(0, 1, [4000, 20]) as NDArray;
const beta = np.linspace(-1, 1, 20);
const y = np.add(np.dot(X, beta), np.random.normal(0, 0.1, [4000]) as NDArray) as NDArray;

interface Model { readonly coef: NDArray; readonly intercept: number; predict(x: NDArray): NDArray }
function ols(x: NDArray, t: NDArray): Model {
  const coef = np.linalg.solve(xtx(x), np.matmul(x.T, t)) as NDArray;
  return { coef, intercept: 0, predict: (q) => np.matmul(q, coef) as NDArray };
}
function ridge(x: NDArray, t: NDArray, l = 1): Model {
  const g = xtx(x).add(np.eye(x.shape[1]!).multiply(l)) as NDArray;
  const coef = np.linalg.solve(g, np.matmul(x.T, t)) as NDArray;
  return { coef, intercept: 0, predict(q) { return np.matmul(q, this.coef).add(this.intercept) as NDArray; } };
}
function gd(x: NDArray, t: NDArray, { steps = 20, lr = 0.1 } = {}): Model {
  let w = np.zeros([x.shape[1]!]) as NDArray;
  let b = 0;
  for (let i = 0; i < steps; i++) {
    const r = np.subtract(np.matmul(x, w).add(b), t) as NDArray;
    w = w.subtract(np.matmul(x.T, r).multiply(lr / x.shape[0]!)) as NDArray;
    b -= lr * Number(r.mean());
  }
  return { get coef() { return w.copy() as NDArray; }, intercept: b, predict: (q) => np.matmul(q, w).add(b) as NDArray };
}
const models: Record<string, Model> = { ols: ols(X, y), ridge: ridge(X, y, 10), gd: gd(X, y) };
for (const [k, m] of Object.entries(models)) {
  const e = np.subtract(m.predict(X), y) as NDArray;
  console.log(k, Math.sqrt(Number(np.square(e).mean())).toFixed(4), m.coef.shape, m.coef.dtype);
}
const folds = np.array_split(np.arange(4000), 5) as NDArray[];
const scores = folds.map((idx, i) => {
  const test = (idx.tolist() as (number | bigint)[]).map(Number);
  const train = folds.filter((_, j) => j !== i).flatMap((f) => (f.tolist() as (number | bigint)[]).map(Number));
  const m = ols(np.take(X, train, 0) as NDArray, np.take(y, train) as NDArray);
  const e = np.subtract(m.predict(np.take(X, test, 0) as NDArray), np.take(y, test)) as NDArray;
  return Number(np.abs(e).mean()).toFixed(4);
});
console.log(scores);

class Kalman {
  x: NDArray;
  P: NDArray;
  readonly F: NDArray;
  readonly H: NDArray;
  readonly Q: NDArray;
  readonly R: NDArray;
  private log: { x: NDArray; P: NDArray }[] = [];
  constructor(dt = 1) {
    this.x = np.zeros([2, 1]);
    this.P = np.eye(2).multiply(100) as NDArray;
    this.F = np.array([[1, dt], [0, 1]]);
    this.H = np.array([[1, 0]]);
    this.Q = np.eye(2).multiply(0.01) as NDArray;
    this.R = np.array([[4]]);
  }
  predict(): this {
    this.x = np.matmul(this.F, this.x) as NDArray;
    this.P = np.add(np.matmul(np.matmul(this.F, this.P), this.F.T), this.Q) as NDArray;
    return this;
  }
  update(z: number): this {
    const S = np.add(np.matmul(np.matmul(this.H, this.P), this.H.T), this.R);
    const K = np.matmul(np.matmul(this.P, this.H.T), np.linalg.inv(S as NDArray)) as NDArray;
    const inn = np.subtract(np.array([[z]]), np.matmul(this.H, this.x));
    this.x = np.add(this.x, np.matmul(K, inn)) as NDArray;
    this.P = np.matmul(np.subtract(np.eye(2), np.matmul(K, this.H)), this.P) as NDArray;
    this.log.push({ x: this.x, P: this.P.copy() as NDArray });
    return this;
  }
  get track(): NDArray { return np.concatenate(this.log.map((l) => l.x.T)) as NDArray; }
}
const kf = new Kalman();
for (let i = 0; i < 50; i++) kf.predict().update(i * 2 + ((i * 7919) % 5) - 2);
console.log(kf.track.shape, kf.track.dtype, (kf.x.tolist() as number[][]).map((r) => r[0]!.toFixed(3)), kf.P.shape);

const raw = np.round(X.multiply(10)) as NDArray;
const Z = raw.copy() as NDArray;
const standard = { mean: Z.mean(0) as NDArray, std: Z.std(0) as NDArray };
const zs = Z.subtract(standard.mean).divide(standard.std) as NDArray;
np.copyto(Z, zs);
console.log(Number(raw.sum()), Number(Z.sum()).toFixed(6), zs.dtype, standard.std.shape);
const { u, s, vt } = (() => { const r = np.linalg.svd(xtx(X)) as unknown; const [a, b, c] = Array.isArray(r) ? r : Object.values(r as object); return { u: a, s: b, vt: c } as Record<'u' | 's' | 'vt', NDArray>; })();
console.log(u!.shape, s!.shape, vt!.shape, u!.dtype);
const { q, r } = np.linalg.qr(X) as { q: NDArray; r: NDArray };
console.log(q!.shape, r!.shape, Number(np.abs(np.subtract(np.matmul(q!, r!), X)).max()) < 1e-9);
const w = np.linalg.eigvalsh?.(xtx(X));
console.log(w?.shape, w?.dtype);
