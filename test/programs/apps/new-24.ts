// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// copies: needed and needless
class Frame { data: np.NDArray; stamp: number; constructor(data: np.NDArray, stamp = 0) { this.data = data.copy(); this.stamp = stamp; } mean() { return Number(np.mean(this.data)); } clone() { return new Frame(this.data, this.stamp + 1); } }
const src = np.arange(300_000, undefined, 1, 'float32').reshape(300, 1000);
const f1 = new Frame(src);
const f2 = f1.clone();
f2.data.slice('0').fill(-1);
console.log(f1.mean().toFixed(3), f2.mean().toFixed(3), f2.stamp);
const snapshot = src.copy();
const total = Number(np.sum(snapshot));
const cb: (() => void)[] = [];
const guarded = src.copy();
cb.push(() => { src.slice('1').fill(5); });
cb.forEach((f) => f());
console.log(total, Number(np.sum(guarded)));
const list = [src, src.copy(), src.copy()];
list[1]!.set([0, 0], 100);
console.log(list.map((l) => Number(l.get([0, 0]))));
const sorted = np.sort(src.copy(), 1);
const flatCopy = src.flatten().copy();
const sl = src.slice('0:100').copy();
const held = sl.slice('0:2');
console.log(sorted.shape, Number(np.max(flatCopy)), held.nbytes);
const rows = Array.from({ length: 20 }, (_, i) => src.slice(`${i}`).copy());
rows[3]!.fill(0);
console.log(rows.reduce((s, r) => s + Number(np.sum(r)), 0));
const conv = src.astype('float32');
conv.set([2, 2], 12345);
console.log(Number(src.get([2, 2])));
const arr = np.array(src);
console.log(Number(arr.get([4, 4])));
const same = src.astype('float32').multiply(2);
const cp = src.copy();
function later(x: np.NDArray) { return () => Number(np.sum(x)); }
const l = later(cp);
src.fill(1);
console.log(l(), Number(np.sum(same)));
const buf = new Float64Array(200_000).fill(3);
const fromBuf = np.array(buf);
buf[0] = 99;
const fromBuf2 = np.asarray(buf);
buf[1] = 98;
console.log(Number(fromBuf.get([0])), Number(fromBuf2.get([1])));
const list2 = Array.from(np.ones([50_000]).tolist() as number[]);
list2[0] = 5;
const again = np.array(list2).copy();
console.log(Number(np.sum(again)), again === again.copy(), new Set([cp, cp.copy()]).size);
