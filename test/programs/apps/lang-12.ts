// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// properties on functions and lists, strings past their end
interface Memo { (n: number): number; cache?: Map<number, number>; hits?: number; done?: boolean }
const square: Memo = (n) => { square.cache ??= new Map(); square.hits = (square.hits ?? 0) + 1; return n * n; };
square(3); square(2);
console.log(np.zeros([square.hits ?? 7]).shape);
let init = 3;
function once() { if (!(once as { done?: boolean }).done) { (once as { done?: boolean }).done = true; init = 6; } }
once(); once();
console.log(np.zeros([init]).shape);
const list = [1, 2] as number[] & { label?: string; extra?: number };
console.log(np.zeros([list.label ? 5 : 3]).shape, np.zeros([list.extra ?? 4]).shape, np.zeros([typeof list.label === 'undefined' ? 3 : 5]).shape);
list.extra = 8;
console.log(np.zeros([list.extra ?? 4]).shape);
const text = 'abc';
console.log(np.zeros([text.at(10) === undefined ? 3 : 5]).shape, np.zeros([(text.at(9) ?? 'wxyz').length]).shape);
console.log(np.zeros([text[7] === undefined ? 2 : 6]).shape);
let i = 0;
while (text[i] !== undefined) i++;
console.log(np.zeros([i]).shape);
const fnA = (a: number, b: number) => a + b;
console.log(np.zeros([fnA.length]).shape);
const num = 5 as unknown as { length?: number };
console.log(np.zeros([num.length === undefined ? 2 : 3]).shape);
