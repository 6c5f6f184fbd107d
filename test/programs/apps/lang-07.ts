// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// coroutines that share state
const s = { n: 3, busy: false };
const tick = () => new Promise<void>((r) => setTimeout(r, 1));
async function late() { await tick(); return np.zeros([s.n]); }
const p = late();
s.n = 5;
console.log((await p).shape);
let busy = false;
let width = 3;
async function load() { busy = true; width = 4; await tick(); width = 3; busy = false; }
const q = load();
console.log(np.zeros([busy ? 7 : 2]).shape, np.ones([width]).shape);
await q;
console.log(np.zeros([busy ? 7 : 2]).shape);
let k = 3;
const r = Promise.resolve().then(() => np.zeros([k]));
k = 6;
console.log((await r).shape);
const log: number[] = [];
async function worker(id: number) { for (let i = 0; i < 3; i++) { log.push(id); await null; } }
await Promise.all([worker(1), worker(2)]);
console.log(np.zeros([log.length]).shape, np.zeros([log[1] + 1]).shape);
let ticks = 0;
const timer = setInterval(() => { ticks++; if (ticks === 5) clearInterval(timer); }, 1);
await new Promise((res) => setTimeout(res, 60));
const bySize = ticks > 3 ? np.zeros([8]) : np.zeros([2]);
console.log(bySize.shape);
let acc = 0;
for await (const v of [Promise.resolve(2), Promise.resolve(3)]) acc += v;
console.log(np.zeros([acc]).shape);
async function inc() { const old = s.n; await null; s.n = old + 1; }
await Promise.all([inc(), inc(), inc()]);
console.log(np.zeros([s.n]).shape);
