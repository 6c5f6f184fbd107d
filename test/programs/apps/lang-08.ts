// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// inheritance
class Shape {
  static made = 0;
  static sizes: number[] = [];
  rows = 2;
  constructor() { Shape.made++; Shape.sizes.push(this.rows); this.init(); }
  init() { return 0; }
  grow() { this.rows += 3; return this; }
  build() { return np.zeros([this.rows, 2]); }
}
let inits = 1;
class Big extends Shape {
  override rows = 5;
  override init() { inits = 4; return 1; }
  override grow() { super.grow(); return this; }
  make() { this.rows = 6; this.grow(); return np.ones([this.rows]); }
}
const b = new Big();
console.log(b.make().shape, b.build().shape);
new Big(); new Shape();
console.log(np.zeros([Shape.made]).shape, np.zeros([Shape.sizes.length]).shape, np.zeros([inits]).shape);
let order = 0;
class A { x: number; constructor(x = 1) { this.x = x; } }
class B extends A { id = order; constructor() { order++; super(order); order++; } }
const bb = new B();
console.log(np.zeros([bb.id + 2]).shape, np.zeros([order]).shape);
class Cfg { static #n = 4; static get size() { return Cfg.#n; } static set size(v: number) { Cfg.#n = v * 2; } static make() { return np.zeros([this.#n]); } }
Cfg.size = 3;
console.log(Cfg.make().shape, np.zeros([Cfg.size]).shape);
class Single {
  static inst: Single | null = null;
  n = 3;
  constructor() { if (Single.inst) return Single.inst; Single.inst = this; }
}
const s1 = new Single();
s1.n = 8;
const s2 = new Single();
console.log(np.zeros([s2.n]).shape);
let made = 0;
function Point(this: { n: number }, n: number) { made++; this.n = n; }
const pt = new (Point as unknown as new (n: number) => { n: number })(4);
console.log(np.zeros([made + 1]).shape, np.zeros([pt.n]).shape);
const holder = { rows: 9, build: new Shape().build };
console.log(holder.build().shape);
