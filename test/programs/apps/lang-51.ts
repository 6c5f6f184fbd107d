// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// conditional paths with values from data; joins of arrays through objects
const data = np.array([3, 1, 2]);
const v0 = Number(data.get([0]));
const conf = v0 > 2 ? { s: [2, 2], d: 'float32' as const } : { s: [4], d: 'int32' as const };
const a = np.zeros(conf.s, conf.d); console.log(a.shape, a.dtype, a.add(1).dtype);
conf.s.push(3); console.log(np.zeros(conf.s).shape);
let best: { k: string; a: np.NDArray } | undefined;
for (const [k, n] of [['x', 2], ['y', 5], ['z', 3]] as const) { const cand = { k, a: np.zeros([n]) as np.NDArray }; if (!best || cand.a.size > best.a.size) best = cand; }
console.log(best!.a.shape, best!.a.add(1).shape, np.zeros([best!.k === 'y' ? 2 : 3]).shape);
const acc: Record<'lo' | 'hi', number[]> = { lo: [], hi: [] };
for (let i = 0; i < 3; i++) { const x = Number(data.get([i])); (x > 1 ? acc.hi : acc.lo).push(x); }
console.log(np.zeros([acc.hi.length]).shape, np.zeros([acc.lo.length]).shape, np.zeros(acc.hi).shape);
const which = v0 === 3 ? acc.hi : acc.lo; which.length = 0; which.push(8, 8, 8);
console.log(np.zeros([acc.hi.length]).shape, np.zeros([acc.lo.length]).shape);
let f = (n: number) => np.zeros([n]); if (v0 > 2) { const g = f; f = (n) => g(n * 2); } console.log(f(3).shape);
const objs = [{ w: 1 }, { w: 2 }]; const i0 = Number(data.get([1])); objs[i0].w = 7; console.log(np.zeros([objs[0].w]).shape, np.zeros([objs[1].w]).shape);
const tab: Record<string, { n: number }> = { a: { n: 1 }, b: { n: 2 } }; const key = v0 > 2 ? 'b' : 'a'; tab[key].n = 6; tab[key] = { n: 4 }; console.log(np.zeros([tab.b.n]).shape, np.zeros([tab.a.n]).shape);
const arrs = [np.zeros([2]), np.zeros([3])]; arrs[i0] = np.ones([9]); console.log(arrs[1].shape, arrs[0].shape, arrs[1].add(1).shape);
let m = v0 > 2 ? [1, 2] : [3]; const alias = m; m = [...m, 4]; alias.push(9, 9); console.log(np.zeros([m.length]).shape, np.zeros([alias.length]).shape);
const p = v0 > 2 ? np.add : np.subtract; console.log(p(np.ones([2], 'int8'), np.ones([2], 'int16')).shape);
class A { n = 2; go() { return np.zeros([this.n]); } } class B { n = 4; go() { return np.ones([this.n, 1], 'float32'); } }
const ab: (A | B)[] = [new A(), new B()]; const one = ab[i0]; one.n = 5; console.log(one.go().shape, ab[0].go().shape, ab[1].go().dtype);
const sw = ((x: number) => { switch (true) { case x > 2: return 'big'; case x > 1: return 'mid'; default: return 'low'; } })(v0); const sizes = { big: 3, mid: 2, low: 1 }; console.log(np.zeros([sizes[sw]]).shape);
let depth = 0; const down = (n: number): number => n > 1 ? (depth++, down(n / 2)) : depth; console.log(np.zeros([down(v0 * 4)]).shape, np.zeros([depth]).shape);
let w = 0; for (const x of [5, 6, 7]) { if (x === v0 + 3) { w = x; break; } w--; } console.log(np.zeros([Math.abs(w)]).shape);
const maybe: number | null = v0 > 2 ? 4 : null; console.log(np.zeros([maybe ?? 2]).shape, np.zeros([maybe === null ? 5 : maybe]).shape);
const parts = (v0 > 2 ? 'a-b-c' : 'a').split('-'); console.log(np.zeros([parts.length]).shape); const [h, ...tl] = parts; console.log(h, np.zeros([tl.length]).shape);
