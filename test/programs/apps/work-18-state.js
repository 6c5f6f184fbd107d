// @ts-check
import * as np from 'numpy-ts';

/** @typedef {import('numpy-ts').NDArray} NDArray */
/** @typedef {{ kind: 'idle' } | { kind: 'loading', buffer: NDArray } | { kind: 'ready', data: NDArray, copy?: NDArray } | { kind: 'failed', error: Error }} State */

/** @type {State} */
let state = { kind: 'idle' };
/** @type {State[]} */
const history = [];
const SIZE = 90000;

/**
 * @param {State} s
 * @param {string} event
 * @returns {State}
 */
function reduce(s, event) {
  switch (s.kind) {
    case 'idle':
      if (event === 'load') return { kind: 'loading', buffer: np.zeros([SIZE]) };
      return s;
    case 'loading':
      if (event === 'chunk') {
        const half = s.buffer.slice(`0:${SIZE / 2}`);
        half.fill(history.length);
        return s;
      }
      if (event === 'done') return { kind: 'ready', data: s.buffer, copy: s.buffer.copy() };
      if (event === 'fail') return { kind: 'failed', error: new Error('x') };
      return s;
    case 'ready':
      if (event === 'edit') {
        s.data.set([1], 500);
        return { ...s };
      }
      if (event === 'normalise') return { ...s, data: s.data.divide(s.data.max()) };
      return s;
    default:
      return s;
  }
}

const events = ['chunk', 'load', 'chunk', 'chunk', 'done', 'edit', 'edit', 'normalise', 'fail'];
for (const e of events) {
  history.push(state);
  state = reduce(state, e);
}
history.push(state);
for (const [i, h] of history.entries()) {
  if (h.kind === 'ready') console.log(i, h.kind, h.data.dtype, Number(h.data.sum()).toFixed(3), Number(h.copy?.sum() ?? -1));
  else if (h.kind === 'loading') console.log(i, h.kind, Number(h.buffer.sum()));
  else console.log(i, h.kind);
}

/**
 * @template T
 * @param {Iterable<T>} it
 * @param {number} n
 */
function* chunked(it, n) {
  /** @type {T[]} */
  let buf = [];
  for (const v of it) {
    buf.push(v);
    if (buf.length === n) {
      yield buf;
      buf = [];
    }
  }
  if (buf.length) yield buf;
}
const rows = [...chunked(Array.from({ length: 10 }, (_, i) => i), 4)].map((c) => np.array(c));
console.log(rows.map((r) => r.shape), rows.map((r) => r.dtype));

const pool = {
  /** @type {NDArray[]} */
  free: [],
  made: 0,
  acquire() { return this.free.pop() ?? (this.made++, np.empty([300, 300])); },
  /** @param {NDArray} a */
  release(a) { this.free.push(a); },
};
/** @param {number} k */
function work(k) {
  const a = pool.acquire();
  try {
    a.fill(k);
    if (k === 3) throw new Error('three');
    return Number(a.sum());
  } catch (e) {
    return e.message;
  } finally {
    pool.release(a);
  }
}
console.log([1, 2, 3, 4].map(work), pool.made, pool.free.length);
const first = pool.acquire();
const keepMe = first.copy();
pool.release(first);
work(9);
console.log(Number(keepMe.sum()), Number(first.sum()));
const big = np.array(Array.from({ length: 300 }, (_, y) => Array.from({ length: 300 }, (_, x) => (x + y) % 7)));
const one = np.eye(300);
const m = big.add(one).add(one.T);
console.log(m.dtype, Number(m.trace()), Number(m.sum()));
const same = one.T;
one.set([0, 299], 44);
console.log(same.get([299, 0]), Number(m.get([299, 0])));
const out = {};
for (const key of ['mean', 'sum', 'max', 'min', 'std']) out[key] = Number(big[key]()).toFixed(3);
console.log(out);
const logs = np.log1p(big.multiply(big).add(1)).subtract(0.5);
const counts = np.unique(big);
console.log(logs.dtype, Number(logs.sum()).toFixed(4), counts.tolist());
