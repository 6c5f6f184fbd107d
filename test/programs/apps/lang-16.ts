// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// promises and rejected ones
const s = { n: 3 };
await Promise.reject(s).catch((e: typeof s) => { e.n = 8; });
console.log(np.zeros([s.n]).shape);
async function boom(o: { n: number }) { await null; o.n = 12; throw new Error('x'); }
try { await boom(s); } catch { s.n += 1; }
console.log(np.zeros([s.n]).shape);
let phase = 1;
async function stages() { phase = 2; await null; phase = 5; await null; phase = 2; }
const p = stages();
await null;
console.log(np.zeros([phase]).shape);
await p;
const results = await Promise.allSettled([Promise.resolve(2), Promise.reject(new Error('n'))]);
console.log(np.zeros([results.length]).shape, np.zeros([results.filter((r) => r.status === 'fulfilled').length]).shape);
const cache = new Map<string, Promise<unknown>>();
let misses = 0;
function get(k: string) { let v = cache.get(k); if (!v) { misses++; v = Promise.resolve(np.zeros([misses])); cache.set(k, v); } return v; }
const [a, b] = await Promise.all([get('x'), get('x')]);
console.log(a === b, np.zeros([misses]).shape);
const order: string[] = [];
setTimeout(() => order.push('timer'), 0);
queueMicrotask(() => order.push('micro'));
order.push('sync');
console.log(np.zeros([order.length]).shape);
await new Promise((r) => setTimeout(r, 10));
console.log(np.zeros([order.length]).shape);
const { promise, resolve } = Promise.withResolvers<{ n: number }>();
resolve(s);
s.n = 2;
(await promise).n = 6;
console.log(np.zeros([s.n]).shape);
let w = 2;
const chain = Promise.resolve(1).then((v) => { w += v; return w; }).finally(() => { w += 10; });
const at = await chain;
console.log(np.zeros([at]).shape, np.zeros([w]).shape);
async function* nums() { for (let i = 1; i < 4; i++) { w++; yield i; } }
let t = 0;
for await (const x of nums()) t += x;
console.log(np.zeros([t]).shape, np.zeros([w]).shape);
