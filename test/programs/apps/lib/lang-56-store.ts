// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
export type Listener = (n: number) => void;
export let width = 2;
export const listeners: Listener[] = [];
export class Store { static last: Store | null = null; rows: number; constructor(rows = width) { this.rows = rows; Store.last = this; } table() { return np.zeros([this.rows, width]); } }
export function widen(by: number) { width += by; for (const l of listeners) l(width); return width; }
export function onWiden(l: Listener) { listeners.push(l); return listeners.length; }
export const state = { cache: null as np.NDArray | null, hits: 0 };
export function cached(n: number) { if (state.cache && state.cache.size === n) { state.hits++; return state.cache; } state.cache?.dispose(); state.cache = np.zeros([n]) as np.NDArray; return state.cache; }
export default { make: (n: number) => np.ones([n, width]), get width() { return width; } };
