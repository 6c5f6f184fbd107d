// PCA on sensor matrices with helpers from another module; reconstruction errors; whitening.
import * as np from 'numpy-ts';
import { center, makeMatrix, Scaler, topK, type Stats } from './lib/pca.ts';

function covariance(X: np.NDArray): np.NDArray {
  const n = X.shape[0]!;
  const Xc = center(X);
  return Xc.T.matmul(Xc).divide(n - 1);
}

function powerIteration(C: np.NDArray, k: number, steps = 50): { vectors: np.NDArray; values: number[] } {
  const d = C.shape[0]!;
  const vectors = np.zeros([k, d]);
  const values: number[] = [];
  let work = C.copy();
  for (let c = 0; c < k; c++) {
    let v = np.ones([d]).divide(Math.sqrt(d));
    let lambda = 0;
    for (let s = 0; s < steps; s++) {
      const w = np.dot(work, v) as np.NDArray;
      lambda = Math.sqrt(Number(np.sum(w.multiply(w))));
      v = w.divide(lambda);
    }
    np.copyto(vectors.slice(String(c)), v);
    values.push(lambda);
    work = work.subtract(np.outer(v, v).multiply(lambda));
  }
  return { vectors, values };
}

const X = makeMatrix(20000, 16);
const scaler = new Scaler();
const Z = scaler.fitTransform(X);
const C = covariance(Z);
const { vectors, values } = powerIteration(C, 4);
console.log('values', values.map((v) => v.toFixed(4)).join(' '));

const scores = center(Z).matmul(vectors.T);
const recon = scores.matmul(vectors);
const err = Z.subtract(recon);
const perRow = np.sqrt(np.sum(err.multiply(err), 1) as np.NDArray);
console.log('err', perRow.shape, Number(np.mean(perRow)).toFixed(5));
const best = topK(perRow, 10);
console.log('top', best.shape, Number(np.sum(best)).toFixed(3));

const back = scaler.inverse(recon);
console.log('back', back.shape, Number(np.mean(back)).toFixed(5));
const stats: Stats = scaler.stats();
console.log('stats', stats.mean.shape, Number(np.sum(stats.mean)).toFixed(5), stats.rows);

const whitened = scores.divide(np.array(values.map(Math.sqrt)));
const f32 = whitened.astype('float32');
const f64 = f32.astype('float64');
const again = f64.astype('float64');
console.log('round trip', Number(np.max(np.absolute(whitened.subtract(again)))) < 1e-6, f32.nbytes);
const signs = np.sign(scores);
const flips = np.sum(np.not_equal(signs.slice('1:'), signs.slice(':-1')), 0) as np.NDArray;
console.log('flips', flips.tolist());
const mask = np.zeros([20000, 16]);
mask.slice('::2').fill(1);
const held = Z.multiply(mask);
console.log('held', Number(np.sum(held)).toFixed(4), Number(np.sum(mask)));
const kept = Z.copy();
kept.slice(':100').fill(0);
console.log('kept', Number(np.sum(kept)).toFixed(4), Number(np.sum(Z)).toFixed(4));
