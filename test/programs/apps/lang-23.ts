// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// prototypes and mixins
class Base { rows = 2; build() { return np.zeros([this.rows]); } get area() { return this.rows * 2; } set area(v: number) { this.rows = v; } }
const b = new Base();
b.build = () => np.ones([7]);
console.log(b.build().shape);
const c = new Base();
(Base.prototype as { build: () => unknown }).build = function (this: Base) { return np.zeros([this.rows, 9]); };
console.log(c.build().shape);
b.area = 6;
console.log(np.zeros([b.area]).shape, np.zeros([b.rows]).shape);
const child = Object.create(b) as Base;
b.rows = 4;
console.log(np.zeros([child.rows]).shape);
const lit = { __proto__: { n: 5 }, m: 2 } as unknown as { n?: number; m: number };
console.log(np.zeros([lit.n ?? 3]).shape);
type Ctor = new (...args: any[]) => Base;
const Wide = <T extends Ctor>(B: T) => class extends B { cols = 3; wide() { return np.zeros([this.rows, this.cols]); } };
const Mixed = Wide(Base);
const mx = new Mixed();
mx.rows = 5;
console.log(mx.wide().shape);
class Temp { static count = 1; static bump() { return ++this.count; } }
class Sub extends Temp {}
Sub.bump(); Sub.bump(); Temp.bump();
console.log(np.zeros([Sub.count]).shape, np.zeros([Temp.count]).shape);
class Acc { #n = 1; get n() { return this.#n; } set n(v) { this.#n = v < 10 ? v : 10; } static of(n: number) { const a = new Acc(); a.n = n; return a; } #grow() { this.#n *= 2; return this; } twice() { return this.#grow().#grow(); } static is(o: object) { return #n in o; } }
const acc = Acc.of(50);
console.log(np.zeros([acc.n]).shape, np.zeros([acc.twice().n]).shape, np.zeros([Acc.is(acc) ? 2 : 3]).shape);
acc.n += 1; acc.n++;
console.log(np.zeros([acc.n]).shape);
const proto = Object.getPrototypeOf(acc);
Object.defineProperty(proto, 'n', { get: () => 3 });
console.log(np.zeros([acc.n]).shape);
const sett = { _v: 1, set v(x: number) { this._v = x * 3; }, get v() { return this._v; } };
sett.v = 2; sett.v += 1;
console.log(np.zeros([sett.v]).shape);
const withSuper = { __proto__: { size() { return 4; } }, size(): number { return super.size() + 1; } } as { size(): number };
console.log(np.zeros([withSuper.size()]).shape);
