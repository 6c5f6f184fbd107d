// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
const show = (a: np.NDArray) => console.log(a.nbytes, a.dtype);
const m = new Map([['x', np.ones([400_000], 'int32').mod(7)], ['y', np.zeros([400_000], 'int32').mod(7)], ['z', np.zeros([400_000], 'uint8').mod(7)]]);
m.forEach((v) => show(v));
