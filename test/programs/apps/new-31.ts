// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
const handlers: { [k: string]: ((a: np.NDArray) => void)[] } = {};
const on = (k: string, h: (a: np.NDArray) => void) => { (handlers[k] ||= []).push(h); return () => { handlers[k] = handlers[k]!.filter((x) => x !== h); }; };
const fire = (k: string, a: np.NDArray) => handlers[k]?.forEach((h) => h(a));
let state = np.zeros([300_000], 'uint8');
const off = on('inc', (a) => { state = state.add(a); });
fire('inc', np.ones([300_000], 'int16'));
off();
fire('inc', np.ones([300_000]));
console.log(state.dtype, state.nbytes);
