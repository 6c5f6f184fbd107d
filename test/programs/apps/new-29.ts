// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// plugins and lifecycles; dispose; symbols; accessors via defineProperty; closures counters
interface Plugin { name: string; setup(ctx: Ctx): void | (() => void) }
class Ctx { bufs: Record<string, np.NDArray> = {}; hooks: Array<(n: string) => void> = []; alloc(name: string, shape: number[], dtype: 'float32' | 'uint8' = 'float32') { for (const h of this.hooks) h(name); return (this.bufs[name] = np.zeros(shape, dtype)); } }
const ring: Plugin = { name: 'ring', setup(c) { const b = c.alloc('ring', [64, 4096]); let i = 0; c.hooks.push(() => { b.slice(`${i++ % 64}`).fill(i); }); return () => { delete c.bufs.ring; }; } };
const meter: Plugin = { name: 'meter', setup: (c) => { c.alloc('meter', [300_000], 'uint8'); c.alloc('peak', [3]); } };
const ctx = new Ctx();
const cleanups = [ring, meter].map((p) => p.setup(ctx)).filter((f): f is () => void => typeof f === 'function');
console.log(Object.keys(ctx.bufs), Number(np.sum(ctx.bufs.ring!)), ctx.bufs.meter!.nbytes);
const before = ctx.bufs.ring!;
cleanups.forEach((f) => f());
console.log(before.nbytes, 'ring' in ctx.bufs);
function counter() { let n = 0; return { next: () => np.full([50_000], ++n, n > 1 ? 'float32' : 'int16'), get count() { return n; } }; }
const cA = counter(), cB = counter();
const a1 = cA.next(), a2 = cA.next(), b1 = cB.next();
console.log(a1.dtype, a2.dtype, b1.dtype, cA.count);
const lazy = { get table() { const t = np.arange(200_000); Object.defineProperty(this, 'table', { value: t.astype('float32') }); return t; } };
const t1 = lazy.table, t2 = lazy.table;
console.log(t1.dtype, t2.dtype);
const frozen = Object.freeze({ w: np.ones([100_000], 'int8') });
try { (frozen as any).w = np.zeros([1]); } catch { console.log('frozen'); }
console.log(frozen.w.nbytes);
const proto = { data: np.ones([100_000], 'uint16') }; const child = Object.create(proto) as typeof proto;
const c1 = child.data; child.data = np.zeros([100_000]); const c2 = child.data; delete (child as any).data; const c3 = child.data;
console.log(c1.dtype, c2.dtype, c3.dtype);
const merged = Object.assign({}, frozen, { w: a2 }, null, { z: b1 });
const { w: mw, ...others } = merged;
console.log(mw.dtype, others.z.dtype);
function old(this: { k: np.NDArray }) { return this.k.add(arguments.length); }
const o1 = old.call({ k: np.ones([100_000], 'uint8') }), o2 = old.apply({ k: a2 }, [1, 2] as any);
console.log(o1.dtype, o2.dtype);
function swap(x: np.NDArray, y: np.NDArray) { [x, y] = [y, x]; arguments[0] = null; return x; }
console.log(swap(a1, a2).dtype);
class Lazy { static inst?: Lazy; v = np.ones([100_000]); static get() { return (this.inst ??= new Lazy()); } }
Lazy.get().v = Lazy.get().v.astype('float32'); const lv = Lazy.get().v;
console.log(lv.dtype, lv.nbytes);
const key = Symbol('k'); const bag = { [key]: a1, ['x' + 1]: a2 } as any;
const bk = bag[key], bx = bag.x1; console.log(bk.dtype, bx.dtype, bag?.nope?.dtype);
let i = 0; const arr = [np.zeros([1], 'int8'), np.ones([90_000])]; const pick = arr[i++]!.add(arr[i--]!); console.log(pick.shape?.length, i);
