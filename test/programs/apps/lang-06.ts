// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// generators are lazy
let n = 3;
function* sizes() { yield np.zeros([n]); n = 10; yield np.zeros([n + 1]); }
const g = sizes();
n = 5;
const first = g.next().value;
console.log(first?.shape);
let effect = 2;
function* touch() { effect = 7; yield 1; }
const t = touch();
const before = np.ones([effect]);
t.next();
const after = np.ones([effect]);
console.log(before.shape, after.shape);
const st = { k: 2 };
function* driver() { while (true) { st.k += 1; yield st.k; } }
const d = driver();
d.next(); d.next(); d.next();
console.log(np.zeros([st.k]).shape);
function* take(k: number) { for (let i = 0; i < k; i++) yield i; }
let sum = 1;
for (const v of take(4)) sum += v;
console.log(np.zeros([sum]).shape);
class Grid { h: number; w: number; constructor(h: number, w: number) { this.h = h; this.w = w; } *[Symbol.iterator]() { yield this.h; yield this.w; } }
const grid = new Grid(2, 3);
grid.h = 4;
console.log(np.zeros([...grid]).shape);
function* neverRun() { st.k = 99; yield 1; }
neverRun();
console.log(np.zeros([st.k + 1]).shape);
