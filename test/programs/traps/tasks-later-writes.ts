// What a task writes after its caller has gone on comes after what the caller wrote.
import * as np from 'numpy-ts';

const tick = () => new Promise<void>((resolve) => setTimeout(resolve, 1));

{
  let n = 1;
  async function f() {
    await tick();
    n = 7;
  }
  const p = f();
  n = 5;
  await p;
  console.log(np.zeros([n]).size);
}

{
  let n = 1;
  const p = Promise.resolve(1).then(() => { n = 7; });
  n = 5;
  await p;
  console.log(np.zeros([n]).size);
  const o = { n: 1 };
  const q = (async () => { await null; o.n = 3; })();
  o.n = 2;
  await q;
  console.log(np.zeros([o.n]).size);
  queueMicrotask(() => { n = 9; });
  n = 2;
  await null;
  console.log(np.zeros([n]).size);
}

{
  const state = { cur: np.zeros([2, 2]) };
  async function a() { await tick(); state.cur = np.ones([3]); await tick(); console.log(np.add(state.cur, 1).shape); }
  async function b() { await tick(); state.cur = np.ones([5]); await tick(); console.log(np.add(state.cur, 1).shape); }
  await Promise.all([a(), b()]);
  console.log(state.cur.multiply(2).shape);
}

{
  const x = np.ones([200000]);
  async function f() { const snap = x.copy(); await tick(); console.log(snap.sum()); }
  const p = f();
  x.fill(0);
  await p;
  async function g(o: { n: number }) { o.n = 5; await tick(); if (o.n > 3) throw new Error('x'); }
  const o = { n: 1 };
  const q = g(o).catch(() => {});
  console.log(np.zeros([o.n]).shape);
  await q;
  const r: np.NDArray[] = [];
  for await (const k of [1, 2]) r.push(np.zeros([k]));
  console.log(r[1]!.shape);
}
