import * as np from 'numpy-ts';
// setter only / super set
class A { get n() { return 2; } }
class B extends A { set n(v) { this.q = v; } }
np.zeros([new B().n ?? 5]);
class C { x = 3; set y(v) { this.x = v; } get y() { return this.x; } }
class D extends C { set y(v) { super.y = v + 1; } get y() { return super.y; } }
const d = new D(); d.y = 4;
np.zeros([d.y]); np.zeros([d.x]);
class F extends C { put(v) { super.y = v; super.z = 9; } }
const f = new F(); f.put(6); np.zeros([f.x]); np.zeros([f.z]);
class S { static get n() { return 3; } }
class T extends S { static set n(v) {} }
np.zeros([T.n ?? 6]);
class U { static has = 1; static [Symbol.hasInstance](x) { return x === 5; } }
class V extends U {}
np.zeros([5 instanceof V ? 1 : 2]);
class G { get n() { return 2; } m() { return 2; } }
class H extends G { n() { return 3; } get m() { return () => 4; } }
np.zeros([typeof new H().n === 'number' ? 1 : 2]);
np.zeros([new H().m()]);
const o = { get n() { return 1; }, set n(v) {} }; const o2 = { ...o, n: 4 }; np.zeros([o.n, o2.n]);
const base = { k: 2, get j() { return this.k; } }; const o3 = { __proto__: base, k: 5 }; np.zeros([o3.j]);
const o4 = Object.create(base); np.zeros([o4.k]); o4.k = 7; np.zeros([o4.j, base.j]);
const o5 = Object.assign({}, base, { k: 3 }); np.zeros([o5.j]);
class Meta { constructor() { if (new.target === Meta) this.z = 1; else this.z = 2; } } class Sub extends Meta {} np.zeros([new Meta().z, new Sub().z]);
class Ret { constructor() { return { n: 4 }; } n = 3; } np.zeros([new Ret().n]); class RetS extends Ret { w = 5; } np.zeros([new RetS().w, new RetS().n]);
class Ord { constructor() { this.init(); } init() { this.n = 3; } } class Ord2 extends Ord { n = 1; init() { this.n = 7; this.m = 2; } m; } np.zeros([new Ord2().n]); np.zeros([new Ord2().m ?? 6]);
class St { static a = 2; static b = St.a + 1; static { St.c = this.b * 2; } } np.zeros([St.a, St.b, St.c]); class St2 extends St { static { St2.a = 9; } } np.zeros([St.a, St2.a, St2.b]);
