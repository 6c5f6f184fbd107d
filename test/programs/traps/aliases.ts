// @ts-nocheck -- how values flow through the language, not which types it takes
import * as np from 'numpy-ts';
import { EventEmitter } from 'node:events';

// alias-arguments
{
  const st = { n: 3 };
  function poke(_o: object) { (arguments[0] as { n: number }).n = 6; }
  poke(st);
  np.zeros([st.n]);
}
// alias-findlast
{
  const objs = [{ n: 1 }, { n: 2 }];
  const last = objs.findLast((o) => o.n < 5);
  if (last) last.n = 9;
  np.zeros([objs[1].n]);
}
// alias-spread-set
{
  const st = { n: 3 };
  const set = new Set([st]);
  for (const x of [...set]) x.n = 4;
  np.zeros([st.n]);
}
// alias-then-write
{
  let buf = np.zeros([2]);
  const flush = async () => { buf = np.zeros([1]); await null; return 1; };
  const f1 = flush();
  buf = np.zeros([7]);
  await f1;
  await flush();
  buf.add(0);
}
// alias-weakmap
{
  const key = {};
  const st = { n: 2 };
  const wm = new WeakMap<object, { n: number }>();
  wm.set(key, st);
  st.n = 3;
  (wm.get(key) as { n: number }).n = 8;
  np.zeros([st.n]);
}
// bind
{
  let n = 2;
  const g = function () { n = 11; }.bind(null);
  n = 3;
  g();
  np.zeros([n]);
}
// destructure-set
{
  const s = new Set([{ n: 3 }]);
  const [first = { n: 9 }] = s;
  first.n = 4;
  for (const x of s) np.zeros([x.n]);
}
// destructured-alias
{
  const c = { n: 3 };
  const [q = { n: 1 }] = new Set([c]);
  q.n = 2;
  np.zeros([c.n]);
}
// emitter
{
  const bus = new EventEmitter();
  let cur = 3; let next = 3;
  bus.on('size', () => { cur = next; });
  next = 7;
  bus.emit('size');
  np.zeros([cur]);
}
// fill-args
{
  const n = Number(JSON.parse('3'));
  const rows = new Array(n).fill(null).map(() => [0]);
  rows[0].push(1);
  np.zeros([rows[1].length]);
}
// from-entries
{
  const o = { n: 1 };
  const all = Object.fromEntries([['a', o]]);
  o.n = 2;
  all.a.n = 14;
  np.zeros([o.n]);
}
// hook
{
  const key = {};
  let size = 3;
  const hooks = new WeakMap<object, () => void>();
  hooks.set(key, () => { size = 12; });
  size = 4;
  hooks.get(key)?.();
  np.zeros([size]);
}
// key-tostring
{
  let n = 3;
  const obj = { toString() { n = 8; return 'k'; } };
  const bag: Record<string, number> = { k: 4 };
  bag[obj as unknown as string];
  np.zeros([n]);
}
// labelled-method-chain
{
  class Cfg { static n = 4; static get size() { return Cfg.n * 2; } }
  np.zeros([Cfg.size ?? 3]);
}
// narrow-getter
{
  let cur = Number(JSON.parse('2'));
  const o = { get v() { cur = 5; return 2; } };
  if (cur === o.v) np.zeros([cur]);
}
// promise-resolver
{
  const s = { n: 3 };
  const p = new Promise<typeof s>((resolve) => resolve(s));
  s.n = 2;
  (await p).n = 6;
  np.zeros([s.n]);
}
// proxy
{
  const st = { n: 3 };
  const prox = new Proxy(st, {});
  st.n = 2;
  prox.n = 10;
  np.zeros([st.n]);
}
// replace-callback
{
  let reps = 1;
  'a-b-c'.replace(/-/g, () => { reps++; return '_'; });
  np.zeros([reps]);
}
// rest-either
{
  const a = { k: 1, inner: { n: 1 } }; const b = { k: 2, inner: { n: 2 } };
  const { k, ...rest } = Number(JSON.parse('1')) === 1 ? a : b;
  rest.inner.n = 6;
  np.zeros([a.inner.n]);
}
// reviver
{
  let n = 1;
  JSON.parse('[1,2]', (_k, v) => { n++; return v; });
  np.zeros([n]);
}
// set-of-callbacks
{
  const deps = new Set<() => void>();
  let n = 2;
  deps.add(() => { n = 5; });
  for (const d of [...deps]) d();
  np.zeros([n]);
}
// slow-nest
{
  interface T { n: number; kids: T[] }
  function nest(d: number): T { return { n: d, kids: d > 0 ? Array.from({ length: 2 }, () => nest(d - 1)) : [] }; }
  const t = nest(Number(JSON.parse('5')));
  np.zeros([t.n]);
}
// slow-nest2
{
  function nest(d: number): number { if (d > 0) { nest(d - 1); nest(d - 1); } return d; }
  nest(Number(JSON.parse('5')));
  np.zeros([3]);
}
// slow-nest3
{
  function perms(xs: number[]): number { let c = 1; for (const x of xs) c += perms(xs.filter((y) => y !== x)); return c; }
  np.zeros([perms(JSON.parse('[1,2,3]'))]);
}
// slow-nest4
{
  function solve(row: number, cols: number[]): number {
    if (row === 6) return 1;
    let n = 0;
    for (let c = 0; c < 6; c++) if (!cols.some((k, r) => k === c || Math.abs(k - c) === row - r)) n += solve(row + 1, [...cols, c]);
    return n;
  }
  np.zeros([solve(0, [])]);
}
// slow-nest5
{
  const ack = (m: number, n: number): number => (m === 0 ? n + 1 : n === 0 ? ack(m - 1, 1) : ack(m - 1, ack(m, n - 1)));
  np.zeros([ack(2, Number(JSON.parse('3')))]);
}
// spread-either
{
  const l1 = [{ n: 1 }]; const l2 = [{ n: 2 }];
  const sp = [...(Number(JSON.parse('1')) === 1 ? l1 : l2)];
  sp[0].n = 8;
  np.zeros([l1[0].n]);
}
// spread-object-either
{
  const a = { inner: { n: 1 } }; const b = { inner: { n: 2 } };
  const cp = { ...(Number(JSON.parse('1')) === 1 ? a : b) };
  cp.inner.n = 7;
  np.zeros([a.inner.n]);
}
// tagged
{
  const s = { n: 6 };
  const tag = (parts: TemplateStringsArray, o: { n: number }) => { o.n = parts.length * 2; return o; };
  tag`a${s}b`;
  np.zeros([s.n]);
}
// to-json
{
  let n = 1;
  JSON.stringify({ a: 1, o: { toJSON() { n += 5; return 1; } } }, (_k, v) => { n++; return v; });
  np.zeros([n]);
}
// value-of
{
  class Size { seen = 1; valueOf() { this.seen++; return 4; } }
  const s = new Size();
  const n = (s as unknown as number) + 1;
  np.zeros([s.seen]);
}
// weakref
{
  const c = { n: 3 };
  const wr = new WeakRef(c);
  c.n = 4;
  wr.deref()!.n = 6;
  np.zeros([c.n]);
}
// yield-delegate
{
  let n = 2;
  function* g() { n = 3; yield 1; n = 4; yield 2; n = 5; }
  const it = g();
  it.next();
  np.zeros([n]);
  it.next();
  np.ones([n]);
}

// handler-in-handler
{
  const bus = new EventEmitter();
  let n = 3;
  const outer = () => { bus.on('go', () => { console.log(np.zeros([n]).shape); }); };
  bus.on('start', outer);
  bus.emit('start');
  bus.emit('go');
  n = 7;
}

// transferred
{
  const buf = new ArrayBuffer(8);
  const v = new Uint8Array(buf);
  buf.transfer(4);
  np.zeros([v.length + 1]);
}

// eval
{
  function ev() { let z = 3; eval('z = 5'); return z; }
  np.zeros([ev()]);
}

// proxy-trap
{
  let total = 2;
  const trap = new Proxy({} as Record<string, number>, { get: () => { total = 15; return 1; } });
  total = 2;
  trap.abc;
  np.zeros([total]);
}

// resizable
{
  const buf = new ArrayBuffer(8, { maxByteLength: 16 });
  const v = new Uint8Array(buf);
  buf.resize(12);
  np.zeros([v.length]);
}
