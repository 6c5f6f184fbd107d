// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// exceptions in the middle of state changes
interface Pool { size: number; last: unknown }
const pool: Pool = { size: 3, last: null };
function check(x: number) { if (x > 2) throw new Error(`bad ${x}`); return x; }
// a: intermediate state inside try
let buf = np.zeros([3]);
try {
  buf = np.zeros([8]);
  check(5);
  buf = np.zeros([3]);
} catch { /* ignore */ }
console.log(buf.add(1).shape);
// b: callee mutates, then throws on a condition
function reserve(n: number) {
  pool.size = 11;
  if (n > 4) throw new Error('full');
  pool.size = 3;
}
try { reserve(9); } catch { console.log('full'); }
console.log(np.ones([pool.size]).shape);
// c: callee always throws after mutation
let tries = 2;
function fail(): never { tries = 6; throw new Error('x'); }
try { fail(); } catch (e) { console.log((e as Error).message); }
console.log(np.ones([tries]).shape);
// d: finally with a conditional return
function pick(flag: boolean) {
  try { return np.zeros([2]); } finally { if (flag) return np.zeros([5, 5], 'float32'); }
}
console.log(pick(Math.random() < 2).shape);
// e: thrown object aliases state
const ctx = { rows: 4 };
try { throw { ctx }; } catch (e) { (e as { ctx: typeof ctx }).ctx.rows = 9; }
console.log(np.zeros([ctx.rows, 2]).shape);
// f: message decides
let mode = 3;
try { check(7); } catch (e) { if ((e as Error).message === 'bad 7') mode = 5; }
console.log(np.zeros([mode]).shape);
