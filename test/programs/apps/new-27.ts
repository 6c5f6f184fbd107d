// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// dtype-revealing uses of oversized arrays
const N = 400_000;
const a = np.zeros([N]); a.slice(':5').fill(3); console.log(JSON.stringify({ d: a.dtype.length, v: a.get([2]) }));
const b = np.zeros([N]); b.set([1], 200); const bs = b.add(100); console.log(Number(np.max(bs)));
const c = np.zeros([N]); c.fill(2); console.log(Number(np.sum(np.power(c, 10))));
const d = np.ones([N]); const dd = d.multiply(-1); console.log(Number(np.min(dd)));
const e = np.zeros([N]); e.set([0], -0); console.log(1 / Number(e.get([0])));
const f = np.zeros([N]); f.set([0], NaN); console.log(Number(f.get([0])));
const g = np.zeros([N]); g.set([3], 255); const gv = g.slice('::2'); gv.set([0], 256); console.log(Number(np.sum(g)));
const h = np.full([N], 100); console.log(Number(np.sum(h.subtract(200))), Number(np.dot(h, h)));
const i = np.full([N], 1); const is = np.square(i.multiply(16)); console.log(Number(np.max(is)));
const j = np.full([N], 5); console.log(j.divide(2).get([0]), Number(np.mean(j)), np.sqrt(j).get([0]));
const k = np.zeros([N]); for (let q = 0; q < 300; q++) k.set([q], q % 7); console.log(Number(np.sum(k)), Number(np.argmax(k)));
const l = np.zeros([N]); const li = l.tolist() as number[]; console.log(li[0] === 0, typeof li[0]);
const m = np.zeros([N]); m.data.fill(1); console.log(m.data.byteLength / m.size);
const n = np.zeros([N]); const nd = n.data; nd[0] = 0.5; console.log(Number(n.get([0])));
const o = np.full([N], 4000000000); console.log(Number(np.sum(o.slice(':3'))), Number(np.max(o)));
const p = np.ones([N]); console.log(Number(np.std(p.multiply(3))), Number(np.var(p)), Number(np.prod(p)));
const r = np.full([N], 50); const rs = r.add(r).add(r).add(r).add(r).add(r); console.log(Number(np.max(rs)));
const s = np.ones([1000, 400]); const t = s.matmul(np.full([400, 3], 2)); console.log(Number(np.max(t)), t.shape);
const u = np.zeros([N]); const cs = np.cumsum(u.add(1)); console.log(Number(cs.get([-1])));
const v = np.array([1, 2, 3, 250]); const vt = np.tile(v, 100_000); console.log(Number(np.sum(vt)), Number(np.max(vt.add(10))));
const w = np.full([N], 200); const diff = np.diff(np.concatenate([w, np.zeros([5])])); console.log(Number(np.min(diff)));
const x = np.full([N], 3); console.log(Number(np.max(x.floor_divide(2))), Number(np.max(x.mod(2))), Number(np.max(np.negative(x))));
const y = np.ones([N]); console.log(Number(np.sum(np.where(y.greater(0), y, y) as np.NDArray)), np.bincount(np.ones([5], 'uint8')).tolist());
const z = np.full([N], 9); console.log(Number(np.percentile(z, 50)), Number(np.median(z)), np.array_equal(z, z.astype('float32')));
