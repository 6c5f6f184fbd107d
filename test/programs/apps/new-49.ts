// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
const all = [np.ones([400_000], 'int32').mod(7), np.zeros([10], 'int32'), np.zeros([10], 'uint8')];
for (const a of all) console.log(a.dtype);
