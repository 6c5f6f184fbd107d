import * as np from 'numpy-ts';

// which of these can be narrower? as one writes them
const H = 400;
const W = 500;
const labels = np.zeros([H, W], 'int32');
let next = 0;
for (let y = 0; y < H; y += 100) {
  for (let x = 0; x < W; x += 100) {
    next++;
    labels.slice(`${y}:${y + 100}`, `${x}:${x + 100}`).fill(next);
  }
}
console.log(next, labels.max(), (np.unique(labels) as np.NDArray).size);
const sizes = np.bincount(labels.ravel());
console.log(sizes.tolist().length);

const depth = np.full([H, W], 1000, 'int32');
depth.slice('100:200').fill(-5);
console.log(depth.min(), depth.max(), depth.mean());

const weights = np.ones([H * W], 'float64');
weights.slice('::2').fill(0.5);
console.log(weights.sum());
const votes = np.zeros([H * W], 'int32');
for (const i of [1, 5, 5, 9]) votes.set([i], Number(votes.get([i])) + 1);
console.log(votes.argmax(), votes.sum());
const age = np.full([H * W], 30, 'int64');
const birth = np.subtract(np.full([H * W], 2024, 'int64'), age);
console.log(birth.get([0]), birth.dtype, age.max());
const checker = np.indices([H, W]).sum(0) as np.NDArray;
const odd = checker.mod(2);
console.log(odd.sum(), odd.dtype);
const steps = np.arange(0, H * W, 2);
console.log(steps.size, steps.max(), steps.get([3]));
const down = np.arange(H * W, 0, -1);
console.log(down.get([0]), down.min());
const level = np.repeat(np.array([0, 1, 2, 3]), H * W / 4);
console.log(level.dtype, level.nbytes, level.sum());
const tiled = np.tile(np.array([1, 2], 'int32'), 100_000);
console.log(tiled.mean(), tiled.var());
const id = np.eye(400, undefined, undefined, 'int32');
console.log(np.trace(id), id.matmul(id).sum());
const tri = np.tri(500, 500, 0, 'int32');
console.log(tri.sum(), tri.multiply(300).max());
const idx = np.argsort(np.sin(np.arange(60_000)));
console.log(idx.dtype, idx.get([0]), idx.sum());
const half = np.full([H * W], 7, 'int32').multiply(0.5);
console.log(half.max());
const third = np.full([H * W], 10, 'int32');
console.log(third.divide(3).sum(), third.mod(3).sum(), third.power(3).max(), third.negative().sum());
const signs = np.sign(np.sin(np.arange(70_000)));
console.log(signs.dtype, signs.min());
const hundred = np.full([H * W], 100, 'int32');
console.log(hundred.cumsum().get([H * W - 1]), hundred.prod() !== undefined, np.diff(hundred).sum(), hundred.std());
