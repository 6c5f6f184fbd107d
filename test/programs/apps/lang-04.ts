// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// arrays: early exits, holes, flattening
let calls = 0;
[1, 2, 3, 4].some((x) => { calls++; return x > 1; });
console.log(np.zeros([calls]).shape);
let seen = 0;
const hit = [5, 6, 7].find((x) => { seen += 1; return x === 5; });
console.log(hit, np.zeros([seen + 1]).shape);
let n = 1;
[2, 4, 5, 8].every((x) => { n += x; return x % 2 === 0; });
console.log(np.zeros([n]).shape);
let holes = 1;
new Array(4).forEach(() => { holes++; });
console.log(np.zeros([holes]).shape);
const nested = [1, [2, [3, [4]]]] as unknown[];
console.log(np.zeros([nested.flat(Infinity).length]).shape);
const data = np.array([1, -1, 2]);
const kept = [0, 1, 2].flatMap((i) => (Number(data.get([i])) > 0 ? [i] : []));
console.log(np.zeros([kept.length]).shape);
const more = [1, 2].concat(JSON.parse('[3,4,5]') as number[]);
console.log(np.zeros([more.length]).shape);
const either = Math.random() < 2 ? [1, 2, 3] : [1];
console.log(np.zeros([either.concat([9]).length]).shape);
const cw = [7, 2, 3, 4];
cw.copyWithin(0, 2);
console.log(np.zeros([cw[0]]).shape);
const parsed = ['10', '10', '10'].map(parseInt as (s: string) => number);
console.log(np.zeros([Number.isNaN(parsed[1]) ? 2 : parsed[1]]).shape);
let steps = 0;
for (const x of [10, 9, 1].sort()) { if (x === 1) steps += 3; }
console.log(np.zeros([[10, 9, 1].sort()[1]]).shape, np.zeros([steps]).shape);
const byIdx = [1, 1, 1, 1];
byIdx.forEach((x, i) => { byIdx[i + 1] = x + 1; });
console.log(np.zeros([byIdx[3]]).shape);
