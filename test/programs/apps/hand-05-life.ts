import * as np from 'numpy-ts';

// Game of Life, as in the 100 numpy exercises
function iterate(Z: np.NDArray): np.NDArray {
  const N = Z.slice('0:-2', '0:-2').add(Z.slice('0:-2', '1:-1')).add(Z.slice('0:-2', '2:'))
    .add(Z.slice('1:-1', '0:-2')).add(Z.slice('1:-1', '2:'))
    .add(Z.slice('2:', '0:-2')).add(Z.slice('2:', '1:-1')).add(Z.slice('2:', '2:'));
  const birth = np.logical_and(N.equal(3), Z.slice('1:-1', '1:-1').equal(0));
  const survive = np.logical_and(np.logical_or(N.equal(2), N.equal(3)), Z.slice('1:-1', '1:-1').equal(1));
  Z.fill(0);
  np.putmask(Z.slice('1:-1', '1:-1'), np.logical_or(birth, survive), np.array([1]));
  return Z;
}

function iterateRoll(Z: np.NDArray): np.NDArray {
  let n = np.zeros_like(Z);
  for (const dy of [-1, 0, 1]) {
    for (const dx of [-1, 0, 1]) {
      if (dy !== 0 || dx !== 0) n = n.add(np.roll(np.roll(Z, dy, 0), dx, 1));
    }
  }
  return n.equal(3).logical_or(Z.logical_and(n.equal(2))).astype('uint8');
}

let Z = np.zeros([6, 6], 'int32');
const glider = [[0, 0, 1], [1, 0, 1], [0, 1, 1]];
np.copyto(Z.slice('1:4', '1:4'), np.array(glider, 'int32'));
for (let i = 0; i < 4; i++) Z = iterate(Z);
console.log(Z.toString(), Z.dtype);

let big = np.zeros([256, 512], 'uint8');
big.slice('100:110', '::3').fill(1);
for (let step = 0; step < 5; step++) big = iterateRoll(big);
console.log(big.sum(), big.dtype, big.shape);
const bits = np.packbits(big, 1);
console.log(bits.dtype, bits.shape, bits.nbytes);
const back = np.unpackbits(bits, 1);
console.log(np.array_equal(back, big), back.nbytes);
