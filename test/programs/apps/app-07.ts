// Linear regression, ridge, gradient descent with momentum; residual statistics.
import * as np from 'numpy-ts';

interface FitOptions {
  lr?: number;
  epochs?: number;
  l2?: number;
  momentum?: number;
  verbose?: boolean;
}

class LinearModel {
  weights: np.NDArray | null = null;
  bias = 0;
  losses: number[] = [];
  private velocity: np.NDArray | null = null;

  fit(X: np.NDArray, y: np.NDArray, { lr = 0.05, epochs = 10, l2 = 0, momentum = 0.9 }: FitOptions = {}): this {
    const [n, d] = X.shape as [number, number];
    this.weights = np.zeros([d]);
    this.velocity = np.zeros([d]);
    for (let e = 0; e < epochs; e++) {
      const pred = np.dot(X, this.weights) as np.NDArray;
      const err = pred.add(this.bias).subtract(y);
      const grad = (np.dot(X.T, err) as np.NDArray).multiply(2 / n).add(this.weights.multiply(l2));
      this.velocity = this.velocity.multiply(momentum).subtract(grad.multiply(lr));
      this.weights = this.weights.add(this.velocity);
      this.bias -= lr * 2 * Number(np.mean(err));
      this.losses.push(Number(np.mean(err.multiply(err))));
    }
    return this;
  }

  predict(X: np.NDArray): np.NDArray {
    if (this.weights === null) throw new Error('not fitted');
    return (np.dot(X, this.weights) as np.NDArray).add(this.bias);
  }
}

function r2(y: np.NDArray, p: np.NDArray): number {
  const res = y.subtract(p);
  const tot = y.subtract(Number(np.mean(y)));
  return 1 - Number(np.sum(res.multiply(res))) / Number(np.sum(tot.multiply(tot)));
}

function polynomial(x: np.NDArray, degree: number): np.NDArray {
  const cols: np.NDArray[] = [];
  for (let p = 0; p <= degree; p++) cols.push(np.power(x, p));
  return np.stack(cols, 1);
}

function trainTest(X: np.NDArray, y: np.NDArray, ratio = 0.8) {
  const n = X.shape[0]!;
  const cut = Math.floor(n * ratio);
  return {
    train: { X: X.slice(`:${cut}`).copy(), y: y.slice(`:${cut}`).copy() },
    test: { X: X.slice(`${cut}:`).copy(), y: y.slice(`${cut}:`).copy() },
  };
}

np.random.seed(5);
const x = np.random.uniform(-1, 1, 60000) as np.NDArray;
const noise = (np.random.normal(0, 1, 60000) as np.NDArray).multiply(0.1);
const y = x.multiply(x).multiply(3).add(x.multiply(2)).add(1).add(noise);
const X = polynomial(x, 4);
const { train, test } = trainTest(X, y);
const model = new LinearModel().fit(train.X, train.y, { epochs: 15, lr: 0.1 });
const p = model.predict(test.X);
console.log('r2', r2(test.y, p).toFixed(5), model.losses.at(-1)!.toFixed(6));

const gram = train.X.T.matmul(train.X);
const ridge = gram.add(np.eye(5).multiply(0.1));
const rhs = np.dot(train.X.T, train.y) as np.NDArray;
const w = np.linalg.solve(ridge, rhs);
console.log('ridge', (w.tolist() as number[]).map((v) => v.toFixed(4)).join(' '));
const residual = test.y.subtract(np.dot(test.X, w) as np.NDArray);
const std = residual.divide(Number(np.std(residual)));
const inlier = np.less(np.absolute(std), 2).astype('float64');
console.log('inliers', Number(np.sum(inlier)), residual.shape);
const design = np.ones([60000, 6]);
np.copyto(design.slice(':', '1:'), X);
console.log('design', Number(np.sum(design)).toFixed(4), design.shape);
const indicator = np.zeros([60000, 8]);
for (let i = 0; i < 60000; i++) indicator.set([i, i & 7], 1);
const effects = indicator.T.matmul(y);
console.log('effects', (effects.tolist() as number[]).map((v) => v.toFixed(3)).join(' '));
