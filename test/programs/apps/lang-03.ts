// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// objects merged, spread, assigned
const base = { rows: 3, cols: 2, dtype: 'float64' as const };
Object.assign(base, { rows: 7 });
console.log(np.zeros([base.rows, base.cols]).shape);
const opts = JSON.parse('{"rows":6}') as { rows?: number };
const merged = { rows: 2, cols: 2, ...opts };
console.log(np.zeros([merged.rows, merged.cols]).shape);
const dict: Record<string, number> = {};
dict[['ro', 'ws'].join('')] = 9;
const m2 = { rows: 4, ...dict };
console.log(np.ones([m2.rows]).shape);
// getter in spread is evaluated once
const live = { n: 2, get size() { return this.n * 2; } };
const frozenCopy = { ...live };
frozenCopy.n = 5;
console.log(np.zeros([frozenCopy.size]).shape);
// keys
const table = { b: 1, 'a b': 2, get c() { return 3; } };
console.log(np.zeros([Object.keys(table).length]).shape);
const ordered = { z: 5, 2: 7, 1: 9 };
console.log(np.zeros([Object.values(ordered)[0]]).shape);
const maybe: Record<string, number> = { x: 1 };
if (Math.random() > 2) maybe.y = 2;
console.log(np.zeros([Object.keys(maybe).length]).shape);
class P { #k = 1; n = 2; get(){ return this.#k; } }
const p = new P();
console.log(p.get(), np.zeros([Object.keys(p).length]).shape);
const fz = Object.freeze({ n: 3 });
try { (fz as { n: number }).n = 8; } catch { console.log('frozen'); }
console.log(np.zeros([fz.n]).shape);
const dp: { n?: number } = {};
Object.defineProperty(dp, 'n', { value: 6 });
console.log(np.zeros([dp.n ?? 2]).shape);
const rs: { n?: number } = {};
Reflect.set(rs, 'n', 4);
console.log(np.zeros([rs.n ?? 2]).shape);
