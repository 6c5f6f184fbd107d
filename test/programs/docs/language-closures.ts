// @ts-nocheck -- how values flow through the language, not which types it takes
import * as np from 'numpy-ts';
function make(n: number) { return () => np.zeros([n]); }
export const a = make(3); export const b = make(4);
function counter() { let c = 0; return { inc() { c++; return this; }, get() { return np.zeros([c]); } }; }
const k = counter(); k.inc().inc(); const d = k.get();
const k2 = counter(); k2.inc(); const e = k2.get();
const pickers = Math.random() < 2 ? [k, k2] : [k2];
for (const p of pickers) { const v = p.get(); console.log(v.size); }
const f1 = k.get, f2 = k2.get; const which = Math.random() < 2 ? f1 : f2; const h = which();
let i = 0; const lim = Math.floor(Math.random() * 3) + 1;
while (i++ < lim) { const q = np.zeros([i]); console.log(q.size); }
const w = np.full([3], i, 'int32');
function compose<T>(...fs: ((x: T) => T)[]) { return (x: T) => fs.reduce((v, f) => f(v), x); }
const pipe = compose<np.NDArray>((x) => x.add(1), (x) => np.concatenate([x, x])); const m = pipe(np.ones([2]));
const memo = new Map<number, np.NDArray>(); const getM = (n: number) => memo.get(n) ?? (memo.set(n, np.zeros([n])), memo.get(n)!); const n1 = getM(2); const n2 = getM(3);
const o = n1.add(1); const p = n2.add(1);

function va(...xs: np.NDArray[]) { return np.concatenate(xs); } const r1 = va(np.ones([1]), np.ones([2])); const r2 = va(...[np.ones([3]), np.ones([4])]);
function args() { return np.zeros([arguments.length]); } const s = (args as any)(1, 2, 3);
const t = ((f) => f(np.ones([4])))((x: np.NDArray) => x.reshape(2, 2));
function outer() { let z = np.ones([1]); const inner = () => { z = np.ones([2]); }; inner(); return z; } const u = outer().copy();
let shared = np.ones([1]); function change() { shared = np.ones([7], 'int8'); } const v1 = shared.copy(); change(); const v2 = shared.copy();
setTimeout(() => { shared = np.ones([3, 3]); }, 0); const v3 = shared.copy();
await new Promise((r) => setTimeout(r, 5)); const v4 = shared.copy();
const obj = { n: 2, get m() { return this.n * 2; } }; const w1 = np.zeros([obj.m]); obj.n = 5; const w2 = np.zeros([obj.m]);
const bindd = make.bind(null, 6); const x1 = bindd()(); const x2 = make.call(null, 7)(); const x3 = make.apply(null, [8])();
const y1 = (function fact(n: number): np.NDArray { return n < 2 ? np.ones([1]) : np.concatenate([fact(n - 1), fact(n - 1)]); })(3);
const z1 = [1, 2].map(make).map((f) => f()); const z2 = z1[0]!.copy();
const later: (() => np.NDArray)[] = []; for (const n of [4, 5]) later.push(() => np.zeros([n])); globalThis.later = later;
console.log([d, e, h, w, m, o, p, r1, r2, s, t, u, v1, v2, v3, v4, w1, w2, x1, x2, x3, y1, z2, a(), b(), ...later.map((f) => f())].map((x) => x.shape.join('x')).join(' '));
