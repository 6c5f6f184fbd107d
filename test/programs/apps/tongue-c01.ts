// @ts-nocheck
import * as np from 'numpy-ts';
// iterators used twice
const m = new Map([['a', 1], ['b', 2], ['c', 3]]);
const it = m.values();
for (const x of it) { np.zeros([x]); break; }
for (const y of it) np.zeros([y, 1]);
const it2 = m.values(); const l1 = [...it2]; const l2 = [...it2]; np.zeros([l1.length]); np.zeros([l2.length + 1]);
const it3 = m.keys(); const [k1] = it3; const [k2 = 'zz'] = it3; np.zeros([k1.charCodeAt(0) - 96]); np.zeros([m.get(k2) ?? 9]);
const it4 = [4, 5, 6].values(); const s4 = new Set(it4); np.zeros([s4.size]); np.zeros([[...it4].length + 1]);
function* g() { yield 1; yield 2; yield 3; } const gi = g(); for (const x of gi) { np.zeros([x]); break; } np.zeros([[...gi].length + 1]);
const gj = g(); const [g1, g2] = gj; np.zeros([g1, g2]); np.zeros([[...gj].length + 1]);
const gk = g(); np.zeros([...gk]); for (const x of gk) np.zeros([x, 7]); np.zeros([[...gk].length + 1]);
const it5 = m.entries(); const m5 = new Map(it5); const m6 = new Map(it5); np.zeros([m5.size]); np.zeros([m6.size + 1]);
const it6 = new Set([2, 3]).values(); np.zeros([Math.max(...it6)]); np.zeros([Math.max(0, ...it6) + 1]);
const it7 = m.values(); const arr = Array.from(it7); np.zeros(arr); np.zeros([Array.from(it7).length + 1]);
const it8 = [1, 2].entries(); for (const [i, v] of it8) np.zeros([v]); for (const [i, v] of it8) np.zeros([v, v]); np.zeros([[...it8].length + 2]);
// an iterator that is passed on
function take(i, n) { const out = []; for (const x of i) { out.push(x); if (out.length === n) break; } return out; }
const it9 = m.values(); np.zeros(take(it9, 2)); np.zeros(take(it9, 2)); const it10 = m.values(); np.zeros([take(it10, 1)[0]]); np.zeros([take(it10, 1)[0]]);
const z = new Set([1, 2, 3, 4]).values(); const pairs = []; for (const x of z) for (const y of z) pairs.push([x, y]); np.zeros([pairs.length]); np.zeros(pairs[0]);
// pairs that are changed
const es = [...m.entries()]; es[0][1] = 9; np.zeros([es[0][1]]); np.zeros([es[1][1]]); np.zeros([m.get('a')]); for (const p of m) { p[1] = 5; np.zeros([p[1]]); } np.zeros([m.get('b')]);
const ps = [...m]; ps.sort((a, b) => b[1] - a[1]); np.zeros([ps[0][1]]); ps[0].push(7); np.zeros([ps[0].length, ps[1].length]);
for (const e of m.entries()) e.length = 1; np.zeros([[...m.entries()][0].length]);
// reused
const vv = m.values(); np.zeros([vv.toArray().length]); np.zeros([m.values().map((x) => x + 1).toArray()[0]]); np.zeros([m.values().filter((x) => x > 1).toArray().length]); np.zeros([...m.values().take(2)]); np.zeros([m.values().reduce((a, b) => a + b)]); np.zeros([[...vv].length + 1]);
