// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// narrowing that something else undoes
const s: { a: ReturnType<typeof np.zeros> | null; n: number } = { a: null, n: 3 };
const yes = Number(JSON.parse('1')) === 1;
function fill() { s.a ??= yes ? np.zeros([s.n]) : null; s.n++; }
fill(); fill();
if (s.a) console.log(s.a.shape, s.a.add(1).shape);
let cur = Number(JSON.parse('4'));
const set5 = () => { cur = 5; };
if (cur === 4) { set5(); console.log(np.zeros([cur]).shape); }
let w = Number(JSON.parse('4'));
if (w === 4) { w = 9; console.log(np.zeros([w]).shape); } else { console.log(np.zeros([w]).shape); }
let t = Number(JSON.parse('4'));
if (t++ === 4) console.log(np.zeros([t]).shape);
let u = Number(JSON.parse('4'));
if (u === (u = 6, 4)) console.log(np.zeros([u]).shape);
const o = { get v() { set5(); return 2; } };
cur = Number(JSON.parse('2'));
if (cur === o.v) console.log(np.zeros([cur]).shape);
let z = Number(JSON.parse('0'));
if (!z) console.log(np.zeros([z + 2]).shape);
let m: number | undefined = yes ? 3 : undefined;
const clear = () => { m = undefined; };
if (m !== undefined) { clear(); console.log(np.zeros([m ?? 8]).shape); }
let str = yes ? 'abc' : 'de';
if (str === 'de') console.log('no'); else console.log(np.zeros([str.length]).shape);
const either = yes ? np.zeros([3]) : np.zeros([3], 'float32');
if (either.dtype === 'float32') console.log('f'); else console.log(either.add(1).shape);
let n = Number(JSON.parse('3'));
while (n < 5) { n++; }
console.log(np.zeros([n]).shape);
let p = Number(JSON.parse('7'));
do { p -= 2; } while (p > 0);
console.log(np.zeros([p + 3]).shape);
for (let i = 0; ; i++) { if (i === Number(JSON.parse('6'))) { console.log(np.zeros([i]).shape); break; } }
const kind = yes ? 'x' : 'y';
const table = { x: np.zeros([2]), y: np.ones([4]) };
console.log(table[kind].shape, table[kind].multiply(2).shape);
let lim = Number(JSON.parse('2'));
if (lim >= 2 && lim <= 2) console.log(np.zeros([lim]).shape);
const nn = Number(JSON.parse('2.5'));
if (nn > 2 && nn < 3) console.log(np.zeros([Math.floor(nn)]).shape, np.zeros([Math.ceil(nn)]).shape, np.zeros([Math.round(nn)]).shape);
