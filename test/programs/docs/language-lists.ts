// @ts-nocheck -- how values flow through the language, not which types it takes
import * as np from 'numpy-ts';
const sizes = [1, 2, 3];
const a = sizes.map((n) => np.zeros([n]));
const b = a[0]!.copy(); const c = a[2]!.copy();
const d = np.concatenate(a);
const e = sizes.filter((n) => n > 1).map((n) => np.zeros([n, n]));
const f = e[0]!.copy();
sizes.push(4); sizes.unshift(9); sizes.splice(1, 1); sizes.reverse(); sizes.sort((x, y) => x - y);
const g = np.zeros([sizes[0]!]); const h = np.zeros([sizes.length]);
const i = np.zeros([sizes.pop()!]); const j = np.zeros([sizes.shift()!]);
const m = new Map<string, np.NDArray>([['a', np.ones([2])]]); m.set('b', np.ones([3]));
const k = m.get('a')!.copy(); const l = m.get('b')!.add(1);
for (const [key, v] of m) { const w = v.add(key.length); console.log(w.size); }
const o: Record<string, np.NDArray> = {}; o['x'] = np.ones([5]); o.y = np.ones([6]);
for (const key of Object.keys(o)) { const v = o[key]!.add(1); console.log(v.size); }
for (const key in o) { const v = o[key]!.multiply(2); console.log(v.size); }
for (const [key, v] of Object.entries(o)) { const w = v.subtract(2); console.log(key, w.size); }
const p = Object.values(o)[1]!.copy();
const q = { ...o, y: np.ones([7], 'int8') }; const r = q.y.copy(); const s = q['x']!.copy();
const [first, ...rest] = [np.ones([1]), np.ones([2]), np.ones([3])]; const t = rest[1]!.copy(); const u = first!.copy();
const v = Array.from({ length: 3 }, (_, n) => np.zeros([n + 1])); const w = v[1]!.copy();
const x = new Array(4).fill(0).map((_, n) => n * 2); const y = np.array(x); const z = np.array([x, x]);
const aa = np.array([[1, 2], [3, 4]].map((r) => r.map((n) => n + 0.5)));
const ab = [3, 4].flatMap((n) => [n, n]); const ac = np.array(ab);
const ad = [[1], [2, 3]].flat(); const ae = np.array(ad);
const af = [np.ones([2]), np.ones([3])].find((x) => x.size > 2)!; const ag = af.copy();
const ah = [1, 2, 3].reduce((acc, n) => np.concatenate([acc, np.ones([n])]), np.zeros([1])); const ai = ah.copy();
const set = new Set([1, 1, 2]); const aj = np.zeros([set.size]); const ak = np.array([...set]);
const al = np.array([...'abc'].map((c) => c.charCodeAt(0)));
const am = np.zeros('a,b,c'.split(',').map((s) => s.length));
const an = np.zeros([...[2, 3], 4]);
const grid: number[][] = []; for (let r = 0; r < 3; r++) { const row: number[] = []; for (let c2 = 0; c2 < 2; c2++) row.push(r * c2); grid.push(row); }
const ao = np.array(grid);
const nested = { a: { b: [np.ones([8])] } }; const ap = nested.a.b[0]!.copy(); nested.a.b[0] = np.ones([9]); const aq = nested.a.b[0]!.copy();
const alias = nested.a; alias.b.push(np.ones([1])); const ar = nested.a.b.at(-1)!.copy();
const as = np.array(sizes.concat([1, 2])); const at = np.array(sizes.slice(0, 1)); const au = np.array(Array.of(1, 2)); const av = np.array(sizes.map(String).map(Number));
let swap1 = np.ones([1]), swap2 = np.ones([2]); [swap1, swap2] = [swap2, swap1]; const aw = swap1.copy(); const ax = swap2.copy();
const frozen = Object.freeze({ n: 3 }); const ay = np.zeros([frozen.n]); const cl = structuredClone({ n: 4 }); const az = np.zeros([cl.n]); const js = JSON.parse('{"n":5}'); const ba = np.zeros([js.n]);
const gen = function* () { yield np.ones([1]); yield np.ones([2]); }; for (const x2 of gen()) { const bb = x2.add(1); console.log(bb.size); }
const [g1, g2] = gen(); const bc = g2!.copy(); console.log(g1!.size);
const it = [np.ones([3])][Symbol.iterator](); const bd = it.next().value!.copy();
const asg = Object.assign({ n: 1 }, { n: 7 }); const be = np.zeros([asg.n]);
const fe: np.NDArray[] = []; [1, 2].forEach((n, idx) => { fe[idx] = np.zeros([n]); }); const bf = fe[1]!.copy();
const holes: number[] = []; holes[4] = 1; const bg = np.zeros([holes.length]); holes.length = 2; const bh = np.zeros([holes.length]);
console.log([b,c,d,f,g,h,i,j,k,l,p,r,s,t,u,w,y,z,aa,ac,ae,ag,ai,aj,ak,al,am,an,ao,ap,aq,ar,as,at,au,av,aw,ax,ay,az,ba,bc,bd,be,bf,bg,bh].map((x) => x.shape.join('x')).join(' '));
