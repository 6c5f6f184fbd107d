// @ts-nocheck -- written by reviewers to find wrong facts
// narrowing traps: counters and labels made as float64, then run through functions whose result dtype depends on the input
import * as np from 'numpy-ts';
const N = 200_000;
const ids = np.arange(N).mod(250);
const lab = np.zeros([N]);
lab.slice('1000:5000').fill(3);
lab.slice('::7').fill(9);
const r = np.sqrt(lab);
console.log(Number(r.slice('7')).toString(), r.slice('1000:1004').tolist());
const d = np.diff(ids);
console.log(Number(d.min()), Number(d.max()));
console.log(Number(np.std(ids)), Number(ids.mean()));
const c = np.cumsum(lab);
console.log(Number(c.slice('-1').item()));
const flags = np.ones([N]);
flags.slice('::2').fill(0);
const neg = flags.negative();
console.log(Number(neg.sum()), Number(neg.min()));
const w = np.full([N], 200);
const s = w.add(w);
console.log(Number(s.max()), Number(np.dot(flags, w)));
const levels = np.array(Array.from({ length: 50000 }, (_, i) => i % 17));
const half = levels.divide(2);
console.log(String(half.slice(':5')), String(levels.slice(':4')));
const k = np.full([N], 7);
console.log(k.item(3) / 2, Number(k.power(3).max()), JSON.stringify(k.slice(':3').tolist()));
const e = np.exp(np.zeros([N]));
console.log(Number(e.sum()));
