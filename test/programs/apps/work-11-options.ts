import * as np from 'numpy-ts';
import type { NDArray } from 'numpy-ts';

type Kind = 'call' | 'put' | 'asian' | 'barrier';
interface Contract { kind: Kind; strike: number; barrier?: number }
class Rng {
  static #instance?: Rng;
  static get instance(): Rng { return (Rng.#instance ??= new Rng(11)); }
  private constructor(seed: number) { np.random.seed(seed); }
  normals(n: number, m: number): NDArray { return np.random.standard_normal([n, m]) as NDArray; }
}
class MonteCarlo {
  readonly s0: number; readonly r: number; readonly sigma: number; readonly years: number;
  constructor(p: { s0: number; r?: number; sigma?: number; years?: number }) {
    const { s0, r = 0.02, sigma = 0.2, years = 1 } = p;
    this.s0 = s0; this.r = r; this.sigma = sigma; this.years = years;
  }
  paths(n: number, steps: number): NDArray {
    const dt = this.years / steps;
    const z = Rng.instance.normals(n, steps);
    const inc = z.multiply(this.sigma * Math.sqrt(dt)).add((this.r - this.sigma ** 2 / 2) * dt);
    return np.exp(np.cumsum(inc as NDArray, 1)).multiply(this.s0) as NDArray;
  }
  antithetic(n: number, steps: number): NDArray {
    const z = Rng.instance.normals(n / 2, steps);
    const both = np.concatenate([z, np.negative(z)], 0);
    const dt = this.years / steps;
    const w = np.cumsum(both.multiply(Math.sqrt(dt)), 1);
    const t = np.linspace(dt, this.years, steps);
    const drift = t.multiply(this.r - this.sigma ** 2 / 2);
    return np.exp(np.add(w.multiply(this.sigma), drift)).multiply(this.s0) as NDArray;
  }
  payoff(paths: NDArray, c: Contract): NDArray {
    const last = paths.slice(':', '-1') as NDArray;
    switch (c.kind) {
      case 'call': return np.maximum(last.subtract(c.strike), 0) as NDArray;
      case 'put': return np.maximum(np.subtract(np.full(last.shape as number[], c.strike), last), 0) as NDArray;
      case 'asian': return np.maximum(np.subtract(np.mean(paths, 1) as NDArray, c.strike), 0) as NDArray;
      case 'barrier': {
        const alive = np.less(np.max(paths, 1) as NDArray, c.barrier ?? Infinity) as NDArray;
        return np.multiply(np.maximum(last.subtract(c.strike), 0), alive) as NDArray;
      }
      default: throw new Error(c.kind satisfies never);
    }
  }
  price(paths: NDArray, c: Contract): { price: string; se: string; dtype: string } {
    const pay = this.payoff(paths, c).multiply(Math.exp(-this.r * this.years)) as NDArray;
    return { price: Number(pay.mean()).toFixed(4), se: (Number(pay.std()) / Math.sqrt(pay.size)).toFixed(4), dtype: pay.dtype };
  }
}

const mc = new MonteCarlo({ s0: 100 });
const book: Contract[] = [{ kind: 'call', strike: 100 }, { kind: 'put', strike: 95 }, { kind: 'asian', strike: 100 }, { kind: 'barrier', strike: 100, barrier: 130 }];
const paths = mc.paths(5000, 50);
console.log(paths.shape, paths.dtype, paths.nbytes);
for (const c of book) console.log(c.kind, mc.price(paths, c));
const anti = mc.antithetic(5000, 50);
for (const c of book) console.log(c.kind, mc.price(anti, c));
const bumped = new MonteCarlo({ ...mc, s0: 101 });
const up = np.multiply(paths, 1.01) as NDArray;
const delta = book.map((c) => ((Number(bumped.payoff(up, c).mean()) - Number(mc.payoff(paths, c).mean())) / 1).toFixed(4));
console.log(delta);
const lastCol = paths.slice(':', '-1').copy() as NDArray;
const sorted = np.sort(lastCol) as NDArray;
paths.slice(':', '-1').fill(0);
console.log(np.percentile(sorted, 5), np.percentile(lastCol, 95), Number(paths.slice(':', '-1').sum()));
const logret = np.diff(np.log(anti), 1, 1) as NDArray;
const cov = np.cov(logret.slice('0:200'), undefined, true);
console.log(logret.shape, cov.shape, cov.dtype);
const realized = logret.std(1) as NDArray;
const buckets = np.histogram(realized, 5);
console.log(realized.dtype, realized.shape, buckets.map((b) => b.shape));
const itm = np.greater(lastCol, 100) as NDArray;
const itmPaths = np.compress(itm, paths, 0) as NDArray;
const chosen = paths.bindex(itm, 0);
console.log(itm.dtype, itmPaths.shape[1], chosen.shape[0] === itmPaths.shape[0]);
