import * as np from 'numpy-ts';
// function args: defaults, options objects, rest, spread
interface Opts { axis?: number; dtype?: np.DType; keepdims?: boolean }
function reduce(x: np.NDArray, { axis = 0, keepdims = false }: Opts = {}) {
  return x.sum(axis, keepdims) as np.NDArray;
}
const x = np.ones([3, 4], 'float32');
const a = reduce(x);
const b = reduce(x, { axis: 1 });
const c = reduce(x, { axis: 1, keepdims: true });
function hcat(...parts: np.NDArray[]) { return np.concatenate(parts, 1); }
const d = hcat(x, x, x);
const list = [x, x.slice(':', ':2')];
const e = hcat(...list);
const pair: [np.NDArray, np.NDArray] = [x, x.add(1)];
const f = np.add(...pair);
const dims = [2, 3] as const;
const g = np.zeros([...dims, 4]);
const h = x.reshape(...[4, 3]);
const sl = ['0:2', '::2'];
const i = x.slice(...sl);
const lo = 1, hi = 3;
const j = x.slice(`${lo}:${hi}`, `:${-lo}`);
const compose = <T,>(...fs: ((x: T) => T)[]) => (v: T) => fs.reduce((acc, fn) => fn(acc), v);
const k = compose<np.NDArray>((v) => v.T, (v) => v.slice('1:'), (v) => v.astype('float64'))(x);
const curry = (n: number) => (m: number) => np.zeros([n, m], 'int16');
const l = curry(3)(5);
const memo = new Map<number, np.NDArray>();
const eyes = (n: number) => { let r = memo.get(n); if (!r) { r = np.eye(n); memo.set(n, r); } return r; };
const m = eyes(3), n = eyes(4), o = eyes(3);
const q = ((v: np.NDArray) => v.ravel())(x);
const methods = { double: (v: np.NDArray) => v.multiply(2), half: (v: np.NDArray) => v.slice('::2') };
const r = methods['half'](x);
const fnName: keyof typeof methods = 'double';
const s = methods[fnName](x);
const bound = x.add.bind(x);
const t = bound(1);
const { add: plus, ...others } = np;
const v = plus(x, x);
function swap<A, B>(p: [A, B]): [B, A] { return [p[1], p[0]]; }
const [w, y] = swap([x, np.ones([2])]);
const z = Array.isArray(list) && list.length > 1 ? list[1] : x;
console.log(a.shape, b.shape, c.shape, d.shape, e.shape, f.shape, g.shape, h.shape, i.shape, j.shape, k.shape, l.shape, m.shape, n.shape, o.shape, q.shape, r.shape, s.shape, t.shape, v.shape, w.shape, y.shape, z.shape, Object.keys(others).length > 10);
