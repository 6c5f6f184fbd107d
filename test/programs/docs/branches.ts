import * as np from 'numpy-ts';

function load(kind: 'bytes' | 'floats' | 'none'): np.NDArray {
  if (kind === 'bytes') return np.zeros([100], 'uint8');
  if (kind === 'floats') return np.zeros([100]);
  return np.zeros([0], 'float32');
}

const a = load('bytes');
const b = load('floats');
const c = load('none');
const coin = Date.now() > 0;
const either = coin ? np.ones([10, 10], 'float32') : np.ones([10, 10]);
let later: np.NDArray | null = null;
if (coin) later = np.arange(5);
else later = np.arange(6);
const size = later?.slice('1:').size ?? 0;
switch (size) {
  case 4:
    console.log(np.full([4], 1).dtype);
    break;
  default:
    console.log('other');
}
console.log(a.nbytes, b.nbytes, c.nbytes, either.dtype, later.shape);
