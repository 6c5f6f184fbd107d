import * as np from 'numpy-ts';

const N = 100_000;
const x = np.linspace(-1, 1, N);
const y = np.arange(N).divide(N);

// functions that may hand back what they were given
const same = (a: np.NDArray) => a;
const maybe = (a: np.NDArray, scale?: number) => (scale === undefined ? a : a.multiply(scale));
const ensure2d = (a: np.NDArray) => (a.ndim === 1 ? a.reshape(1, -1) : a);
const a1 = same(x.add(1)).multiply(2).subtract(same(y).square()).add(1);
const a2 = maybe(x).add(maybe(y, 3)).multiply(maybe(x, 2)).add(maybe(y));
const a3 = ensure2d(x).add(ensure2d(y.multiply(2))).square().sum(0) as np.NDArray;
console.log(a1.sum(), a2.sum(), a3.sum(), x.sum(), y.sum());

// reshapes and views between the operations
const b1 = x.reshape(100, 1000).multiply(2).T.add(1).reshape(-1).subtract(y);
const b2 = np.asarray(x).add(np.ascontiguousarray(y)).multiply(np.squeeze(x)).add(np.ravel(y));
const b3 = x.add(1).reshape(10, -1).slice('2:5').multiply(2).ravel().add(1);
const b4 = np.expand_dims(x.multiply(2), 0).add(np.expand_dims(y, 0).multiply(3)).squeeze().add(1);
console.log(b1.sum(), b2.sum(), b3.sum(), b4.sum(), x.max(), y.max());

// conditions, loops, templates
const flip = y.get([5]) > 0;
const c1 = flip ? x.multiply(2).add(y.multiply(3)).subtract(1).square() : x;
const c2 = (flip && x.add(y).multiply(2).add(1)) as np.NDArray;
let c3 = x;
for (let i = 0; i < 3; i++) c3 = c3.multiply(0.5).add(y.multiply(i)).subtract(x.multiply(0.1)).add(0.01);
console.log(`${Number(c1.sum()).toFixed(6)} ${c2.sum()} ${c3.sum()} ${x.multiply(2).add(y).square().add(1).sum()}`);

class Filter {
  readonly gain = x.multiply(2).add(y.square()).multiply(0.5).add(1);
  state: np.NDArray = y;
  step(u: np.NDArray): np.NDArray {
    this.state = this.state.multiply(0.9).add(u.multiply(this.gain).multiply(0.1)).add(0.001);
    return this.state;
  }
}
const filter = new Filter();
filter.step(x);
const s1 = filter.state;
filter.step(y);
console.log(s1.sum(), filter.state.sum(), filter.gain.mean());

function* frames(n: number): Generator<np.NDArray> {
  for (let i = 0; i < n; i++) yield x.multiply(i).add(y.multiply(2)).square().subtract(i);
}
for (const f of frames(2)) console.log(f.sum());
const later = async (k: number) => x.multiply(k).add(await Promise.resolve(y)).multiply(2).subtract(1);
console.log((await later(2)).sum());
const dist = (p: np.NDArray, q: np.NDArray) => np.sqrt(p.subtract(q).square().add(p.add(q).square()).multiply(0.5));
console.log(dist(x, y).sum(), dist(x, x).sum());
const parts = [x, y].map((v) => v.subtract(v.mean() as number).divide(v.std() as number).multiply(2).add(1));
console.log(parts.map((p) => Number(p.max()).toFixed(5)));
const { r, s = x.add(1).multiply(2).subtract(y.multiply(2)).square() } = { r: 1 } as { r: number; s?: np.NDArray };
console.log(r, s.sum());
