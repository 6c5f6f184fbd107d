// @ts-nocheck
import * as np from 'numpy-ts';
// loops with counts that vary, order and unsure keys; records too
const n = process.argv.length; const flag = n > 99;
const m = new Map([['a', 1], ['b', 2], ['c', 3]]);
for (let i = 0; i < n; i++) { const [k, v] = [...m][0]; m.delete(k); m.set(k, v); }
np.zeros([m.size]); np.zeros([...m.values()]); 
const lru = new Map(); const use = (k) => { const a = lru.get(k) ?? np.zeros([k.length]); lru.delete(k); lru.set(k, a); if (lru.size > 2) lru.delete([...lru.keys()][0]); return a; };
use('a'); use('bb'); use('a'); use('ccc'); np.zeros([lru.size]); np.zeros([lru.has('bb') ? 1 : 2]); [...lru.values()][0].add(1); for (const a of lru.values()) a.add(1);
for (const k of ['x', 'yy', 'zzz', 'x']) use(k).add(1); np.zeros([lru.size]); [...lru.values()].at(-1).add(1);
const t = new Map([['a', 1], ['b', 2]]); if (flag) { t.delete('a'); } else { t.delete('b'); } t.set('a', 5).set('b', 6); np.zeros([...t.values()]);
const t2 = new Set(['a', 'b']); switch (n) { case 1: t2.delete('b'); break; case 2: t2.delete('a'); break; default: t2.clear(); } t2.add('a').add('b'); np.zeros([[...t2][0] === 'a' ? 1 : 2]); np.zeros([t2.size]);
const t3 = new Map([['a', 1], ['b', 2]]); try { t3.delete('a'); if (n > 1) throw 1; t3.delete('b'); } catch { t3.set('q', 3); } t3.set('a', 4).set('b', 5); np.zeros([...t3.values()]);
const t4 = new Map([['a', 1], ['b', 2], ['c', 3]]); for (const k of [...t4.keys()]) { if (n > k.length) t4.delete(k); } t4.set('c', 7).set('b', 8).set('a', 9); np.zeros([...t4.values()]);
const t5 = new Map(); for (const k of process.argv) t5.set(k.length > 0 ? 'x' : 'y', 3); t5.set('y', 4).set('x', 5); np.zeros([...t5.values()]); const t6 = new Map(); if (n > 1) t6.set('x', 1); t6.set('y', 2); t6.set('x', 3); np.zeros([...t6.values()]); const t7 = new Map(); if (flag) t7.set('x', 1); t7.set('y', 2); t7.set('x', 3); np.zeros([...t7.values()]);
const o6 = {}; if (flag) o6.x = 1; o6.y = 2; o6.x = 3; np.zeros(Object.values(o6)); const o7 = { ...(flag ? { x: 1 } : {}), y: 2 }; o7.x = 3; np.zeros(Object.values(o7)); const o8 = { ...(flag && { x: 1 }), y: 2, x: 4 }; np.zeros(Object.values(o8)); const [f8] = Object.values(o8); np.zeros([f8]); for (const k in o8) { np.zeros([o8[k]]); break; } for (const [k, v] of Object.entries(o6)) { np.zeros([v]); break; } np.zeros([Object.keys(o6)[0] === 'x' ? 1 : 2]); np.zeros([JSON.stringify(o6).length]);
const o9 = {}; for (const k of process.argv) if (k.length < 0) o9.x = 1; o9.y = 2; o9.x = 3; np.zeros(Object.values(o9)); class R { constructor(f) { if (f) this.x = 1; this.y = 2; this.x = 3; } } np.zeros(Object.values(new R(flag))); np.stack(Object.values({ ...(flag ? { q: np.zeros([2], 'int8') } : {}), p: np.zeros([2]), q: np.zeros([2], 'int8') })); const mo = new Map(Object.entries(o6)); np.zeros([...mo.values()]); function mk(f) { const r = {}; if (f) r.w = 2; r.h = 3; r.w = 4; return r; } np.zeros(Object.values(mk(flag))); np.zeros(Object.values(mk(true))); np.zeros(Object.values(mk(false)));
const oo = { a: 1, b: 2 }; const { a, ...rest } = oo; np.zeros(Object.values(rest)); delete oo.a; oo.a = 3; np.zeros(Object.values(oo)); const merged = Object.assign({ z: 1 }, oo, { z: 5 }); np.zeros(Object.values(merged)); const upd = { ...oo, b: 7 }; np.zeros(Object.values(upd)); const upd2 = { b: 7, ...oo }; np.zeros(Object.values(upd2)); const num = { b: 1 }; num[2] = 3; num[1] = 4; np.zeros(Object.values(num)); num['01'] = 6; num['3'] = 5; np.zeros(Object.values(num)); num[4294967295] = 2; num[5] = 2; np.zeros([Object.keys(num).at(-1).length]);
