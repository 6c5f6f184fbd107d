// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// mutated shapes / length tricks and arithmetic in sizes
const dims: [number, number] = [300, 400];
const [r, c] = dims;
let k = r;
k += 0.5; k |= 0; k **= 1; k <<= 1; k >>>= 1; k ^= 0; k %= 1000; k ??= 5; k &&= k; k ||= 7;
const a = np.zeros([k, c], 'float32');
const n = a.shape.length * 100_000 + -(-5) + ~~2.7 + +'3' + Number('0x10') + parseInt('12px') + Math.trunc(-2.5) + Math.hypot(3, 4) + 'abc'.length + [1, , 3].length + (true ? 1 : 0) + Number(null) + Math.sign(-3) + Math.round(-2.5) + Math.round(2.5) + Math.max() * 0 || 250_000;
const b = np.ones([n], 'uint8');
const q = 7 / 2 | 0, m = -7 % 3, s = 2 ** 31 >> 0, u = -1 >>> 28;
const d = np.zeros([q * 10_000, -m, u], 'int8');
console.log(a.shape, b.shape, d.shape, s, d.nbytes);
const e = np.arange(10, 400_000, 3); const f = np.arange(5, 0, -0.5); const g = np.arange(0, 1, 0.1); const h = np.arange(0.1, 0.4, 0.1); const i = np.linspace(0, 1, 100_001);
console.log(e.shape, f.shape, g.shape, h.shape, i.shape);
const x = np.arange(120_000).reshape(-1, 40);
const parts = [x.slice('-5:'), x.slice('5:-5:7'), x.slice('::-3'), x.slice(':', '10:5:-2'), x.slice('9999:'), x.slice('-1'), x.slice(':', '-3:-1'), x.slice('3:2'), x.slice('0', '0:40:39')];
for (const p of parts) console.log(p.shape, p.nbytes);
const y = x.reshape(30, 100, 40);
const shapes = [np.moveaxis(y, 0, -1), np.swapaxes(y, 0, 1), np.rollaxis(y, 2), np.expand_dims(y, -1), np.squeeze(np.expand_dims(y, 0)), np.broadcast_to(x.slice('0'), [500, 40]), np.rot90(x), np.tril(x.slice(':40')), np.diag(x.slice(':40')), np.diagonal(y), np.trace(x.slice(':40')), np.kron(np.eye(3), np.ones([50, 50], 'int16')), np.outer(np.arange(300), np.ones([400], 'float32')), np.tensordot(y, np.ones([40, 3]), 1), np.einsum('ijk,kl->ijl', y, np.ones([40, 2])), np.pad(x.slice(':10'), [[1, 2], [0, 3]]), np.insert(x.slice('0'), 2, 5), np.delete(x, 1, 0), np.append(x, x.slice(':1'), 0), np.atleast_2d(x.slice('0')), np.vander(np.arange(5), 4)] as np.NDArray[];
for (const t of shapes) console.log(t?.dtype, t?.shape, t?.nbytes);
const arr: number[] = []; arr[4] = 2; arr.length = 3; arr.push(100, 200); arr.splice(0, 3); arr.unshift(...[3]); arr.reverse(); arr.sort((p, q2) => p - q2);
const z = np.zeros(arr as number[], 'float32');
console.log(z.shape, arr.with(0, 9), arr.toSorted(), arr.concat([1], 2).length, z.nbytes);
