// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
let hs: ((a: np.NDArray) => np.NDArray)[] = [];
const h = (a: np.NDArray) => a.add(1);
hs.push(h);
const fire = (a: np.NDArray) => { for (const f of hs) f(a); };
fire(np.ones([300_000], 'int16'));
hs = hs.filter((x) => x !== h);
fire(np.ones([300_000]));
