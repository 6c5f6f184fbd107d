import * as np from 'numpy-ts';
const acc: any[] = [];
const a = np.zeros([3]);
const handler = { set(t: any, k: any, v: any) { acc.push(v); t[k] = v; return true; } };
export function add<acc>(x: acc) { acc.unshift(np.ones([5])); return x; }
acc.push(a);
add(1);
console.log(acc[0].copy().shape, handler);
