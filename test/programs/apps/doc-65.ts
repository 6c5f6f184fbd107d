import { array, zeros, ones, NDArray, concatenate, arange, linspace, eye, full } from 'numpy-ts';
// module-level state, callbacks, events, timers
type Listener = (x: NDArray) => void;
class Emitter {
  private ls: Listener[] = [];
  on(f: Listener) { this.ls.push(f); return () => { this.ls = this.ls.filter((g) => g !== f); }; }
  emit(x: NDArray) { for (const f of this.ls) f(x); }
}
const em = new Emitter();
let latest = zeros([1]);
const log: NDArray[] = [];
const off = em.on((x) => { latest = x; });
em.on((x) => log.push(x.slice(':2')));
em.emit(ones([3]));
em.emit(arange(10, undefined, 1, 'int16') as any);
off();
em.emit(linspace(0, 1, 7));
const cur = latest.add(1);
const lg = log[1];
const store: { [k: string]: NDArray } = {};
function put(k: string, v: NDArray) { store[k] = v; }
put('a', ones([2]));
put('b', ones([3], 'float32'));
const sb = store['b'];
delete store.a;
const maybe = store.a ?? eye(2);
let acc: NDArray | null = null;
for (const part of [ones([2]), ones([3])]) acc = acc === null ? part : concatenate([acc, part]) as NDArray;
const joined = acc!;
const debounce = (f: () => void) => { let done = false; return () => { if (!done) { done = true; f(); } }; };
let grid = zeros([2, 2]);
const once = debounce(() => { grid = zeros([4, 4], 'float32') as any; });
once();
once();
const g2 = grid.T;
function retry<T>(n: number, f: (i: number) => T): T {
  for (let i = 0; i < n; i++) { try { return f(i); } catch { /* again */ } }
  throw new Error('no');
}
const rt = retry(3, (i) => { if (i < 2) throw new Error('x'); return full([i + 1], i); });
const tasks = [() => ones([1]), () => ones([2]), () => ones([3])];
const outs = tasks.map((f) => f());
const [o0, , o2] = outs;
const sorted = [...outs].sort((a, b) => b.size - a.size);
const big = sorted[0];
const total = outs.reduce((s, o) => s + o.nbytes, 0);
const byDtype = new Map<string, NDArray[]>();
for (const x of [ones([1]), ones([2], 'int8'), ones([3])]) byDtype.set(x.dtype, [...(byDtype.get(x.dtype) ?? []), x]);
const f64s = byDtype.get('float64')!;
const second = f64s[1];
const w = new WeakMap<object, NDArray>();
const key = {};
w.set(key, ones([9]));
const wk = w.get(key)!;
console.log(cur.shape, lg.shape, sb.dtype, maybe.shape, joined.shape, g2.dtype, rt.shape, o0.shape, o2.shape, big.shape, total, second.shape, wk.shape, array([1]).shape);
