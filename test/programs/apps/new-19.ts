// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// bigints, bools, complex, mixed dtypes
const ids = np.arange(200_000, undefined, 1, 'int64');
const flags = np.ones([200_000], 'bool');
const cplx = np.array([{ re: 1, im: 2 }, { re: 0, im: 1 }] as any);
const combos = {
  idsPlus: ids.add(1), idsHalf: ids.divide(2), flagSum: flags.add(flags), flagTimes: flags.multiply(3),
  flagF: flags.multiply(0.5), u8plus300: np.ones([200_000], 'uint8').add(300), u8neg: np.ones([200_000], 'uint8').add(-1),
  i8plus200: np.ones([200_000], 'int8').add(200), f16: np.ones([200_000], 'float16').add(1), u32i32: np.ones([200_000], 'uint32').add(np.ones([200_000], 'int32')),
  sq: np.square(np.ones([200_000], 'int8')), neg: np.negative(np.ones([200_000], 'uint8')), pow: np.power(np.ones([200_000], 'int16'), 2), powh: np.power(np.ones([200_000], 'int16'), 0.5),
  mod: np.ones([200_000], 'int32').mod(7), fl: np.ones([200_000], 'int32').floor_divide(2), sqrt8: np.sqrt(np.ones([200_000], 'uint8')), sqrt16: np.sqrt(np.ones([200_000], 'int16')),
  cumb: np.cumsum(flags), cumi: np.cumsum(np.ones([200_000], 'int8')), prod: np.cumprod(np.ones([200_000], 'float32')), rnd: np.around(np.ones([200_000], 'float32'), 1),
  absi: np.absolute(np.ones([200_000], 'int8')), sgn: np.sign(np.ones([200_000], 'int16')), mx: np.maximum(np.ones([200_000], 'int8'), np.ones([200_000], 'uint8')), inv: np.bitwise_not(np.ones([200_000], 'uint16')),
  sh: np.left_shift(np.ones([200_000], 'uint8'), 3), fl2: np.floor(np.ones([200_000], 'int32')), c2: cplx.multiply(2), cab: np.abs(cplx), cre: np.real(cplx),
};
for (const k in combos) { const a = combos[k as keyof typeof combos] as np.NDArray; console.log(k, a.dtype, a.nbytes); }
const big = np.array([1n, 2n, 3n]);
const bools = np.array([true, false]);
const nested = np.array([[1, 2.5], [3, 4]]);
const ints = np.array([1, 2, 3]);
const neg = np.array([-1, 2]);
const typed = np.array(new Int16Array(200_000));
const typed32 = np.array(new Uint32Array([1, 2]));
const clamped = np.array(new Uint8ClampedArray(10));
console.log(big.dtype, bools.dtype, nested.dtype, ints.dtype, neg.dtype, typed.dtype, typed32.dtype, clamped.dtype);
const full = [np.full([4], 3), np.full([4], 2.5), np.full([4], true), np.full([4], 7n), np.full_like(ints, 2.7)];
console.log(full.map((f) => f.dtype), np.linspace(0, 1, 5).dtype, np.eye(3).dtype, np.arange(0, 1, 0.1).shape, np.arange(5).dtype, np.identity(3).dtype);
const s = [np.sum(ids), np.mean(flags), np.sum(flags), np.max(ids), np.prod(ints), np.std(ints)];
console.log(s.map((v) => typeof v), s.map(String).join());
