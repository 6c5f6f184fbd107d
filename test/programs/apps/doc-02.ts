import * as np from 'numpy-ts';
// 100 numpy exercises, part 2
const Z = np.random.uniform(-10, 10, 10);
const away = np.copysign(np.ceil(np.absolute(Z)), Z);
const Z1 = np.random.randint(0, 10, 10);
const Z2 = np.random.randint(0, 10, 10);
const common = np.intersect1d(Z1, Z2);
const Zp = np.random.uniform(0, 10, 10);
const ways = [Zp.subtract(np.mod(Zp, 1)), np.floor_divide(Zp, 1), np.floor(Zp), Zp.astype('int32'), np.trunc(Zp)];
const fives = np.zeros([5, 5]).add(np.arange(5));
function* generate() {
  for (let x = 0; x < 10; x++) yield x;
}
const fromGen = np.fromiter(generate(), 'float64', -1);
const ls = np.linspace(0, 1, 11).slice('1:');
const sorted = np.random.random(10).sort();
const A = np.random.randint(0, 2, 5);
const B = np.random.randint(0, 2, 5);
const equal = np.allclose(A, B);
const cart = np.random.random([10, 2]);
const X = cart.col(0);
const Y = cart.col(1);
const rho = np.sqrt(np.add(np.square(X), np.square(Y)));
const T = np.arctan2(Y, X);
const mx = np.random.random(10);
mx.set([mx.argmax() as number], 0);
const [gx, gy] = np.meshgrid(np.linspace(0, 1, 5), np.linspace(0, 1, 5));
const Xc = np.arange(8);
const Yc = Xc.add(0.5);
const C = np.subtract(Xc.reshape(8, 1), Yc.reshape(1, 8)).reciprocal();
const det = np.linalg.det(C);
console.log(away.shape, common.ndim, ways.map((w) => w.dtype), fives.shape, fromGen.size, ls.shape, sorted.size, equal, rho.shape, T.shape, gx.shape, gy.shape, det);
