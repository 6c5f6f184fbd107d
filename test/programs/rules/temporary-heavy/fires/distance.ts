import * as np from 'numpy-ts';

function distance(ax: np.NDArray, ay: np.NDArray, bx: np.NDArray, by: np.NDArray): number {
  const dx = ax.subtract(bx);
  const dy = ay.subtract(by);
  // expect: temporary-heavy <<dx.multiply(dx).add(dy.multiply(dy)).sqrt()>>
  const d = dx.multiply(dx).add(dy.multiply(dy)).sqrt();
  return Number(np.max(d));
}

const ramp = np.linspace(0, 10, 100_000);
const ones = np.ones([100_000]);
console.log(distance(ramp, ones, ones, ramp).toFixed(9));
