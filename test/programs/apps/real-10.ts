// heat equation and wave equation on grids
import * as np from 'numpy-ts';

export interface GridOptions {
  nx: number;
  ny: number;
  dtype?: 'float32' | 'float64';
}

class HeatSolver {
  private u: np.NDArray;
  private readonly source: np.NDArray;
  steps = 0;

  private readonly alpha: number;

  constructor(options: GridOptions, alpha: number) {
    const { nx, ny, dtype = 'float64' } = options;
    this.alpha = alpha;
    this.u = np.zeros([ny, nx], dtype);
    this.source = np.zeros([ny, nx], dtype);
    this.source.slice('100:110', '100:110').fill(100);
  }

  private laplacian(): np.NDArray {
    const u = this.u;
    const up = np.roll(u, 1, 0) as np.NDArray;
    const down = np.roll(u, -1, 0) as np.NDArray;
    const left = np.roll(u, 1, 1) as np.NDArray;
    const right = np.roll(u, -1, 1) as np.NDArray;
    return up.add(down).add(left).add(right).subtract(u.multiply(4));
  }

  step(): this {
    this.u = this.u.add(this.laplacian().multiply(this.alpha)).add(this.source.multiply(0.01));
    this.steps++;
    return this;
  }

  run(n: number): np.NDArray {
    for (let i = 0; i < n; i++) this.step();
    return this.u;
  }

  snapshot(): np.NDArray {
    return this.u.copy();
  }
}

function wave(nx: number, ny: number, steps: number): np.NDArray {
  const y = np.linspace(-1, 1, ny).reshape(ny, 1);
  const x = np.linspace(-1, 1, nx).reshape(1, nx);
  let previous = np.exp(np.add(y.multiply(y), x.multiply(x)).multiply(-50));
  let current = previous.copy();
  const c2 = 0.2;
  for (let i = 0; i < steps; i++) {
    const lap = np.zeros_like(current);
    const inner = lap.slice('1:-1', '1:-1');
    const c = current;
    const sum4 = c.slice(':-2', '1:-1').add(c.slice('2:', '1:-1')).add(c.slice('1:-1', ':-2')).add(c.slice('1:-1', '2:'));
    np.copyto(inner, sum4.subtract(c.slice('1:-1', '1:-1').multiply(4)));
    const next = current.multiply(2).subtract(previous).add(lap.multiply(c2));
    previous = current;
    current = next;
  }
  return current;
}

const solver = new HeatSolver({ nx: 320, ny: 240, dtype: 'float32' }, 0.2);
const before = solver.run(5);
const mid = solver.snapshot();
const after = solver.run(10);
const diff = after.subtract(mid);
const grad = np.gradient(after.astype('float64')) as unknown as np.NDArray[];
const flux = np.hypot(grad[0]!, grad[1]!);
const w = wave(300, 200, 15);
const energy = w.square().multiply(0.5);
const total = Number(np.sum(energy));
const profile = np.mean(energy, 1) as np.NDArray;
const isotherm = after.greater(10).astype('int32').multiply(after.less(20).astype('int32'));
console.log(before.dtype, after.dtype, diff.dtype, flux.dtype, isotherm.dtype, profile.shape);
console.log('checksum', Number(diff.sum()).toFixed(3), Number(flux.max()).toFixed(4), total.toFixed(6), Number(isotherm.sum()), solver.steps);
