// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
export let current = 3;
export const config = { rows: 2, cols: 2, hooks: [] as (() => void)[] };
export function setCurrent(n: number) { current = n; for (const h of config.hooks) h(); }
export function build() { return np.zeros([config.rows, current]); }
export default function make(n = current) { return np.ones([n], 'float32'); }
export const shared = [np.zeros([2])];
export class Counter { static total = 0; n = 0; inc(by = 1) { this.n += by; Counter.total += by; return this; } }
