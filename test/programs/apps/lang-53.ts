// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// async: streams, races, timeouts, caches, mutexes
const sleep = (ms: number) => new Promise<void>((r) => setTimeout(r, ms));
const conf = { rows: 2, tag: 'a' }; let epoch = 0;
async function fetchRows(id: number) { const before = conf.rows; await sleep(id); epoch++; return { id, before, after: conf.rows, epoch }; }
const p1 = fetchRows(8); conf.rows = 5; const p2 = fetchRows(2); conf.rows = 3;
const [r1, r2] = await Promise.all([p1, p2]);
console.log(np.zeros([r1.before, r1.after]).shape, np.zeros([r2.before, r2.after]).shape, np.zeros([r1.epoch, r2.epoch]).shape);
const first = await Promise.race([sleep(20).then(() => 9), sleep(1).then(() => 4)]); console.log(np.zeros([first]).shape);
const mutex = { p: Promise.resolve() as Promise<unknown>, run<T>(f: () => Promise<T>) { const r = this.p.then(f); this.p = r.catch(() => 0); return r; } };
const log: number[] = []; await Promise.all([3, 1].map((n) => mutex.run(async () => { log.push(n); await sleep(n); log.push(-n); }))); console.log(np.zeros([log.length]).shape, np.zeros([log[0], log[2]]).shape);
let buf = np.zeros([2]); const flush = async () => { const b = buf; buf = np.zeros([1]); await null; return b.add(1); }; const f1 = flush(); buf = np.zeros([7]); console.log((await f1).shape, buf.shape, (await flush()).shape, buf.add(0).shape);
async function* chunks(n: number) { for (let i = 1; i <= n; i++) { await null; yield np.ones([i]); } } let total = 0; for await (const c of chunks(3)) total += c.size; console.log(np.zeros([total]).shape);
const withTimeout = async <T>(p: Promise<T>, alt: T) => Promise.race([p, sleep(5).then(() => alt)]); console.log(np.zeros([await withTimeout(sleep(50).then(() => 8), 3)]).shape);
let ready = false; const waiters: (() => void)[] = []; const whenReady = () => ready ? Promise.resolve() : new Promise<void>((r) => waiters.push(r)); let served = 1; const serve = async () => { await whenReady(); served *= 2; return np.zeros([served]); };
const s1 = serve(); const s2 = serve(); console.log(np.zeros([served]).shape, np.zeros([waiters.length]).shape); ready = true; waiters.splice(0).forEach((w) => w()); console.log((await s1).shape, (await s2).shape, np.zeros([served]).shape);
try { await (async () => { epoch = 20; await null; throw new Error('e'); })(); } catch { epoch += 1; } console.log(np.zeros([epoch]).shape);
const results: number[] = []; for (const n of [1, 2, 3]) { try { if (n === 2) await Promise.reject(new Error('n')); results.push(n); } catch { results.push(10); continue; } finally { results.push(0); } } console.log(np.zeros([results.length]).shape, np.zeros([results[2]]).shape);
class Loader { #cache = new Map<string, Promise<np.NDArray>>(); loads = 0; load(k: string) { let p = this.#cache.get(k); if (!p) { p = (async () => { this.loads++; await null; return np.zeros([this.loads, conf.rows]) as np.NDArray; })(); this.#cache.set(k, p); } return p; } }
const ld = new Loader(); const [a, b, c] = await Promise.all([ld.load('x'), ld.load('y'), ld.load('x')]); console.log(a.shape, b.shape, a === c, np.zeros([ld.loads]).shape);
const order: string[] = []; const t1 = (async () => { order.push('a'); await null; order.push('b'); })(); order.push('c'); await t1; order.push('d'); console.log(np.zeros([order.indexOf('c') + 1]).shape, np.zeros([order.length]).shape);
let pending = 0; const track = async <T>(p: Promise<T>) => { pending++; try { return await p; } finally { pending--; } }; const tp = track(sleep(1)); const during = np.zeros([pending]); await tp; const afterw = np.zeros([pending + 1]); console.log(during.shape, afterw.shape);
const ctl = new AbortController(); let aborted = 2; ctl.signal.addEventListener('abort', () => { aborted = 6; }); ctl.abort(); console.log(np.zeros([aborted]).shape, np.zeros([ctl.signal.aborted ? 2 : 3]).shape);
