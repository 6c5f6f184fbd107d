import * as np from 'numpy-ts';

const N = 150_000;

// 1. a colour index image
const palette = np.array([[0, 0, 0], [255, 0, 0], [0, 255, 0], [0, 0, 255]], 'uint8');
const index = np.zeros([300, 500], 'int32');
index.slice('50:100', '50:100').fill(1);
index.slice('150:200', ':').fill(2);
index.slice(':', '::7').fill(3);
const rgb = np.take(palette, index, 0);
console.log(rgb.shape, rgb.dtype, rgb.sum());

// 2. a counter that passes 255
const hits = np.zeros([N], 'int32');
for (let i = 0; i < 300; i++) np.copyto(hits.slice(':10'), hits.slice(':10').add(1));
console.log(hits.max());

// 3. differences go negative
const a = np.full([N], 10, 'int32');
const b = np.full([N], 20, 'int32');
console.log(a.subtract(b).get([0]), np.absolute(a.subtract(b)).max());

// 4. sums that overflow a byte
const c = np.full([N], 200, 'int32');
console.log(c.add(c).max(), c.multiply(c).max(), c.power(2).max(), c.left_shift(3).max());

// 5. negative and invert
const d = np.ones([N], 'int32');
console.log(d.negative().min(), np.invert(d).min(), d.subtract(2).min());

// 6. comparisons only
const e = np.full([N], 5, 'int32');
console.log(e.greater(4).sum(), e.less(-1).sum(), e.equal(5.5).sum());

// 7. written with data
const f = np.zeros([N], 'int32');
for (let i = 0; i < 10; i++) f.set([i], i * i * 10);
console.log(f.slice(':10').tolist());

// 8. mean and division
const g = np.full([N], 7, 'int32');
console.log(g.mean(), g.divide(2).get([0]), g.floor_divide(2).get([0]), g.std());

// 9. a mask of ones and zeros used as a factor
const mask = np.zeros([N]);
mask.slice('::3').fill(1);
const signal = np.linspace(-1, 1, N);
console.log(signal.multiply(mask).sum(), mask.sum(), signal.multiply(np.subtract(mask, 1)).sum());

// 10. string form
const h = np.full([N], 2, 'int64');
console.log(h.get([0]), typeof h.sum(), `${h.slice(':3')}`);
const k = np.ones([N]);
console.log(`${k.slice(':3')}`, JSON.stringify(k.slice(':2').tolist()));
