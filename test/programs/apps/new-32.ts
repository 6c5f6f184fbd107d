// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
let hs: ((a: np.NDArray) => void)[] = [];
let state = np.zeros([300_000], 'uint8');
const h = (a: np.NDArray) => { state = state.add(a); };
hs.push(h);
const fire = (a: np.NDArray) => hs.forEach((f) => f(a));
fire(np.ones([300_000], 'int16'));
hs = hs.filter((x) => x !== h);
fire(np.ones([300_000]));
console.log(state.dtype, state.nbytes);
