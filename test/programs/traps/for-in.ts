// @ts-nocheck -- what keys a loop goes over
import * as np from 'numpy-ts';
const params: Record<string, np.NDArray> = { w: np.zeros([100, 200]), b: np.ones([200]) };
for (const k in params) params[k] = params[k].multiply(2);
for (const k in params) console.log(k, params[k].shape.join());
const list = [np.zeros([3]), np.ones([4, 4], 'int8')];
let total = 0;
for (const i in list) total += list[i].size + list[Number(i)].size;
console.log(total);
function scale(o: Record<string, np.NDArray>, skip: string) {
  const out: Record<string, np.NDArray> = {};
  for (const k in o) {
    if (k === skip) continue;
    out[k] = o[k].add(1);
  }
  return out;
}
const s = scale(params, 'b');
console.log(Object.keys(s), s.w.shape);
const grow: Record<string, np.NDArray> = { 2: np.ones([2]), 1: np.zeros([1]) };
for (const k in grow) { if (k === '1') delete grow['2']; console.log(k, grow[k]?.size); }
