import { zeros, sum } from 'numpy-ts';
const a = zeros([400000]); const b = a.copy(); console.log(Number(sum(b))); const b2 = 5; const x2 = [b2].map((v) => v); console.log(x2);
const z = zeros([400000]); const q = Number(sum(z.add(1).multiply(2))); const added = 3, t = 1, tmp = 2, z2 = [added, t, tmp].map(String); console.log(z2); console.log(q)
;[1].map((v) => v)
const w = zeros([400000])
const w3 = w.copy()
;[w3].map((v) => console.log(v.size))
