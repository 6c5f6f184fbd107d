// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// mutation while iterating
const queue = [3];
let count = 0;
for (const x of queue) { count++; if (x > 0) queue.push(x - 1); }
console.log(np.zeros([count]).shape, np.zeros([queue.length]).shape);
const stack = [1, 2, 3, 4, 5];
let visits = 0;
stack.forEach(() => { visits++; stack.pop(); });
console.log(np.zeros([visits]).shape);
const work = [np.zeros([2]), np.zeros([2])];
let last = np.zeros([2]);
for (const w of work) { last = w; if (work.length < 4) work.push(np.zeros([6])); }
console.log(last.add(1).shape);
const m = new Map<string, number[]>([['a', [1]]]);
let biggest = [1];
for (const [k, v] of m) { biggest = v; if (k === 'a') m.set('b', [4, 5]); }
console.log(np.zeros(biggest).shape);
const it = [1, 2, 3].values();
it.next();
let left = 0;
for (const _ of it) left++;
console.log(np.zeros([left]).shape);
const ent = [5, 6].entries();
let rounds = 1;
for (const _ of ent) rounds++;
for (const _ of ent) rounds++;
console.log(np.zeros([rounds]).shape);
const live = m.values();
m.set('z', [7, 7, 7]);
let widest: number[] = [];
for (const v of live) if (v.length > widest.length) widest = v;
console.log(np.zeros(widest).shape);
let shrinking = 10;
const parts = [];
while (shrinking > 1) { parts.push(np.ones([shrinking])); shrinking = Math.floor(shrinking / 2); }
console.log(parts.length, parts.at(-1)?.shape, np.zeros([parts.length]).shape);
const idx = [0, 1, 2, 3, 4, 5];
for (let i = 0; i < idx.length; i++) if (idx[i] % 2 === 0) idx.splice(i, 1);
console.log(np.zeros([idx.length]).shape, np.zeros([idx[1]]).shape);
