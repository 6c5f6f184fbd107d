// @ts-nocheck
import * as np from 'numpy-ts';
// inheritance corner cases
class Base { get n() { return 2; } m() { return 3; } static make() { return new this(); } get kind() { return this.constructor.name; } static size = 4; static get dims() { return [this.size, 2]; } }
class D extends Base { set n(v) { this._n = v; } static size = 5; }
const d = new D(); d.n = 9;
np.zeros([d.n === undefined ? 1 : 2]);
np.zeros([d._n]);
class E2 extends Base { n() { return 7; } get m() { return 8; } }
const e = new E2();
np.zeros([typeof e.n === 'function' ? 1 : 2]);
np.zeros([e.m]);
np.zeros(D.dims); np.zeros(Base.dims);
np.zeros([D.make() instanceof D ? 1 : 2]);
np.zeros([D.make().kind.length]);
class F extends Base { n = 12; }
np.zeros([new F().n]);
class G { x = 3; get y() { return this.x; } set y(v) { this.x = v * 2; } }
class H extends G { get y() { return super.y + 1; } }
const h = new H();
np.zeros([h.y]);
try { h.y = 10; } catch {}
np.zeros([h.x]); np.zeros([h.y]);
class I extends G { set y(v) { super.y = v + 1; } get y() { return super.y; } }
const i = new I(); i.y = 4; np.zeros([i.y]);
class P { static #count = 0; #id = ++P.#count; get id() { return this.#id; } static get count() { return P.#count; } static has(o) { return #id in o; } }
new P(); const p2 = new P();
np.zeros([p2.id, P.count]);
np.zeros([P.has({}) ? 1 : 2, P.has(p2) ? 1 : 2]);
const name = 'dyn';
class Q { [name]() { return 5; } static [name + '2'] = 6; get ['g' + 1]() { return 7; } }
np.zeros([new Q().dyn()]); np.zeros([Q.dyn2]); np.zeros([new Q().g1]);
class Even { static [Symbol.hasInstance](n) { return n % 2 === 0; } }
np.zeros([2 instanceof Even ? 1 : 2]);
class Even2 extends Even {}
np.zeros([4 instanceof Even2 ? 1 : 2]);
const Mix = (B) => class extends B { size() { return (super.size ? super.size() : 0) + 1; } };
class X0 { size() { return 3; } }
class X1 extends Mix(Mix(X0)) {}
np.zeros([new X1().size()]);
np.zeros([new X1() instanceof X0 ? 1 : 2]);
class Shape { area() { return this.w * this.h; } toArray() { return np.zeros(this.dims()); } dims() { return [1]; } }
class Rect extends Shape { constructor(w, h) { super(); this.w = w; this.h = h; } dims() { return [this.h, this.w]; } }
class Sq extends Rect { constructor(w) { super(w, w); } dims() { return super.dims().concat(3); } }
for (const s of [new Shape(), new Rect(2, 3), new Sq(4)]) s.toArray().sum(0);
