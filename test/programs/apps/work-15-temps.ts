import * as np from 'numpy-ts';
import type { NDArray } from 'numpy-ts';

// Feature extraction with plugins: an array of functions whose results may be views of their inputs
type Plugin = { name: string; run: (x: NDArray) => NDArray; enabled?: boolean };
const N = 300;
np.random.seed(5);
const x = np.random.normal(0, 1, [N, N]) as NDArray;
const total = (a: NDArray): string => Number(np.sum(a)).toFixed(6);
const kept: NDArray[] = [];
const keep = <T extends NDArray>(a: T): T => { kept.push(a); return a; };

const plugins: Plugin[] = [
  { name: 'identity', run: (a) => a },
  { name: 'standardise', run: (a) => a.subtract(a.mean() as number).divide(a.std() as number) as NDArray },
  { name: 'transpose', run: (a) => a.multiply(2).add(1).T },
  { name: 'flat', run: (a) => np.exp(a.multiply(0.1)).subtract(1).ravel() as NDArray },
  { name: 'reshape', run: (a) => np.tanh(a.add(1).multiply(3)).reshape(N * N) as NDArray },
  { name: 'squeeze', run: (a) => np.squeeze(np.expand_dims(a.multiply(a).add(a), 0)) as NDArray },
  { name: 'kept', run: (a) => keep(a.add(5) as NDArray).multiply(2).subtract(1) as NDArray, enabled: true },
  { name: 'slice', run: (a) => a.add(1).multiply(2).slice('0:100') as NDArray },
  { name: 'flip', run: (a) => np.flip(np.sqrt(np.abs(a).add(1)), 0) as NDArray },
  { name: 'asarray', run: (a) => np.asarray(a.multiply(4).subtract(2)) as NDArray },
  { name: 'noop-astype', run: (a) => (a.multiply(4).subtract(2).astype('float64', false)) as NDArray },
  { name: 'positive', run: (a) => np.positive(a.multiply(4).subtract(2)) as NDArray },
  { name: 'real', run: (a) => np.real(a.multiply(4).subtract(2)) as NDArray },
  { name: 'atleast', run: (a) => np.atleast_3d(a.multiply(4).subtract(2)) as NDArray },
  { name: 'broadcast', run: (a) => np.broadcast_to(a.multiply(4).subtract(2), [2, N, N]) as NDArray },
  { name: 'diag', run: (a) => np.diagonal(a.multiply(4).subtract(2)) as NDArray },
  { name: 'swap', run: (a) => np.swapaxes(a.multiply(4).subtract(2), 0, 1) as NDArray },
  { name: 'nan', run: (a) => np.nan_to_num(np.log(a.multiply(4).subtract(2))) as NDArray },
  { name: 'contig', run: (a) => np.ascontiguousarray(a.multiply(4).subtract(2)) as NDArray },
  { name: 'clip', run: (a) => np.clip(a.multiply(4).subtract(2), -1, 1) as NDArray },
  { name: 'where', run: (a) => np.where(np.greater(a, 0), a.multiply(4).subtract(2), np.negative(a).add(1)) as NDArray },
  { name: 'stack', run: (a) => np.stack([a.add(1), a.multiply(2), a.subtract(3)]) as NDArray },
  { name: 'cond', run: (a) => (a.size > 10 ? a.add(1).multiply(2) : a).subtract(1) as NDArray },
  { name: 'split', run: (a) => (np.split(a.add(1).multiply(2), 3) as NDArray[])[1]! },
  { name: 'rot', run: (a) => np.rot90(a.add(1).multiply(2)) as NDArray },
  { name: 'roll', run: (a) => np.roll(a.add(1).multiply(2), 0) as NDArray },
  { name: 'round', run: (a) => np.round(a.add(1).multiply(2), 2) as NDArray },
];

const results = new Map<string, NDArray>();
for (const { name, run, enabled = true } of plugins) {
  if (!enabled) continue;
  results.set(name, run(x));
}
const junk = np.random.normal(0, 1, [N, N]) as NDArray;
const junk2 = junk.multiply(2).add(3);
for (const [name, r] of results) console.log(name, r.dtype, r.shape.join('x'), total(r));
console.log(kept.length, kept.map(total), total(junk2 as NDArray));

// the same at top level
const t1 = x.multiply(2).add(1).T;
const t2 = np.exp(x.multiply(0.1)).subtract(1).ravel();
const t3 = np.expand_dims(x.multiply(x).add(x), 0);
const t4 = x.add(1).multiply(2).slice('0:10') as NDArray;
const t5 = np.flip(np.abs(x).add(1).multiply(2), 0);
const t6 = np.asarray(x.multiply(4).subtract(2));
const t7 = x.multiply(4).subtract(2).astype('float64', false);
const t8 = np.broadcast_to(x.multiply(4).subtract(2), [2, N, N]);
const t9 = np.diagonal(x.multiply(4).subtract(2));
const [t10, t11] = np.split(x.add(1).multiply(2), 2) as NDArray[];
const t12 = np.rot90(x.add(1).multiply(2), 2);
const t13 = np.meshgrid(x.add(1).multiply(2).row(0), x.add(2).multiply(3).row(1));
const t14 = { deep: { er: x.add(1).multiply(2).reshape(N * N) } };
const t15 = [x.add(1).multiply(2)].map((q) => q.T);
const t16 = np.moveaxis(x.add(1).multiply(2), 0, 1);
const t17 = [...x.add(1).multiply(2)].slice(0, 2) as NDArray[];
const t18 = x.add(1).multiply(2).view();
const t19 = x.add(1).multiply(2).diagonal();
const t20 = np.unstack(x.add(1).multiply(2))[3]!;
const t21 = np.imag(np.fft.fft2(x.add(1).multiply(2)));
const t22 = np.real(np.fft.ifft2(np.fft.fft2(x.add(1))));
const t23 = x.add(1).multiply(2).data;
const t24 = x.add(1).multiply(2).base;
const t25 = x.add(1).multiply(2).storage;
const junk3 = np.full([N, N], 4).add(1).multiply(2);
console.log([t1, t2, t3, t4, t5, t6, t7, t8, t9, t10, t11, t12, ...t13, t14.deep.er, ...t15, t16, ...t17, t18, t19, t20, t21, t22].map((t) => total(t as NDArray)));
console.log(t23[7], t24, t25.shape, total(junk3 as NDArray));
