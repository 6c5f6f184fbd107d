// @ts-nocheck -- written by reviewers to find wrong facts
import { zeros, ones } from 'numpy-ts';
// recursion that mutates outer state, deeper than any budget
let visited = 0;
function walk(n: number): void { if (n === 0) return; visited++; walk(n - 1); }
walk(25);
console.log(zeros([visited]).shape);
const stats = { depth: 0, leaves: 0 };
function tree(d: number): number {
  if (d > stats.depth) stats.depth = d;
  if (d >= 20) { stats.leaves += 1; return 1; }
  return tree(d + 1) + 1;
}
const total = tree(0);
console.log(total, ones([stats.depth]).shape, ones([stats.leaves + 2]).shape);
const isEven = (n: number): boolean => n === 0 ? true : isOdd(n - 1);
const isOdd = (n: number): boolean => n === 0 ? false : isEven(n - 1);
const a = isEven(40) ? zeros([4]) : zeros([5], 'float32');
console.log(a.shape);
const memo: Record<string, number> = {};
function fib(n: number): number {
  const key = `k${n}`;
  if (memo[key] !== undefined) return memo[key];
  const v = n < 2 ? n : fib(n - 1) + fib(n - 2);
  memo[key] = v;
  return v;
}
console.log(zeros([fib(9)]).shape, zeros([fib(20) % 50]).shape, zeros([memo.k7]).shape);
const out: number[] = [];
function collect(n: number) { if (n > 0) { out.push(n); collect(n - 1); } }
collect(18);
console.log(zeros([out.length]).shape, zeros([out[out.length - 1]]).shape);
let shape: number[] = [2];
function deepen(k: number) { if (k === 0) { shape = [3, 3]; return; } deepen(k - 1); }
deepen(30);
console.log(zeros(shape).shape);
