import * as np from 'numpy-ts';

const a = np.full([300, 300], 1, 'uint8');
const b = np.full([300, 300], 2, 'uint8');
const both = np.concatenate([a, b]);
const layers = np.stack([a, b]);
const larger = np.maximum(a, b);
const bordered = np.pad(a, 2);
console.log([both, layers, larger, bordered].map((each) => Number(np.sum(each))));
