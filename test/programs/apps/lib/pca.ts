import * as np from 'numpy-ts';

export interface Stats {
  mean: np.NDArray;
  std: np.NDArray;
  rows: number;
}

export function makeMatrix(rows: number, cols: number): np.NDArray {
  const data = new Float64Array(rows * cols);
  let s = 17;
  for (let i = 0; i < data.length; i++) {
    s = (s * 16807) % 2147483647;
    data[i] = s / 2147483647 + Math.sin(i / 97) * ((i % cols) + 1) * 0.2;
  }
  return np.array(data).reshape(rows, cols);
}

export function center(X: np.NDArray): np.NDArray {
  return X.subtract(np.mean(X, 0) as np.NDArray);
}

export function topK(values: np.NDArray, k: number): np.NDArray {
  const order = np.argsort(values);
  const idx = order.slice(`-${k}:`).astype('int32');
  return np.take(values, idx);
}

export class Scaler {
  private mean?: np.NDArray;
  private std?: np.NDArray;
  private rows = 0;

  fit(X: np.NDArray): this {
    this.mean = np.mean(X, 0) as np.NDArray;
    this.std = np.std(X, 0) as np.NDArray;
    this.rows = X.shape[0]!;
    return this;
  }

  transform(X: np.NDArray): np.NDArray {
    if (!this.mean || !this.std) throw new Error('fit first');
    return X.subtract(this.mean).divide(this.std.add(1e-12));
  }

  fitTransform(X: np.NDArray): np.NDArray {
    return this.fit(X).transform(X);
  }

  inverse(Z: np.NDArray): np.NDArray {
    return Z.multiply(this.std!).add(this.mean!);
  }

  stats(): Stats {
    return { mean: this.mean!.copy(), std: this.std!.copy(), rows: this.rows };
  }
}
