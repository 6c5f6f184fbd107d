import * as np from 'numpy-ts';

const image = np.zeros([90, 120, 4], 'uint8');
const [height, width, channels] = image.shape as [number, number, number];
const { dtype, nbytes } = image;
const grey = np.zeros([height, width], dtype);
const planes = np.zeros([channels, height * width], dtype);
const parts = { head: image.slice(':10'), tail: image.slice('-10:') };
const { head, tail: end } = parts;
const [first, ...others] = np.split(np.arange(12), 4);
const config = { size: [3, 5], fill: 2 } as const;
const block = np.full([...config.size], config.fill);

console.log(grey.nbytes, planes.shape, nbytes, head.shape, end.nbytes, first.shape, others.length, block.tolist());
