import * as np from 'numpy-ts';
function* g() { let n = 1; const set = () => { n = 4; }; yield set; yield np.zeros([n]); }
for (const x of g()) { if (typeof x === 'function') x(); else console.log(x.add(1).shape); }
const run = async () => { let n = 1; const e = []; e.push(() => { n = 2; }); n = 7; await null; e[0](); return np.zeros([n]); };
console.log((await run()).shape);
