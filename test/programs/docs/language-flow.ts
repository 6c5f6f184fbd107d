// @ts-nocheck -- how values flow through the language, not which types it takes
import * as np from 'numpy-ts';
function pick(k: string) { switch (k) { case 'a': return np.zeros([1]); case 'b': { break; } default: return np.zeros([2]); } return np.zeros([3], 'int8'); }
const a = pick('a').copy(); const b = pick('b').copy(); const c = pick('z').copy();
function sw(n: number) { let k = 0; switch (n) { default: k = 1; case 1: k += 10; break; case 2: k = 5; } return np.zeros([k]); }
const d = sw(1); const e = sw(2); const f = sw(9);
let x: np.NDArray | undefined;
const g = x?.add(1);
x = np.ones([2, 3]);
const h = x?.T?.copy();
const o: { p?: { q: np.NDArray } } = Math.random() > 2 ? { p: { q: np.ones([1]) } } : {};
const i = o.p?.q.add(1);
const j = o.p?.q ?? np.zeros([5]);
const k = (o.p ? o.p.q : np.zeros([6])).add(1);
function thrower(n: number) { let r = np.zeros([1]); try { if (n > 0) throw new Error('x'); r = np.zeros([2]); } catch { r = np.concatenate([r, np.zeros([3])]); } finally { r = np.concatenate([r, np.zeros([1])]); } return r; }
const l = thrower(1); const m = thrower(0);
function fin() { try { return np.zeros([1]); } finally { return np.zeros([2]); } }
const n = fin().copy();
function rec(n: number): np.NDArray { return n === 0 ? np.zeros([1]) : np.concatenate([rec(n - 1), np.ones([1])]); }
const q = rec(3); const r = rec(20);
function fib(n: number): number { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
const s = np.zeros([fib(7)]);
let t = 0; for (;;) { t++; if (t > 4) break; }
const u = np.zeros([t]);
const v = np.zeros([[1, 2, 3].reduce((p, c) => p + c, 0)]);
const w = np.zeros([Math.max(...[1, 5, 2])]);
const y = np.zeros([`${t}ab`.length]);
const [z1 = 3, , ...z2] = [undefined, 1, 2, 3];
const z = np.zeros([z1, z2.length]);
const { aa = 2, ...bb } = { bb1: 1, cc: 2 } as any;
const ac = np.zeros([aa, Object.keys(bb).length]);
label: { if (t > 1) break label; t = 100; }
const ad = np.zeros([t]);
const ae = np.zeros([t ? t & 3 : 9, ~~3.7, 7 % 4, 2 ** 3, +'3', 1 << 2, 5 >>> 1]);
const af = (t > 100 || np.zeros([2])) as np.NDArray; const ag = af.add(1);
var hoisted = 1; { var hoisted = 2; }
const ah = np.zeros([hoisted]);
const ai = ((n) => { n++; return np.zeros([n]); })(1);
let aj = 1; const ak = (aj++, aj++, np.zeros([aj]));
const al = np.zeros([aj]); function early(v?: number) { if (v === undefined) return np.zeros([1]); if (v > 3) return np.zeros([v]); return np.zeros([2, v]); }
const am = early().copy(); const an = early(5).copy(); const ao = early(2).copy();
console.log([a,b,c,d,e,f,h,j,k,l,m,n,q,r,s,u,v,w,y,z,ac,ad,ae,ag,ah,ai,ak,al,am,an,ao].map((x) => x.shape.join('x')).join(' '), g, i);
