import * as np from 'numpy-ts';

class PCA {
  components: np.NDArray | null = null;
  mean: np.NDArray | null = null;
  explained: np.NDArray | null = null;
  readonly n: number;
  constructor(n = 2) { this.n = n; }
  fit(X: np.NDArray): this {
    this.mean = X.mean(0) as np.NDArray;
    const centered = X.subtract(this.mean);
    const { u, s, vt } = np.linalg.svd(centered, false) as any;
    this.components = vt.slice(`:${this.n}`);
    this.explained = np.divide(np.power(s, 2), X.shape[0] - 1);
    console.log(u.shape, s.shape, vt.shape);
    return this;
  }
  transform(X: np.NDArray): np.NDArray {
    return X.subtract(this.mean!).matmul(np.transpose(this.components!));
  }
}

np.random.seed(1);
const base = np.random.standard_normal([200, 3]) as np.NDArray;
const mix = np.array([[2, 0, 1, 0, 0.5], [0, 1, 0, 1, 0], [0.1, 0, 0, 0, 0.2]]);
const data = base.matmul(mix);
console.log(data.shape, data.dtype);
const pca = new PCA(2).fit(data);
const scores = pca.transform(data);
console.log(scores.shape, scores.nbytes, pca.components!.shape, pca.explained!.shape);

const z = data.subtract(data.mean(0) as np.NDArray).divide(data.std(0) as np.NDArray);
const corr = z.T.matmul(z).divide(data.shape[0]);
console.log(corr.shape, np.allclose(corr, np.corrcoef(data, undefined, false)));
const { w, v } = np.linalg.eigh(corr);
const idx = np.argsort(w).slice('::-1');
const vs = np.take(v, idx, 1);
console.log(idx.dtype, vs.shape, np.round(np.take(w, idx), 6).shape);
