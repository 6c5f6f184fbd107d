import * as np from 'numpy-ts';

async function fetchFrame(index: number): Promise<np.NDArray> {
  await Promise.resolve();
  return np.full([60, 80], index, 'uint8');
}

const frames = await Promise.all([0, 1, 2].map((i) => fetchFrame(i)));
const video = np.stack(frames);
const first = await fetchFrame(9);
const merged = np.concatenate([video, np.expand_dims(first, 0)]);
const brightness = np.mean(merged, [1, 2]) as np.NDArray;
for await (const frame of [fetchFrame(4)]) {
  console.log(frame.nbytes);
}
console.log(video.shape, merged.nbytes, brightness.tolist());
