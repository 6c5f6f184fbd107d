// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// shadowing, labelled loops, switch fall-through, getters/setters, static blocks
class Store {
  static #count = 0;
  static readonly empty: np.NDArray;
  static { Store.empty = np.zeros([0, 4], 'uint8'); }
  static of(...rows: np.NDArray[]) { const s = new this(); for (const r of rows) s.push = r; return s; }
  #rows: np.NDArray = Store.empty;
  set push(row: np.NDArray) { Store.#count++; this.#rows = np.vstack([this.#rows, row]); }
  get rows() { return this.#rows; }
  get [Symbol.toStringTag]() { return `Store(${Store.#count})`; }
  toJSON() { return { shape: this.#rows.shape, dtype: this.#rows.dtype }; }
}
class FloatStore extends Store { override get rows() { return super.rows.astype('float32'); } }
const s = Store.of(np.ones([100_000, 4], 'uint8'), np.zeros([2, 4], 'uint8'));
const f = FloatStore.of(np.ones([50_000, 4], 'uint8'), np.full([1, 4], 0.5));
console.log(JSON.stringify({ s, f }), `${s}`, f.rows.dtype, s.rows.nbytes);
function build(kind: string, n: number) {
  let out: np.NDArray | undefined;
  switch (kind) {
    case 'double': n *= 2;
    case 'single': out = np.zeros([n], 'float32'); break;
    case 'int': { const out2 = np.zeros([n], 'int32'); out = out2; break; }
    default: throw new RangeError(kind);
  }
  return out;
}
const a = build('double', 100_000), b = build('single', 100_000), c = build('int', 100_000);
console.log(a.shape, b.shape, c.dtype);
let n = 0;
let grow = np.zeros([1000], 'int8');
outer: for (let i = 0; i < 5; i++) {
  for (let j = 0; ; j++) {
    if (j > i) continue outer;
    if (i === 3) break outer;
    grow = np.concatenate([grow, grow]);
    n++;
  }
}
console.log(n, grow.shape, grow.nbytes);
var x = np.ones([300_000]);
{ let x = np.ones([3], 'int8'); x = x.add(1); console.log(x.dtype); }
try { build('?', 1); x = np.zeros([1]); } catch { x = x.astype('float32'); } finally { x = x.reshape(3, 100_000); }
const tag = (s: TemplateStringsArray, ...v: np.NDArray[]) => s.raw.join('|') + v.map((q) => q.dtype).join();
console.log(tag`a${x}b${grow}`, x.shape);
const y = ((z?: np.NDArray) => z ?? x)(undefined);
const [p = np.zeros([2]), q = np.zeros([400_000], 'int16')] = [y];
console.log(p === x, q.nbytes, p.nbytes);
