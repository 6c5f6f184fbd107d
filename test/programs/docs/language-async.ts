// @ts-nocheck -- how values flow through the language, not which types it takes
import * as np from 'numpy-ts';
const sleep = (ms: number) => new Promise<void>((r) => setTimeout(r, ms));
async function load(n: number) { await sleep(1); return np.zeros([n]); }
const a = (await load(3)).copy();
const [b, c] = await Promise.all([load(4), load(5)]); const d = b.copy(); const e = c.copy();
const f = await load(2).then((x) => x.add(1)).catch(() => np.ones([9])); const g = f.copy();
let state = np.ones([1]);
async function grow() { for (let i = 0; i < 3; i++) { await sleep(1); state = np.concatenate([state, np.ones([1])]); } }
const p = grow(); const h = state.copy(); await p; const i = state.copy();
async function* gen() { yield np.ones([2]); yield np.ones([3]); }
for await (const x of gen()) { const y = x.add(1); console.log(y.size); }
const r = await Promise.race([load(6), load(7)]); const j = r.copy();
const s = await Promise.allSettled([load(8)]); const k = s[0]!.status === 'fulfilled' ? s[0]!.value.copy() : null;
const ps = [1, 2, 3].map(async (n) => { await sleep(1); return np.ones([n]); }); const l = (await ps[1]!).copy(); const all = await Promise.all(ps); const m = all[2]!.copy();
for (const q of ps) { const z = (await q).add(2); console.log(z.size); }
async function fails(): Promise<np.NDArray> { throw new Error('x'); } const n = await fails().catch(() => np.ones([4])); const o = n.copy();
let t = np.ones([5]); try { t = await fails(); } catch { t = np.concatenate([t, t]); } const u = t.copy();
async function both(x: Promise<np.NDArray>, y: np.NDArray) { return (await x).add(await y); } const v = await both(load(2), np.ones([2]));
const w = await (async () => np.ones([6]))(); const x = w.copy(); const y = await Promise.resolve(np.ones([7])); const z = y.copy();
console.log([a, d, e, g, h, i, j, k!, l, m, o, u, v, x, z].map((x) => x.shape.join('x')).join(' '));
