import * as np from 'numpy-ts';

// dtype and shape that depend on what happens
type Mode = 'fast' | 'exact';
function load(mode: Mode, n = 50_000): np.NDArray {
  switch (mode) {
    case 'fast': return np.zeros([n], 'float32');
    case 'exact': return np.zeros([n], 'float64');
    default: throw new Error('mode');
  }
}
const fast = load('fast');
const exact = load('exact', 100);
console.log(fast.dtype, exact.dtype, exact.shape);
let x = np.arange(6);
if (x.size > 5) x = x.reshape(2, 3);
else x = x.astype('int8');
console.log(x.shape, x.dtype);
let acc: np.NDArray | undefined;
for (let i = 0; i < 3; i++) acc = acc === undefined ? np.ones([2, 2], 'int16') : acc.add(0.5 as number);
console.log(acc!.dtype, acc!.tolist());
let grow = np.array([1]);
while (grow.size < 20) grow = np.concatenate([grow, grow.multiply(2)]);
console.log(grow.shape, grow.dtype);
let k = np.ones([4], 'int8');
for (const dt of ['int16', 'float32', 'float64'] as const) k = k.astype(dt);
console.log(k.dtype);
let v = np.zeros([3], 'uint8');
for (let i = 0; i < 2; i++) { v = v.divide(2); }
console.log(v.dtype);
function recurse(a: np.NDArray, depth: number): np.NDArray {
  return depth === 0 ? a : recurse(np.concatenate([a, a]), depth - 1);
}
console.log(recurse(np.ones([2]), 3).shape);
function pyramid(img: np.NDArray, levels = 3): np.NDArray[] {
  const out = [img];
  for (let i = 1; i < levels; i++) out.push(out[i - 1].slice('::2', '::2'));
  return out;
}
const [p0, p1, p2] = pyramid(np.zeros([64, 48], 'uint8'));
console.log(p0.shape, p1.shape, p2.shape, p2.strides);
try {
  x = np.ones([3, 3]).reshape(2, 5);
} catch {
  x = np.ones([7], 'uint16');
} finally {
  k = np.zeros([1], 'bool');
}
console.log(x.dtype, x.shape, k.dtype);
const table = { small: np.ones([2], 'int8'), large: np.ones([200]) };
for (const key of Object.keys(table) as (keyof typeof table)[]) console.log(key, table[key].dtype);
const pick = (name: keyof typeof table) => table[name];
console.log(pick('small').dtype, pick('large').nbytes);
outer: for (let i = 0; i < 3; i++) {
  for (let j = 0; j < 3; j++) {
    if (j === 2) continue outer;
    if (i === 2) break outer;
    v = np.full([i + 1, j + 1], i * j);
  }
}
console.log(v.shape, v.dtype);
const maybe = [np.ones([2]), null, np.zeros([3], 'int8')].filter((q) => q !== null);
console.log(maybe.map((q) => q.dtype), maybe.at(-1)?.shape);
const pairs = [['a', np.ones([1])], ['b', np.ones([2], 'bool')]] as const;
for (const [name, arr] of pairs) console.log(name, arr.dtype, arr.shape);
const m = new Map(pairs as any) as Map<string, np.NDArray>;
console.log(m.get('b')!.dtype, Object.fromEntries(m).a.shape);
let i = 0;
do { v = np.arange(i).astype('int32'); i++; } while (i < 3);
console.log(v.shape);
