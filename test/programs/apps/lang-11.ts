// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
const yes = Number(JSON.parse('1')) === 1;
// joins and lists of unknown length
const maybe: Record<string, number> = { x: 1 };
if (!yes) maybe.y = 2;
console.log(np.zeros([Object.keys(maybe).length]).shape);
const either = yes ? [1, 2, 3] : [1];
console.log(np.zeros([either.concat([9]).length]).shape);
const more = [1, 2].concat(JSON.parse('[3,4,5]') as number[]);
console.log(np.zeros([more.length]).shape);
const flat = [[1], either].flat();
console.log(np.zeros([flat.length]).shape);
let n = 1;
[1, 2, 3].reduceRight((acc, x) => { n += x; return acc + x; }, 0);
console.log(np.zeros([n]).shape);
const many: number[] = [];
while (many.length < JSON.parse('4')) many.push(2);
const o = { make(a = 2, b = 3, c = 5) { return np.zeros([a, b, c]); } };
console.log(o.make(...(many as [number, number, number])).shape);
console.log(np.zeros([Array.of(...many).length]).shape, np.zeros([[1].concat(...many.map((x) => [x, x])).length]).shape);
console.log(np.zeros([Math.hypot(...many) === 2 ? 2 : 4]).shape);
const pair = yes ? { w: 2, h: 3 } : { w: 2, h: 4 };
pair.w = 7;
console.log(np.zeros([pair.w, pair.h]).shape);
const ab = [{ n: 1 }, { n: 2 }];
const pick = ab[yes ? 1 : 0];
pick.n = 6;
console.log(np.zeros([ab[1].n]).shape, np.zeros([ab[0].n]).shape);
var hoisted: number | undefined;
{ if (!yes) { var inside = 5; } }
console.log(np.zeros([inside ?? 2]).shape);
const t: number[] = [4, 5, 6];
t.length = 1;
t[3] = 9;
console.log(np.zeros([t.length]).shape, np.zeros([t[3]]).shape, np.zeros([t[1] ?? 2]).shape);
let z = yes ? NaN : 4;
console.log(np.zeros([z > 3 ? 2 : 3]).shape, np.zeros([z === z ? 2 : 3]).shape);
