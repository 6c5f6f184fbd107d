// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// closures and objects made in loops of unknown length
const N = Number(JSON.parse('5'));
const mk = (k: number) => { let n = 2; return { inc: () => ++n, get: () => n, k }; };
const fs: ReturnType<typeof mk>[] = [];
for (let i = 0; i < N; i++) fs.push(mk(i));
fs[0].inc(); fs[0].inc();
console.log(np.zeros([fs[1].get()]).shape, np.zeros([fs[0].get()]).shape);
const cl: (() => number)[] = [];
for (let i = 0; i < N; i++) { let w = 3; cl.push(() => w); if (i === 2) w = 8; }
console.log(np.zeros([cl[0]()]).shape, np.zeros([cl[2]()]).shape);
class Node2 { static live = 0; n = 2; peers: Node2[] = []; constructor() { Node2.live++; } }
const ns: Node2[] = [];
for (let i = 0; i < N; i++) ns.push(new Node2());
ns[0].n = 7; ns[0].peers.push(ns[1]);
console.log(np.zeros([ns[1].n]).shape, np.zeros([ns[1].peers.length + 1]).shape, np.zeros([Node2.live]).shape);
const one = ns[2]; const two = ns[3];
one.n = 5;
console.log(np.zeros([two.n]).shape);
const boxes = [...Array(N)].map(() => ({ v: [1] }));
const [p, q] = boxes;
p.v.push(2);
console.log(np.zeros([q.v.length]).shape, np.zeros([p.v.length]).shape);
p.v = [3, 3];
console.log(np.zeros(q.v).shape);
let keep: { n: number } | null = null;
for (let i = 0; i < N; i++) { const o = { n: 2 }; if (keep) keep.n = 6; keep ??= o; o.n = 2; }
console.log(np.zeros([keep!.n]).shape);
let prev: { n: number } = { n: 1 };
const first = prev;
for (let i = 0; i < N; i++) { const cur = { n: 1 }; prev.n = 4; prev = cur; }
console.log(np.zeros([prev.n]).shape, np.zeros([first.n]).shape);
const arrs: ReturnType<typeof np.zeros>[] = [];
for (let i = 0; i < N; i++) { arrs.push(np.zeros([i + 1])); }
console.log(arrs[3].shape, arrs[0].add(1).shape);
const recs = new Map<number, { n: number }>();
for (let i = 0; i < N; i++) { const e = recs.get(i % 2) ?? { n: 1 }; e.n += 1; recs.set(i % 2, e); }
console.log(np.zeros([recs.get(0)!.n]).shape, np.zeros([recs.size]).shape);
const rows: number[][] = [];
for (let i = 0; i < N; i++) { rows.push([]); for (let j = 0; j <= i; j++) rows[i].push(j); }
console.log(np.zeros([rows[4].length]).shape, np.zeros([rows[1].length]).shape);
const sel = fs.filter((f) => f.k > 3);
sel[0]?.inc();
console.log(np.zeros([fs[4].get()]).shape, np.zeros([sel.length]).shape);
function nest(d: number): { n: number; kids: ReturnType<typeof nest>[] } { return { n: d, kids: d > 0 ? Array.from({ length: 2 }, () => nest(d - 1)) : [] }; }
const t = nest(N);
t.kids[0].n = 9;
console.log(np.zeros([t.kids[1].n]).shape, np.zeros([t.n]).shape);
