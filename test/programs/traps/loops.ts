// @ts-nocheck -- how values flow through the language, not which types it takes
import * as np from 'numpy-ts';

// bound-call
{
  const list = Array.from({ length: 80 }, (_, k) => k);
  const grow = (l: number[]) => { if (l.length < 100) l.push(0); };
  let top = np.ones([3]);
  for (let i = 0; i < list.length; i++) { grow(list); if (i > 85) top = np.ones([7]); }
  top.add(1);
}
// bound-field
{
  const lim = { n: 100 };
  let over = np.zeros([2]);
  for (let i = 0; i < lim.n; i++) { if (i === 90) lim.n = 120; if (i > 110) over = np.zeros([5]); }
  over.add(1);
}
// closures-merged
{
  const N = Number(JSON.parse('3'));
  const make = () => { let n = 2; return { inc: () => ++n, get: () => n }; };
  const fs: ReturnType<typeof make>[] = [];
  for (let i = 0; i < N; i++) fs.push(make());
  fs[0].inc();
  np.zeros([fs[1].get()]);
}
// custom-iterator
{
  class Range { reads = 1; [Symbol.iterator]() { this.reads++; return [1, 2][Symbol.iterator](); } }
  const r = new Range();
  for (const _ of r) { /* */ }
  np.zeros([r.reads]);
}
// forof-either
{
  const l1 = [{ n: 1 }]; const l2 = [{ n: 2 }];
  for (const s of Number(JSON.parse('1')) === 1 ? l1 : l2) s.n = 9;
  np.zeros([l1[0].n]);
}
// forof-push
{
  const queue = [3];
  let count = 0;
  for (const x of queue) { count++; if (x > 0) queue.push(x - 1); }
  np.zeros([count]);
}
// forof-push-array
{
  const work = [np.zeros([2])];
  let last = np.zeros([2]);
  for (const w of work) { last = w; if (work.length < 2) work.push(np.zeros([6])); }
  last.add(1);
}
// map-foreach
{
  const a = { n: 1 };
  new Map([['x', a]]).forEach((s) => { s.n = 5; });
  np.zeros([a.n]);
}
// map-live
{
  const m = new Map<string, number[]>([['a', [1]]]);
  let big = [1];
  for (const [k, v] of m) { big = v; if (k === 'a') m.set('b', [4, 5]); }
  np.zeros(big);
}
// map-next
{
  const c = { n: 3 };
  new Map([['q', c]]).values().next().value!.n = 12;
  np.zeros([c.n]);
}
// multi-lost
{
  const cells = Array.from({ length: Number(JSON.parse('3')) }, () => ({ n: 3 }));
  const c0 = cells[0];
  c0.n = 7;
  np.zeros([cells[1].n]);
}
// peak-continue-outer
{
  function f() {
    const keep = [];
    outer: for (let a = 0; a < 3; a++) for (let b = 0; b < 70; b++) { keep.push(np.zeros([100])); if (b === 4) continue outer; }
    return keep.length;
  }
  f();
}
// var-branch
{
  if (Number(JSON.parse('0')) === 1) { var inside = 5; }
  np.zeros([inside! ?? 2]);
}
