import * as np from 'numpy-ts';

class Layer {
  weights: np.NDArray;
  bias: np.NDArray;
  readonly name: string;
  static built = 0;

  constructor(name: string, inputs: number, outputs: number) {
    this.name = name;
    this.weights = np.full([inputs, outputs], 0.01, 'float32');
    this.bias = np.zeros([outputs], 'float32');
    Layer.built++;
  }

  forward(x: np.NDArray): np.NDArray {
    return np.maximum(x.matmul(this.weights).add(this.bias), 0);
  }
}

const layers = [new Layer('a', 784, 128), new Layer('b', 128, 10)];
let x = np.ones([32, 784], 'float32') as np.NDArray;
for (const layer of layers) x = layer.forward(x);
console.log(x.shape, x.dtype, Layer.built, layers[0]!.weights.nbytes);
