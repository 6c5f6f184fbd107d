// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// view/owner and dtype through language constructs
const base = np.arange(12).reshape([3, 4]);
const views = { row: base.slice('0'), t: base.T, copy: base.copy() };
const pick = (k: keyof typeof views) => views[k];
console.log(pick('row').shape, pick('t').shape, pick('copy').shape);
const yes = Number(JSON.parse('1')) === 1;
const maybeView = yes ? base.T : base.copy();
console.log(maybeView.shape, maybeView.add(1).shape);
let x = base; const y = x;
x = x.reshape([12]);
console.log(y.shape, x.shape, x.ravel().shape, y.T.ravel().shape);
const chain = [1, 2].reduce((acc, n) => acc.add(n), np.zeros([2, 2], 'float32'));
console.log(chain.dtype, chain.shape);
const mixed = [np.zeros([2], 'int8'), np.zeros([2], 'int16'), np.zeros([2], 'float32')].reduce((a, b) => a.add(b));
console.log(mixed.dtype);
const dts = ['float32', 'int32', 'uint8'] as const;
for (const d of dts) { const z = np.zeros([3], d); console.log(z.dtype, z.add(z).dtype, z.multiply(1.5).dtype); }
const last = dts.at(-1)!;
console.log(np.ones([2], last).dtype);
const byName = Object.fromEntries(dts.map((d) => [d, np.zeros([2], d)]));
console.log(byName.int32.dtype);
const table = dts.map((d, i) => ({ d, a: np.zeros([i + 1], d) }));
table.sort((p, q) => q.a.size - p.a.size);
console.log(table[0].a.shape, table[0].a.dtype);
const [{ a: firstA }, , { a: lastA }] = table;
console.log(firstA.shape, lastA.dtype);
for (const { a, d } of table.toReversed()) console.log(a.shape, d);
const ops = { add: np.add, mul: np.multiply, pow: np.power };
for (const [name, op] of Object.entries(ops)) console.log(name, op(base, 2).dtype);
const fn = yes ? np.sum : np.mean;
console.log(fn(np.ones([2, 3], 'int32'), 0).shape, (fn(np.ones([2, 3], 'int32'), 0) as typeof base).dtype);
const args: [number[], 'int16'] = [[2, 2], 'int16'];
console.log(np.zeros(...args).dtype);
const partial = np.zeros.bind(null, [4, 2]);
console.log(partial().shape);
const { zeros: zz, ...rest } = np as unknown as { zeros: typeof np.zeros; ones: typeof np.ones };
console.log(zz([3]).shape, rest.ones([5]).shape);
