import * as np from 'numpy-ts';

// The same calls below and above the size where kernels switch to WebAssembly.
const results: string[] = [];
for (const n of [8, 31, 32, 64, 5000]) {
  const a = np.arange(n);
  const m = a.reshape(n, 1);
  const arg = np.argmax(m, 1) as np.NDArray;
  const half = np.arange(n).astype('float16');
  const rolled = np.roll(half, 1);
  const clipped = np.clip(half, 0, 3);
  const powered = np.power(half, 2);
  const difference = np.diff(half);
  const ints = np.arange(n).astype('int32');
  const scaled = ints.multiply(2.5);
  results.push([arg, rolled, clipped, powered, difference, scaled].map((x) => x.dtype).join(' '));
}
console.log(results.join('\n'));
