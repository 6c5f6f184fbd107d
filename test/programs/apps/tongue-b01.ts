// @ts-nocheck
import * as np from 'numpy-ts';
// uninitialised fields, parameter order, field overriding
class Layer { w; b; n = 3; constructor(n) { if (n) this.n = n; this.build(); } build() { this.w = np.zeros([this.n]); } out() { return this.w ?? np.zeros([50]); } }
class Dense extends Layer { w; units = 5; build() { this.w = np.zeros([this.units ?? 9]); } }
class Conv extends Layer { kernel = 2; build() { super.build(); this.b = np.zeros([this.n, 1], 'int8'); } }
new Layer().out(); new Dense().out(); new Conv(4).b.add(1); new Conv().out();
for (const l of [new Layer(2), new Dense(), new Conv()]) l.out().add(1);
class TS { declare q: number; #z?: number; z() { return this.#z ?? 8; } set(v) { this.#z = v; return this; } }
np.zeros([new TS().z()]); np.zeros([new TS().set(3).z()]);
class Counter { static n = 0; id = Counter.n++; static reset() { this.n = 0; } }
new Counter(); new Counter(); np.zeros([new Counter().id, Counter.n]); Counter.reset(); np.zeros([Counter.n + 1]);
class CA extends Counter { static n = 10; } new CA(); np.zeros([CA.n, Counter.n]); CA.reset(); np.zeros([CA.n + 1, Counter.n]);
class Stack2 { items = []; push(x) { this.items.push(x); return this; } get top() { return this.items[this.items.length - 1]; } get depth() { return this.items.length; } }
const st = new Stack2().push(np.zeros([2])).push(np.zeros([3], 'int8')); st.top.add(1); np.zeros([st.depth]);
class Reg { static all = new Map(); static register(n, c) { this.all.set(n, c); } static create(n, ...a) { return new (this.all.get(n))(...a); } }
Reg.register('d', Dense); Reg.register('l', Layer); Reg.create('l', 7).out(); Reg.create('d').out(); np.zeros([Reg.all.size]);
class Tensor { constructor(d) { this.d = d; } map(f) { return new this.constructor(f(this.d)); } static of(d) { return new this(d); } clone() { return Object.assign(Object.create(Object.getPrototypeOf(this)), this); } toString() { return `T${this.d.shape}`; } valueOf() { return this.d.size; } [Symbol.toPrimitive](h) { return h === 'number' ? this.d.size : 'ab'; } get [Symbol.toStringTag]() { return 'TT'; } *[Symbol.iterator]() { for (const r of this.d) yield r; } }
class Vec extends Tensor { map(f) { const r = super.map(f); r.tag = 4; return r; } }
const v = Vec.of(np.zeros([2, 3])); v.map((q) => q.sum(0)).d.add(1); np.zeros([v.map((q) => q).tag]); np.zeros([+v]); np.zeros([`${v}`.length]); np.zeros([v * 1 + 1]); v.clone().d.add(1); for (const r of v) r.add(1); np.stack([...v]);
const bound = v.map.bind(new Tensor(np.zeros([4], 'int8'))); try { bound((q) => q.add(1)).d.add(1); } catch {}
const { d: dd } = v; dd.add(1); const un = v.clone; try { un().d; } catch (e) { np.zeros([e instanceof TypeError ? 2 : 3]); }
