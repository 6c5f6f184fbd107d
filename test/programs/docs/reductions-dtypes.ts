import * as np from 'numpy-ts';

const u8 = np.full([100, 50], 200, 'uint8');
const i16 = np.full([100, 50], -5, 'int16');
const f32 = np.full([100, 50], 0.5, 'float32');
const flags = np.ones([100, 50], 'bool');
const a = np.sum(u8, 0) as np.NDArray;
const b = np.sum(i16, 0) as np.NDArray;
const c = np.sum(f32, 0) as np.NDArray;
const d = np.sum(flags, 0) as np.NDArray;
const e = np.mean(u8, 0) as np.NDArray;
const f = np.mean(f32, 0) as np.NDArray;
const g = np.max(u8, 1) as np.NDArray;
const h = np.std(f32, 0) as np.NDArray;

for (const x of [a, b, c, d, e, f, g, h]) console.log(x.dtype, x.shape.join(), x.nbytes);
