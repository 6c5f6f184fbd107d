// @ts-nocheck -- written by reviewers to find wrong facts
// text: one-hot, embeddings, attention
import * as np from 'numpy-ts';
const text = 'the quick brown fox jumps over the lazy dog '.repeat(20);
const chars = [...new Set(text)].sort();
const idx = np.array(Array.from(text, (c) => chars.indexOf(c)), 'int32');
const V = chars.length, T = 64, D = 32, H = 4;
np.random.seed(31);
const emb = np.random.normal(0, 0.02, [V, D]) as np.NDArray;
const xs = np.stack(Array.from({ length: 8 }, (_, i) => idx.slice(`${i * T}:${(i + 1) * T}`)));
console.log(idx.dtype, idx.shape, xs.shape, xs.dtype);
const x = np.take(emb, xs, 0);
console.log(x.shape, x.dtype);
const Wq = np.random.randn(D, D) as np.NDArray, Wk = np.random.randn(D, D) as np.NDArray, Wv = np.random.randn(D, D) as np.NDArray;
function heads(m: np.NDArray): np.NDArray { return np.swapaxes(m.reshape(8, T, H, D / H), 1, 2); }
const q = heads(np.matmul(x, Wq)), k = heads(np.matmul(x, Wk)), v = heads(np.matmul(x, Wv));
console.log(q.shape, q.strides);
const att = np.matmul(q, np.swapaxes(k, -1, -2)).divide(Math.sqrt(D / H));
const mask = np.triu(np.ones([T, T]), 1).multiply(-1e9);
const sc = att.add(mask);
const ex = np.exp(sc.subtract(sc.max(-1, true) as np.NDArray));
const pr = ex.divide(ex.sum(-1, true) as np.NDArray);
const out = np.swapaxes(np.matmul(pr, v), 1, 2).reshape(8, T, D);
console.log(att.shape, pr.shape, out.shape, out.flags.C_CONTIGUOUS, Number(out.sum()).toFixed(8));
const ln = out.subtract(out.mean(-1, true) as np.NDArray).divide(np.sqrt((np.variance(out, -1, 0, true) as np.NDArray).add(1e-5)));
console.log(ln.shape, Number(ln.std()).toFixed(5));
