import { arange, argsort, zeros, sqrt, array, expand_dims, subtract, sum, fill_diagonal, random, abs, argmin, eye, unique, concatenate, bincount, stack } from 'numpy-ts';
// closest value, distances, swaps
const Z = arange(100);
const v = random.uniform(0, 100) as number;
const index = argmin(abs(Z.subtract(v)));
const pts = random.random([100, 2]);
const X = pts.slice(':', '0:1');
const Y = pts.slice(':', '1:2');
const D = sqrt(X.subtract(X.T).power(2).add(Y.subtract(Y.T).power(2)));
const a = random.random([10, 3]);
const diff = subtract(expand_dims(a, 1), expand_dims(a, 0));
const dist = sqrt(sum(diff.multiply(diff), 2));
fill_diagonal(dist, 0);
const f32 = arange(10, undefined, 1, 'float32');
const asInt = f32.astype('int32', false);
const A = arange(25).reshape(5, 5);
const tmp = A.row(0).copy();
for (let j = 0; j < 5; j++) {
  A.set([0, j], A.get([1, j]));
  A.set([1, j], tmp.get([j]));
}
const byCol = array([[3, 1, 2], [9, 0, 4], [1, 2, 3]]);
const order = argsort(byCol.col(1));
const sorted = byCol.iindex(order);
const faces = random.randint(0, 100, [10, 3]);
const e1 = faces.slice(':', '0:2');
const e2 = faces.slice(':', '1:3');
const edges = concatenate([e1, e2], 0);
const C = bincount(array([1, 1, 2, 3, 4, 4, 6], 'int32'));
const rgb = random.randint(0, 2, [16, 16, 3]).astype('uint8');
const colors = unique(rgb.reshape(-1));
const w = random.randint(0, 10, [3, 4, 3, 4]);
const s = w.reshape(3, 4, 12).sum(-1);
const s2 = w.sum([-2, -1]);
const st = stack([eye(2), zeros([2, 2])], -1);
console.log(index, D.shape, dist.shape, asInt.dtype, sorted.tolist(), edges.shape, C.tolist(), (colors as any).shape, s, s2, st.shape);
