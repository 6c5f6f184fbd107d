// @ts-nocheck
import * as np from 'numpy-ts';
// classes made by functions; hasInstance as a field
class A { n() { return 1; } } class B { n() { return 2; } }
const Mix = (X) => class extends X { m() { return this.n() + 1; } };
const MA = Mix(A), MB = Mix(B);
np.zeros([new MA() instanceof MB ? 1 : 2]); np.zeros([new MA() instanceof MA ? 1 : 2]); np.zeros([new MA() instanceof A ? 1 : 2, new MB() instanceof A ? 1 : 2]); np.zeros([new MA().m(), new MB().m()]);
function mk(n) { return class { static size = n; get k() { return n; } }; }
const C2 = mk(2), C3 = mk(3); np.zeros([C2.size, C3.size]); np.zeros([new C2().k, new C3().k]); np.zeros([new C2() instanceof C3 ? 1 : 2]);
const sh = (x) => x instanceof MA ? np.zeros([1]) : x instanceof MB ? np.zeros([2]) : np.zeros([3]); sh(new MA()); sh(new MB()); sh(new A()).add(1); for (const x of [new MA(), new MB(), new B()]) sh(x).add(1);
class F { static [Symbol.hasInstance] = (x) => x === 5; } np.zeros([5 instanceof F ? 1 : 2]); np.zeros([new F() instanceof F ? 1 : 2]);
class F2 {} Object.defineProperty(F2, Symbol.hasInstance, { value: (x) => x === 6 }); np.zeros([6 instanceof F2 ? 1 : 2]); np.zeros([new F2() instanceof F2 ? 1 : 2]);
class F3 extends F {} np.zeros([new F3() instanceof F3 ? 1 : 2]);
const K = { [Symbol.hasInstance](x) { return Array.isArray(x); } }; np.zeros([[] instanceof K ? 1 : 2]);
class Loop { constructor(...l) { this.l = l; } get length() { return this.l.length; } [Symbol.iterator]() { return this.l[Symbol.iterator](); } at(i) { return this.l[i]; } } const lp = new Loop(np.zeros([1]), np.zeros([2])); for (const x of lp) x.add(1); np.zeros([lp.length]); lp.at(1).add(1); np.zeros([[...lp].length]);
class Batch extends Array { total() { return this.reduce((a, b) => a + b, 0); } } const bt = new Batch(); bt.push(2, 3); np.zeros([bt.length, bt.total()]); const b3 = new Batch(3); np.zeros([b3.length]); const bm = bt.map((x) => x + 1); np.zeros([bm.total()]); np.zeros([Batch.of(7).length, new Batch(1, 2).length]); np.zeros([...bt]);
function fn(a, b = 2, ...c) { return arguments.length; } np.zeros([fn.length, fn(1, 2, 3)]); fn.cache = new Map(); fn.cache.set('a', 2); np.zeros([fn.cache.get('a')]); fn.calls = 1; fn.calls++; np.zeros([fn.calls]);
function Old(n) { if (!new.target) return new Old(n); this.n = n; } Old.prototype = { get twice() { return this.n * 2; } }; np.zeros([Old(3).n]); np.zeros([new Old(2).twice]); Old.make = () => new Old(4); np.zeros([Old.make().n]);
class Acc { static #p = new Map(); static put(k, a) { Acc.#p.set(k, a); return this; } static take(k) { const a = Acc.#p.get(k); Acc.#p.delete(k); return a ?? np.zeros([9]); } static get n() { return Acc.#p.size; } } Acc.put('a', np.zeros([2])).put('b', np.zeros([3])); np.zeros([Acc.n]); Acc.take('a').add(1); Acc.take('a').add(1); np.zeros([Acc.n]);
class S1 { m() { return [2]; } } class S2 extends S1 { m() { return [...super.m(), 3]; } } class S3 extends S2 { m = () => [...super.m(), 4]; } np.zeros(new S3().m()); const { m: mm } = new S3(); np.zeros(mm()); S1.prototype.m = function () { return [5]; }; np.zeros(new S2().m());
const o = { n: 2, get sq() { return this.n ** 2; }, set sq(v) { this.n = v; }, ['k' + 1]: 3, m() { return this.n; }, arrow: () => 5 }; o.sq = 3; np.zeros([o.sq, o.k1, o.m(), o.arrow()]); const { m: om } = o; try { np.zeros([om.call({ n: 6 })]); np.zeros([om()]); } catch { np.zeros([1, 1]); } const child = { __proto__: o, m() { return super.m() + 1; } }; np.zeros([child.m()]); child.n = 7; np.zeros([child.m(), o.m()]);
const fz = Object.freeze({ n: 2, in: { k: 1 } }); try { fz.n = 3; } catch {} np.zeros([fz.n]); fz.in.k = 4; np.zeros([fz.in.k]); const df = {}; Object.defineProperty(df, 'n', { get: () => 6 }); np.zeros([df.n]); Object.defineProperty(df, 'h', { value: 2, enumerable: false }); np.zeros([Object.keys(df).length + 1, df.h]);
