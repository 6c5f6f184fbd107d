import * as np from 'numpy-ts';
let n = 3;
const o = { [Symbol.toPrimitive]() { n = 5; return 'x'; } };
const s = `${o}`;
console.log(np.zeros([n]).shape, s);
class K { static #c = 0; static get v() { return n = 6 + K.#c; } static { K.v; } }
console.log(np.zeros([n]).shape);
function* g() { n = 8; yield 1; }
const [q] = g();
console.log(np.zeros([n]).shape, q);
label: for (const x of [1]) { if (x) { n = 10; continue label; } }
console.log(np.zeros([n]).shape);
var { w = (n = 12) }: any = {};
console.log(np.zeros([n]).shape, w);
