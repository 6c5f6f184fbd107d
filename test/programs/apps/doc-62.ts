import * as np from 'numpy-ts';
// structured helper library style with generics/enums/static maps and errors
const Kind = { Small: 3, Big: 1000 } as const;
type Kind = (typeof Kind)[keyof typeof Kind];
const DTYPES = { half: 'float16', single: 'float32', double: 'float64' } as const;
type Prec = keyof typeof DTYPES;
const make = (k: Kind, p: Prec) => np.zeros([k, 2], DTYPES[p]);
const a = make(Kind.Small, 'half');
const b = make(Kind.Big, 'double');
class ShapeError extends Error {}
function check(x: np.NDArray, ndim: number): asserts x is np.NDArray {
  if (x.ndim !== ndim) throw new ShapeError(`want ${ndim}d`);
}
function dotSafe(x: np.NDArray, y: np.NDArray) {
  try {
    check(x, 2);
    check(y, 2);
    return x.matmul(y);
  } catch (e) {
    if (e instanceof ShapeError) return np.zeros([0]);
    throw e;
  }
}
const c = dotSafe(np.ones([2, 3]), np.ones([3, 4]));
const d = dotSafe(np.ones([3]), np.ones([3, 4]));
abstract class Layer { abstract fwd(x: np.NDArray): np.NDArray; }
class Scale extends Layer { k = 2; fwd(x: np.NDArray) { return x.multiply(this.k); } }
class Pool extends Layer { fwd(x: np.NDArray) { return x.reshape(x.shape[0] / 2, 2).max(1) as np.NDArray; } }
class Cast extends Layer {
  dt: np.DType;
  constructor(dt: np.DType) { super(); this.dt = dt; }
  fwd(x: np.NDArray) { return x.astype(this.dt); }
}
class Seq { layers: Layer[]; constructor(...l: Layer[]) { this.layers = l; }
  run(x: np.NDArray) { for (const l of this.layers) x = l.fwd(x); return x; } }
const e = new Seq(new Scale(), new Pool(), new Cast('float32')).run(np.arange(16));
const f = new Seq(new Pool()).run(np.arange(8, undefined, 1, 'int32'));
class Cache { static #items = new Map<string, np.NDArray>();
  static get(k: string, mk: () => np.NDArray) { let v = Cache.#items.get(k); if (v === undefined) { v = mk(); Cache.#items.set(k, v); } return v; } }
const g = Cache.get('x', () => np.ones([5]));
const h = Cache.get('x', () => np.ones([6]));
const i = Cache.get('y', () => np.ones([7], 'int8'));
class LinkedNode { next: LinkedNode | null = null; v: np.NDArray; constructor(v: np.NDArray) { this.v = v; } }
let head: LinkedNode | null = null;
for (let n = 1; n <= 3; n++) { const node: LinkedNode = new LinkedNode(np.ones([n])); node.next = head; head = node; }
let total = 0;
for (let p = head; p; p = p.next) total += p.v.size;
const hv = head!.v;
const pairs = Object.entries({ q: a, r: b }).map(([k, v]) => ({ k, v: v.slice(':1') }));
const pv = pairs[1].v;
const { q: [q0], s = np.ones([2]) } = { q: [np.ones([3, 3])] } as { q: np.NDArray[]; s?: np.NDArray };
const swapIf = (flag: boolean, x: np.NDArray, y: np.NDArray) => (flag ? [y, x] : [x, y]);
const [s1, s2] = swapIf(true, a, q0);
const counter = { n: 0, tick() { this.n++; return np.zeros([this.n]); } };
const t1 = counter.tick(), t2 = counter.tick();
const lazy = { _v: null as np.NDArray | null, get v() { return (this._v ??= np.ones([4, 4])); } };
const lv = lazy.v;
console.log(a.dtype, b.dtype, c.shape, d.shape, e.dtype, f.shape, g.shape, h.shape, i.dtype, total, hv.shape, pv.shape, q0.shape, s.shape, s1.shape, s2.shape, t1.shape, t2.shape, lv.shape);
