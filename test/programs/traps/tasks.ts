// @ts-nocheck -- how values flow through the language, not which types it takes
import * as np from 'numpy-ts';

// async-generator
{
  let w = 2;
  async function* nums() { for (let i = 1; i < 4; i++) { w++; yield i; } }
  const it = nums();
  await it.next();
  np.zeros([w]);
}
// async-map
{
  let inside = 0; let most = 0;
  await Promise.all([1, 2, 3].map(async () => { inside++; most = Math.max(most, inside); await null; inside--; }));
  np.zeros([most]);
}
// async-state
{
  const q = { running: 0 };
  async function one() { q.running++; await null; q.running--; }
  const p = one();
  np.zeros([q.running]);
  await p;
}
// async-version
{
  let version = 1;
  const refresh = async () => { const v = ++version; await null; return np.zeros([v]); };
  await Promise.all([refresh(), refresh()]);
}
// await-between
{
  let width = 3;
  async function load() { width = 4; await null; width = 3; }
  const q = load();
  np.ones([width]);
  await q;
}
// await-heap
{
  const s = { n: 3 };
  async function late() { await null; return np.zeros([s.n]); }
  const p = late();
  s.n = 5;
  await p;
}
// await-object-field
{
  const conf = { rows: 2 };
  async function rows() { const before = conf.rows; await null; return [before, conf.rows]; }
  const p = rows();
  conf.rows = 3;
  const r = await p;
  np.zeros([r[0], r[1]]);
}
// await-write-back
{
  let z = 1;
  const later = async () => { await null; z = 4; };
  const p = later();
  z = 50;
  await p;
  np.zeros([z]);
}
// generator-effect
{
  let n = 2;
  function* touch() { n = 7; yield 1; }
  const t = touch();
  np.ones([n]);
  t.next();
}
// generator-lazy
{
  let n = 3;
  function* sizes() { yield np.zeros([n]); }
  const g = sizes();
  n = 5;
  g.next();
}
// generator-many
{
  const st = { k: 2 };
  function* driver() { while (true) { st.k += 1; yield st.k; } }
  const d = driver();
  d.next(); d.next();
  np.zeros([st.k]);
}
// interval
{
  let ticks = 0;
  const timer = setInterval(() => { ticks++; if (ticks === 5) clearInterval(timer); }, 1);
  await new Promise((r) => setTimeout(r, 60));
  np.zeros([ticks > 3 ? 8 : 2]);
}
// many-times
{
  let cnt = 0;
  new Set([1, 2, 3]).forEach(() => { cnt++; });
  np.zeros([cnt > 1 ? 5 : 3]);
}
// plus-await
{
  let z = 1;
  const later = async () => { z += await Promise.resolve(4); };
  const p = later();
  z = 50;
  await p;
  np.zeros([z]);
}
// then-later
{
  let k = 3;
  const r = Promise.resolve().then(() => np.zeros([k]));
  k = 6;
  await r;
}
