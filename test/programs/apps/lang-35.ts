// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// a work queue with concurrency, retry and progress
type Job = { id: number; size: number; left: number };
class Queue {
  jobs: Job[] = []; running = 0; done: number[] = []; failed = 0; listeners = new Set<(q: Queue) => void>();
  add(...js: Job[]) { this.jobs.push(...js); this.emit(); return this; }
  on(f: (q: Queue) => void) { this.listeners.add(f); return () => this.listeners.delete(f); }
  emit() { for (const f of this.listeners) f(this); }
  async one(job: Job) { this.running++; try { await null; if (job.left-- > 0) throw new Error('retry'); this.done.push(job.size); } catch { this.failed++; this.jobs.push(job); } finally { this.running--; this.emit(); } }
  async run(limit: number) { const active: Promise<void>[] = []; while (this.jobs.length) { while (active.length < limit && this.jobs.length) active.push(this.one(this.jobs.shift()!)); await Promise.all(active.splice(0)); } return this; }
}
const q = new Queue();
let seen = 0; let peak = 0;
const off = q.on((x) => { seen++; peak = Math.max(peak, x.running); });
q.add({ id: 1, size: 3, left: 0 }, { id: 2, size: 4, left: 2 }).add({ id: 3, size: 5, left: 1 });
console.log(np.zeros([q.jobs.length]).shape, np.zeros([seen]).shape);
const p = q.run(2);
console.log(np.zeros([q.running]).shape, np.zeros([q.jobs.length]).shape);
await p;
off();
q.emit();
console.log(np.zeros([q.done.length]).shape, np.zeros([q.failed]).shape, np.zeros([seen]).shape, np.zeros([peak]).shape, np.zeros(q.done).shape);
const sem = { free: 2, wait: [] as (() => void)[] };
const acquire = () => sem.free > 0 ? (sem.free--, Promise.resolve()) : new Promise<void>((r) => sem.wait.push(r));
const release = () => { const w = sem.wait.shift(); if (w) w(); else sem.free++; };
let inside = 0; let most = 0;
await Promise.all([1, 2, 3, 4].map(async () => { await acquire(); inside++; most = Math.max(most, inside); await null; inside--; release(); }));
console.log(np.zeros([most]).shape, np.zeros([sem.free]).shape, np.zeros([inside + 1]).shape);
const acc: number[] = [];
const pipeline = async (n: number) => { const a = await step(n); const b = await step(a); acc.push(b); return b; };
async function step(n: number) { await null; acc.push(n); return n + 1; }
const [r1, r2] = await Promise.all([pipeline(1), pipeline(10)]);
console.log(np.zeros([r1, r2]).shape, np.zeros([acc.length]).shape, np.zeros([acc[1]]).shape);
let version = 1;
const refresh = async () => { const v = ++version; await null; if (v !== version) return null; return np.zeros([v]); };
const [s1, s2] = await Promise.all([refresh(), refresh()]);
console.log(s1 === null, s2?.shape);
let state: { rows: number } = { rows: 2 };
const reader = async () => { const before = state; await null; return np.zeros([before.rows, state.rows]); };
const rp = reader(); state.rows = 4; state = { rows: 6 };
console.log((await rp).shape);
