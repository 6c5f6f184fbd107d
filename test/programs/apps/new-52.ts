// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
const all = { x: np.ones([400_000], 'int32').mod(7), y: np.ones([10], 'int32').mod(7), z: np.zeros([10], 'uint8').mod(7) };
for (const k in all) { const h = all[k as 'x'].multiply(200).add(200); console.log(Number(np.max(h))); }
