// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
const words = new Set('the cat sat on the mat'.split(' '));
const m = np.ones([60_000, words.size]);
const idf = np.ones([Array.from(words, (w) => w.length).length], 'float32');
let kind = np.zeros([100_000], 'int8');
try { const r = m.slice('1:').divide(m.slice(':-1')).multiply(idf); kind = kind.astype('float64'); console.log(r.shape); } catch { console.log('no'); }
const out = kind.add(1);
const f = (x: np.NDArray, y: np.NDArray) => { const z = x.multiply(y); return z.astype('float32'); };
let g = np.zeros([3], 'int8');
try { g = f(m, idf); } catch { g = np.zeros([4], 'int8'); }
const gg = g.add(0);
console.log(out.dtype, gg.dtype);
