// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// matrices as arrays of arrays, sorted and spliced; then sizes
const m: number[][] = [[1, 2, 3], [4, 5, 6]];
const t = m[0].map((_, j) => m.map((r) => r[j]));
console.log(np.array(t).shape, np.array(m).shape, np.zeros([t.length, t[0].length]).shape);
m.push([7, 8, 9]); m[0].length = 3; m.shift();
console.log(np.array(m).shape);
m[1] = m[0];
m[1].splice(0, 1);
console.log(np.zeros([m[0].length]).shape);
const people = [{ n: 'a', k: 3 }, { n: 'b', k: 1 }, { n: 'c', k: 2 }];
const sorted = people.sort((a, b) => a.k - b.k);
console.log(np.zeros([people[0].k]).shape, np.zeros([sorted[2].k]).shape);
sorted[0].k = 9;
console.log(np.zeros([people.find((p) => p.n === 'b')!.k]).shape, np.zeros([Math.max(...people.map((p) => p.k))]).shape);
const q = [1, 2, 3, 4, 5, 6];
while (q.length > 2) { q.shift(); q.pop(); }
console.log(np.zeros(q).shape);
const parts: number[][] = []; const src = [1, 2, 3, 4, 5, 6, 7];
while (src.length) parts.push(src.splice(0, 3));
console.log(np.zeros([parts.length]).shape, np.zeros([parts.at(-1)!.length]).shape);
const chunk = <T>(xs: T[], n: number): T[][] => xs.length ? [xs.slice(0, n), ...chunk(xs.slice(n), n)] : [];
console.log(np.zeros([chunk([1, 2, 3, 4, 5], 2).length]).shape, np.zeros(chunk([1, 2, 3, 4, 5], 2)[1]).shape, np.zeros([chunk(Array.from({ length: 40 }, (_, i) => i), 2).length]).shape);
const uniq = [...new Set([3, 3, 4, 5, 4])]; console.log(np.zeros([uniq.length]).shape, np.zeros([uniq[1]]).shape);
const zip = [1, 2, 3].map((x, i) => [x, ['a', 'bb', 'ccc'][i]] as const);
console.log(np.zeros([zip[2][1].length, zip[0][0]]).shape);
const obj = Object.fromEntries(zip.map(([x, s]) => [s, x])); console.log(np.zeros([obj.bb]).shape);
const cnt = ['x', 'y', 'x'].reduce<Record<string, number>>((a, k) => ({ ...a, [k]: (a[k] ?? 0) + 1 }), {}); console.log(np.zeros([cnt.x, cnt.y]).shape);
const cnt2 = ['x', 'y', 'x'].reduce((a, k) => { a.set(k, (a.get(k) ?? 0) + 1); return a; }, new Map<string, number>()); console.log(np.zeros([cnt2.get('x')!]).shape);
const deep = [[1, [2]], [3, [4, [5]]]] as any[]; console.log(np.zeros([deep.flat(2).length]).shape, np.zeros([deep.flat().length]).shape);
const filled = Array<number[]>(2).fill([]).map(() => [0]); filled[0].push(1); console.log(np.zeros([filled[1].length]).shape);
const perms = (xs: number[]): number[][] => xs.length < 2 ? [xs] : xs.flatMap((x, i) => perms([...xs.slice(0, i), ...xs.slice(i + 1)]).map((p) => [x, ...p])); console.log(np.zeros([perms([1, 2, 3]).length]).shape, np.zeros(perms([1, 2, 3])[3]).shape);
const bin = [1, 3, 5, 7, 9, 11]; let lo = 0, hi = bin.length - 1, pos = -1; while (lo <= hi) { const mid = (lo + hi) >>> 1; if (bin[mid] === 9) { pos = mid; break; } if (bin[mid] < 9) lo = mid + 1; else hi = mid - 1; } console.log(np.zeros([pos]).shape);
const spiral: number[] = []; const g = [[1, 2], [3, 4]]; while (g.length) { spiral.push(...g.shift()!); for (const r of g) spiral.push(r.pop()!); g.reverse().forEach((r) => r.reverse()); } console.log(np.zeros(spiral).shape);
const last = [1, 2, 3]; last.length--; last[last.length] = 7; console.log(np.zeros(last).shape); last['1'] = 5; console.log(np.zeros(last).shape, np.zeros([last['0']]).shape);
