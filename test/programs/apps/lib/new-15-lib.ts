// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
export interface Stats { mean: np.NDArray; std: np.NDArray }
export let calls = 0;
export const counter = { value: 0 };
export function stats(x: np.NDArray): Stats { calls++; return { mean: np.mean(x, 0) as np.NDArray, std: np.std(x, 0) as np.NDArray }; }
export const normalise = (x: np.NDArray, { mean, std }: Stats) => { counter.value += x.size; return x.subtract(mean).divide(std.add(1e-8)); };
