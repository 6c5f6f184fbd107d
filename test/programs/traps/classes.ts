// @ts-nocheck -- how values flow through the language, not which types it takes
import * as np from 'numpy-ts';

// ctor-return
{
  class Single {
    static inst: Single | null = null;
    n = 3;
    constructor() { if (Single.inst) return Single.inst; Single.inst = this; }
  }
  new Single().n = 8;
  np.zeros([new Single().n]);
}
// dispose-symbol
{
  let c = 3;
  { using d = { n: 3, [Symbol.dispose]() { c = 5; } }; console.log(d.n); }
  np.zeros([c]);
}
// field-order
{
  let order = 0;
  class A { x = 1; }
  class B extends A { id = order; constructor() { order++; super(); } }
  np.zeros([new B().id + 2]);
}
// function-ctor
{
  let made = 1;
  function Point() { made++; }
  new (Point as unknown as new () => object)();
  np.zeros([made]);
}
// method-borrowed
{
  class Shape { rows = 2; build() { return np.zeros([this.rows]); } }
  const holder = { rows: 9, build: new Shape().build };
  holder.build();
}
// methods-escape
{
  let total = 2;
  class Box { grow() { total += 3; } }
  const px = new Proxy(new Box(), {});
  px.grow();
  np.zeros([total]);
}
// static-new-this
{
  class V { static from() { return new this(); } x = 1; }
  class W extends V { y = 2; }
  np.zeros([(W.from() as W).y ?? 3]);
}
// static-setter
{
  class Cfg { static n = 4; static set size(v: number) { Cfg.n = v * 2; } }
  Cfg.size = 3;
  np.zeros([Cfg.n]);
}
// static-this
{
  class Temp { static count = 1; static bump() { return ++this.count; } }
  class Sub extends Temp {}
  Sub.bump(); Sub.bump();
  np.zeros([Temp.count]);
}
// super-ctor-effects
{
  class Shape { static made = 0; constructor() { Shape.made++; } }
  class Big extends Shape {}
  new Big(); new Big();
  np.zeros([Shape.made + 1]);
}
// super-method
{
  class A { rows = 2; grow() { this.rows += 3; } }
  class B extends A { make() { this.rows = 6; super.grow(); return np.ones([this.rows]); } }
  new B().make();
}
// super-registers
{
  class Store { static last: Store | null = null; rows = 2; constructor() { Store.last = this; } }
  class Sub extends Store { override rows = 9; }
  new Store();
  new Sub();
  np.zeros([Store.last!.rows]);
}
// super-virtual
{
  let inits = 1;
  class Shape { constructor() { this.init(); } init() { return 0; } }
  class Big extends Shape { override init() { inits = 4; return 1; } }
  new Big();
  np.zeros([inits]);
}
