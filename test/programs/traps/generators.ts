import * as np from 'numpy-ts';
function* batches(n: number, size: number): Generator<{ x: np.NDArray; y: np.NDArray; n: number }> {
  for (let i = 0; i + size <= n; i += size) yield { x: np.ones([size, 8]), y: np.zeros([size]), n: size };
}
let total = 0;
for (const { x, y, n } of batches(64, 16)) {
  const s = np.sum(x.multiply(2), 0) as np.NDArray;
  total += Number(np.sum(s)) + y.size + np.zeros([n]).size;
}
console.log(total);
let count = 1;
function* counting(): Generator<np.NDArray> { count = 2; yield np.zeros([count]); count = 3; yield np.zeros([count]); count = 4; }
for (const c of counting()) console.log(np.ones([count]).add(c).size);
console.log(np.zeros([count]).size);
const all = [...counting()];
console.log(all[0]!.size, all.length);
const holder = { n: 2 };
function* shared(): Generator<{ n: number }> { yield holder; console.log(np.zeros([holder.n]).size); yield holder; }
for (const h of shared()) { h.n = 7; }
console.log(np.zeros([holder.n]).size);
const g = counting();
const first = g.next().value as np.NDArray;
console.log(first.size, np.zeros([count]).size);
class Tree { v: np.NDArray; kids: Tree[]; constructor(v: np.NDArray, kids: Tree[] = []) { this.v = v; this.kids = kids; } *[Symbol.iterator](): Generator<np.NDArray> { yield this.v; for (const k of this.kids) yield* k; } }
for (const v of new Tree(np.ones([3]), [new Tree(np.ones([4]))])) console.log(v.add(1).size);
function* infinite(): Generator<np.NDArray> { let i = 0; while (true) yield np.full([4], i++); }
for (const v of infinite()) { if (Number(v.get([0])) > 3) break; console.log(v.multiply(2).size); }
const [p, q] = counting();
console.log(p!.size, q!.size);
function* buf(): Generator<np.NDArray> { const b = np.zeros([5]); for (let i = 0; i < 3; i++) { b.fill(i); yield b; } }
for (const b of buf()) { const k = b.copy(); k.set([0], 9); console.log(Number(np.sum(k)), Number(np.sum(b))); }
