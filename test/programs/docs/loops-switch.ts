import * as np from 'numpy-ts';
function a(x: number[]) {
  const keep: np.NDArray[] = [];
  for (const v of x) {
    if (v < 0) break;
    keep.push(np.zeros([1000]));
  }
  return keep.length;
}
function b(x: number[]) {
  const keep: np.NDArray[] = [];
  for (const v of x) {
    if (v < 0) return keep.length;
    keep.push(np.zeros([1000]));
  }
  return keep.length;
}
function c(x: Float64Array) {
  const keep: np.NDArray[] = [];
  for (let i = 0; i < 4; i++) {
    if (x[i] < 0) throw new Error('x');
    keep.push(np.zeros([1000]));
  }
  return keep.length;
}
function d(x: number[]) {
  const keep: np.NDArray[] = [];
  x.forEach((v) => {
    if (v < 0) return;
    keep.push(np.zeros([1000]));
  });
  return keep.length;
}
function e(x: Float64Array) {
  let s = 0;
  for (let i = 0; i < 4; i++) {
    switch (x[i]) {
      case 1:
        s += np.zeros([1000]).size;
        break;
      default:
        continue;
    }
    s += np.zeros([500]).size;
  }
  return s;
}
function f(x: Float64Array) {
  let s = 0;
  outer: for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) {
      if (x[j] < 0) continue outer;
      s += np.zeros([1000]).size;
    }
  }
  return s;
}
function g(x: Float64Array) {
  const t = np.zeros([1000]);
  if (x[0] > 0) return t.size;
  return np.ones([1000]).add(t).size;
}
function h(x: Float64Array) {
  return x[0] > 0 && np.ones([3000]).size;
}
const data = new Float64Array([1, -1, 2, 1]);
console.log(a([1, -1, 2]), b([1, -1, 2]), d([1, -1, 2]), e(data), f(data), g(data), h(data.map((v) => -v)));
try {
  c(data);
} catch {
  console.log('thrown');
}
