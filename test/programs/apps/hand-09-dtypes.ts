import * as np from 'numpy-ts';

// smaller dtypes
const n = 200_000;
const ids = np.arange(n);
const small = ids.mod(100).astype('int8');
const f32 = np.zeros([n], 'float32');
const f64 = f32.astype('float64');
console.log(ids.dtype, small.nbytes, f32.nbytes, f64.nbytes);

const i64 = np.array([1n, 2n, 3n]);
const u64 = np.full([4], 10n, 'uint64');
console.log(i64.dtype, u64.dtype, i64.add(i64).dtype, u64.multiply(2).dtype);
const mixed = i64.add(u64.slice(':3'));
console.log(mixed.dtype);

const bools = np.array([true, false, true]);
console.log(bools.dtype, bools.sum(), bools.add(bools).dtype, bools.multiply(3).dtype, bools.astype('uint8').toString());

const pairs: [np.DType, np.DType][] = [['int8', 'uint8'], ['int16', 'float32'], ['int32', 'float32'], ['uint64', 'int64'], ['bool', 'int8'], ['float32', 'complex64']];
for (const [s, t] of pairs) {
  const r = np.add(np.ones([2], s), np.ones([2], t));
  console.log(s, t, r.dtype, np.promote_types(s, t));
}
const a = np.ones([3], 'int8').add(np.ones([3], 'uint8'));
const b = np.ones([3], 'int16').divide(np.full([3], 2, 'int16'));
const c = np.ones([3], 'float32').add(1.5);
const d = np.ones([3], 'uint8').add(1.5);
const e = np.ones([3], 'int32').power(2);
const f = np.sqrt(np.ones([3], 'int8'));
const g = np.sqrt(np.ones([3], 'uint16'));
const h = np.mean(np.ones([3, 3], 'float32'), 0);
const i = np.cumsum(np.ones([5], 'int16'));
const j = np.prod(np.ones([2, 5], 'uint8'), 1);
console.log([a, b, c, d, e, f, g, h, i, j].map((q: any) => q.dtype).join());
const half = np.array([1, 2, 3], 'float16');
console.log(half.dtype, half.nbytes, half.add(half).dtype, np.exp(half).dtype);
const cpl = np.array([new np.Complex(1, 2), new np.Complex(3, -1)]);
console.log(cpl.dtype, np.absolute(cpl).dtype, np.real(cpl).dtype, np.angle(cpl).dtype, cpl.conj().toString());
const v = np.arange(8).astype('int32').view('uint32');
console.log(v.shape, v.dtype, v.nbytes);
const w = np.zeros([4, 4], 'float64').view('int64');
console.log(w.shape, w.nbytes);
