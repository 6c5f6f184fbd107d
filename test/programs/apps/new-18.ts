// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// undo history, views versus copies
class Canvas {
  #undo: np.NDArray[] = []; #redo: np.NDArray[] = []; pixels: np.NDArray; readonly h: number; readonly w: number;
  constructor(h: number, w: number) { this.h = h; this.w = w; this.pixels = np.zeros([h, w, 4], 'uint8'); }
  do(edit: (p: np.NDArray, c: this) => np.NDArray | void): this {
    this.#undo.push(this.pixels.copy());
    this.#redo.length = 0;
    const r = edit(this.pixels, this);
    if (r) this.pixels = r;
    return this;
  }
  undo() { const p = this.#undo.pop(); if (p) { this.#redo.push(this.pixels); this.pixels = p; } return this; }
  redo() { const p = this.#redo.pop(); if (p) { this.#undo.push(this.pixels); this.pixels = p; } return this; }
  get depth() { return [this.#undo.length, this.#redo.length]; }
}
const c = new Canvas(300, 300)
  .do((p) => { p.slice('10:50', '10:50', '0').fill(255); })
  .do((p) => p.slice(':', '::-1'))
  .do((p) => p.astype('float32').divide(255));
console.log(c.pixels.dtype, c.depth, Number(np.sum(c.pixels)));
c.undo();
const flipped = c.pixels;
console.log(flipped.dtype, flipped.shape, flipped.flags?.OWNDATA, flipped.base === null);
c.undo().undo();
console.log(Number(np.sum(c.pixels)), c.depth);
c.redo();
console.log(Number(np.sum(c.pixels)), c.depth);
const layer = c.pixels.slice(':', ':', '3');
const alpha = layer.copy();
alpha.fill(128);
const row = alpha.slice('0');
row.set([0], 7);
const copied = np.array(alpha);
copied.set([0, 0], 9);
const as = np.asarray(alpha);
as.set([0, 1], 11);
console.log(Number(alpha.get([0, 0])), Number(alpha.get([0, 1])), Number(copied.get([0, 0])), layer.nbytes, alpha.nbytes);
const blend = np.add(alpha.astype('float32').multiply(0.5), copied.multiply(0.5));
const t = np.transpose(c.pixels, [2, 0, 1]);
const tr = t.reshape(4, -1);
const rv = t.ravel();
const fl = c.pixels.flatten();
console.log(blend.dtype, tr.shape, rv.nbytes, fl.nbytes, np.shares_memory?.(c.pixels, t));
