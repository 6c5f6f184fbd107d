import * as np from 'numpy-ts';
// chunked generators over one buffer
function* chunks(x: np.NDArray, n: number) { for (let i = 0; i < x.size; i += n) yield x.slice(`${i}:${i + n}`); }
const data = np.arange(200000).reshape(200000);
const sums: number[] = [];
for (const c of chunks(data, 50000)) { const own = c.copy(); sums.push(Number(own.sum())); c.fill(0); sums.push(Number(own.max())); }
console.log(sums, Number(data.sum()));
function* windows() { const w = np.zeros([40000]); for (let i = 0; i < 3; i++) { w.fill(i); yield w; } }
const all = [...windows()]; console.log(all.map((w) => Number(w.mean())));
const kept: np.NDArray[] = []; for (const w of windows()) kept.push(w.copy()); console.log(kept.map((w) => Number(w.mean())));
const it = windows(); const first = it.next().value as np.NDArray; const c1 = first.copy(); it.next(); console.log(Number(first.mean()), Number(c1.mean()));
const first2 = windows().next().value!; const c2 = first2.copy(); console.log(Number(c2.sum()));
// queue
type Job = { name: string; input: np.NDArray; done?: (r: np.NDArray) => void };
class Queue { private q: Job[] = []; push(j: Job) { this.q.push(j); } run() { while (this.q.length) { const j = this.q.shift()!; const r = j.input.multiply(2); j.done?.(r); } } }
const q = new Queue(); const input = np.ones([50000]);
q.push({ name: 'a', input: input.copy(), done: (r) => console.log('a', Number(r.sum())) });
q.push({ name: 'b', input, done: (r) => console.log('b', Number(r.sum())) });
input.fill(5); q.run();
const later: Array<() => number> = []; const src = np.ones([50000]); const snap = src.copy();
later.push(() => Number(snap.sum())); src.fill(9); later.push(() => Number(src.sum())); console.log(later.map((f) => f()));
let cur = np.zeros([60000]); const prevs: np.NDArray[] = [];
for (let i = 0; i < 3; i++) { const prev = cur.copy(); cur.fill(i + 1); prevs.push(prev); }
console.log(prevs.map((p) => Number(p.max())));
let a = np.ones([60000]); let b = a.copy(); for (let i = 0; i < 4; i++) { b.fill(i); [a, b] = [b, a]; } console.log(Number(a.max()), Number(b.max()));
const o = { x: np.ones([50000]) }; const o2 = { ...o }; const o3 = { ...o, x: o.x.copy() }; o2.x.fill(2); console.log(Number(o.x.max()), Number(o3.x.max()));
const sc = structuredClone(new Float64Array(50000).fill(1)); const ta = new Float64Array(50000); const tb = ta.slice(); ta.fill(2); sc[0] = 8; console.log(tb[0], ta[0], sc[0]);
const tc = new Float64Array(50000); const td = tc.slice(); const te = td.subarray(10); te[0] = 4; console.log(tc[10], td[10]);
const tf = [...new Float64Array(3)]; console.log(tf);
const tg = Float64Array.from(ta); ta.sort(); ta.reverse(); tg.set([1, 2], 5); console.log(tg[6], ta[6], ta.toSorted()[0], ta.with(0, 9)[0]);
