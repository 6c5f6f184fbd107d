// @ts-nocheck
import * as np from 'numpy-ts';
// removals inside callbacks, event handlers, timers
const sleep = (ms = 1) => new Promise((r) => setTimeout(r, ms));
class Queue { items = []; waiting = new Set(); async run() { while (this.items.length) { const a = this.items.shift(); this.waiting.add(a.id); await sleep(); this.waiting.delete(a.id); } } add(id, n) { this.items.push({ id, a: np.zeros([n]) }); } }
const q = new Queue(); q.add('x', 2); q.add('y', 3); const run = q.run(); np.zeros([q.items.length + 1]); np.zeros([q.waiting.size]); q.add('z', 4); await run; np.zeros([q.items.length + 1]); np.zeros([q.waiting.size + 1]);
const inflight = new Set();
async function req(n) { inflight.add(n); try { await sleep(n); return np.zeros([n]); } finally { inflight.delete(n); } }
const ps = [1, 2, 3].map(req); np.zeros([inflight.size]); const rs = await Promise.all(ps); np.zeros([inflight.size + 1]); np.concatenate(rs);
const timers = new Map();
function debounce(k, f, ms = 1) { if (timers.has(k)) clearTimeout(timers.get(k)); timers.set(k, setTimeout(() => { timers.delete(k); f(); }, ms)); }
let out = np.zeros([1]); debounce('a', () => { out = np.zeros([2]); }); debounce('a', () => { out = np.zeros([3]); }); np.zeros([timers.size]); out.add(1); await sleep(5); np.zeros([timers.size + 1]); out.add(1);
const subs = new Set(); const sub = (f) => { subs.add(f); return () => subs.delete(f); };
let tot = 0; const off = sub((n) => { tot += n; }); sub((n) => { tot += 1; }); for (const f of subs) f(3); np.zeros([tot]); off(); for (const f of subs) f(3); np.zeros([tot]); np.zeros([subs.size]);
const once = new Map(); function on1(e, f) { const g = (...a) => { once.delete(e); f(...a); }; once.set(e, g); } on1('go', (n) => { out = np.zeros([n, 2]); }); once.get('go')(4); out.add(1); np.zeros([once.size + 1]);
const state = { busy: true, a: np.zeros([2]) }; const fin = (async () => { await null; state.busy = false; state.a = np.zeros([5], 'int8'); })(); state.busy = true; np.zeros([state.busy ? 1 : 2]); await fin; np.zeros([state.busy ? 1 : 2]); state.a.add(1);
const et = new EventTarget(); const seen = new Map(); et.addEventListener('m', (e) => { seen.set(e.type, (seen.get(e.type) ?? 0) + 1); }); et.dispatchEvent(new Event('m')); et.dispatchEvent(new Event('m')); np.zeros([seen.size + 1]); np.zeros([seen.get('m') ?? 9]);
const locks = new Map();
async function lock(k, f) { while (locks.has(k)) await locks.get(k); const p = f(); locks.set(k, p); const r = await p; locks.delete(k); return r; }
const [l1, l2] = await Promise.all([lock('a', async () => { await sleep(); return np.zeros([2]); }), lock('a', async () => np.zeros([3]))]); l1.add(1); l2.add(1); np.zeros([locks.size + 1]);
queueMicrotask(() => { seen.clear(); }); seen.set('q', 1); await null; np.zeros([seen.size + 1]); seen.set('r', 1); np.zeros([seen.size + 1]);
