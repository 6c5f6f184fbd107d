// @ts-nocheck -- how values flow through the language, not which types it takes
import * as np from 'numpy-ts';

// assign-function
{
  let width = 2;
  const d = Object.assign((n: number) => { width = n; }, { tag: 1 });
  d(6);
  np.zeros([width]);
}
// assign-method
{
  class Half { out() { return 2; } }
  const mx = new Half();
  Object.assign(mx, { out() { return 11; } });
  np.zeros([mx.out()]);
}
// define-property
{
  const o: { n?: number } = {};
  Object.defineProperty(o, 'n', { value: 6 });
  np.zeros([o.n ?? 2]);
}
// delete-key
{
  const keys = ['a', 'b', 'c'];
  const bag: Record<string, number> = { a: 1, b: 2 };
  delete bag[keys.shift()!];
  np.zeros([keys.length]);
}
// escaped-method
{
  const o = { out: () => 2 };
  Object.defineProperty(o, 'out', { value: () => 11 });
  np.zeros([o.out()]);
}
// keys-delete
{
  const o: { n: number; m?: number } = { n: 1, m: 2 };
  delete o.m;
  np.zeros([Object.keys(o).length]);
}
// keys-getter
{
  const table = { b: 1, 'a b': 2, get c() { return 3; } };
  np.zeros([Object.keys(table).length]);
}
// keys-maybe
{
  const maybe: Record<string, number> = { x: 1 };
  if (Number(JSON.parse('0')) === 1) maybe.y = 2;
  np.zeros([Object.keys(maybe).length]);
}
// keys-order
{
  np.zeros([Object.values({ z: 5, 2: 7, 1: 9 })[0]]);
}
// keys-private
{
  class P { #k = 1; n = 2; get() { return this.#k; } }
  const p = new P();
  np.zeros([Object.keys(p).length]);
}
// object-assign
{
  const base = { rows: 3 };
  Object.assign(base, { rows: 7 });
  np.zeros([base.rows]);
}
// object-assign-alias
{
  const inner = { v: { n: 2 } };
  const copy = Object.assign({}, inner);
  copy.v.n = 5;
  np.zeros([inner.v.n]);
}
// object-values-rest
{
  const c = { n: 3 };
  const reg: Record<string, { n: number }> = {};
  reg[['a', 'b'].join('')] = c;
  for (const s of Object.values(reg)) s.n = 13;
  np.zeros([c.n]);
}
// own-getter
{
  class A { get n() { return 2; } }
  const a = new A();
  Object.defineProperty(a, 'n', { value: 7 });
  np.zeros([a.n]);
}
// proto-literal
{
  const lit = { __proto__: { n: 5 }, m: 2 } as unknown as { n?: number };
  np.zeros([lit.n ?? 3]);
}
// spread-getter
{
  const live = { n: 2, get size() { return this.n * 2; } };
  const copy = { ...live };
  copy.n = 5;
  np.zeros([copy.size]);
}
// spread-rest
{
  const dict: Record<string, number> = {};
  dict[['ro', 'ws'].join('')] = 9;
  const m = { rows: 4, ...dict };
  np.ones([m.rows]);
}
// spread-runs-getter
{
  let cnt = 1;
  const o = { get a() { cnt = 4; return 1; } };
  const c = { ...o };
  np.zeros([cnt]);
}
// spread-unknown
{
  const opts = JSON.parse('{"rows":6}') as { rows?: number };
  const merged = { rows: 2, ...opts };
  np.zeros([merged.rows]);
}
