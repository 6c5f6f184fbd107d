import * as np from 'numpy-ts';
// chains that return the same array or a view of it
const x = np.linspace(0, 10, 120000);
const ident = (a: np.NDArray) => a;
const y = ident(x).add(1).multiply(2).subtract(3);
console.log(Number(y.sum()).toFixed(4), Number(x.sum()).toFixed(4));
const z = x.reshape(300, 400).add(1).T.multiply(2).ravel();
console.log(z.shape, Number(z.get([1])).toFixed(6));
const q = np.real(x).add(1).multiply(0.5).reshape(400, 300).slice('0:3', ':');
console.log(Number(q.sum()).toFixed(6));
const r = x.astype('float64', false).add(2).divide(3).squeeze();
console.log(Number(r.sum()).toFixed(6), Number(x.get([5])).toFixed(6));
let keep: np.NDArray | null = null;
const remember = (a: np.NDArray) => { keep = a; return a; };
const s = remember(x.multiply(4)).add(1).multiply(3);
console.log(Number(s.sum()).toFixed(3), Number(keep!.sum()).toFixed(3));
const parts = np.split(x.multiply(2).add(1), 4) as np.NDArray[];
console.log(parts.map((p) => Number(np.sum(p)).toFixed(3)).join());
const asym = np.asarray(x.add(5)).multiply(2).add(1);
console.log(Number(asym.sum()).toFixed(3));
const cont = np.ascontiguousarray(x.add(5).reshape(300, 400)).multiply(2).add(1);
console.log(Number(cont.sum()).toFixed(3));
const mm = np.maximum(x.subtract(5), 0).multiply(x.subtract(1)).add(x.multiply(x));
console.log(Number(mm.sum()).toFixed(3));
const bc = np.broadcast_to(x.multiply(2).slice('0:400'), [100, 400]).add(1).multiply(2);
console.log(bc.shape, Number(bc.sum()).toFixed(4));
const cond = Number(x.max()) > 5 ? x : x.add(1);
const out = cond.multiply(2).add(1).multiply(3);
console.log(Number(out.sum()).toFixed(3), Number(cond.sum()).toFixed(3));
const [lo, hi] = [x.subtract(1).multiply(2).add(4), x.add(1).multiply(2).subtract(4)];
console.log(Number(lo.add(hi).sum()).toFixed(3));
const err = np.sqrt(y.subtract(x).power(2).mean() instanceof Object ? y : y.subtract(x).multiply(y.subtract(x)));
console.log(Number(err.sum()).toFixed(3));
for (const k of [1, 2]) {
  const t = x.multiply(k).add(k).divide(2).subtract(1);
  console.log(k, Number(t.sum()).toFixed(3));
}
