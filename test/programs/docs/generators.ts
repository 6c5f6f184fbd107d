import * as np from 'numpy-ts';

function* batches(data: np.NDArray, size: number): Generator<np.NDArray> {
  for (let start = 0; start < data.shape[0]!; start += size) {
    yield data.slice(`${start}:${Math.min(start + size, data.shape[0]!)}`);
  }
}

const data = np.arange(1000).reshape(250, 4).astype('float32');
let seen = 0;
for (const batch of batches(data, 64)) {
  const centred = batch.subtract(np.mean(batch, 0) as np.NDArray);
  seen += centred.shape[0]!;
}
const all = [...batches(data, 100)];
console.log(seen, all.map((batch) => batch.nbytes));
