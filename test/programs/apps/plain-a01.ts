import * as np from 'numpy-ts';
// undo history with copies
class Canvas {
  pixels: np.NDArray;
  private past: np.NDArray[] = [];
  private future: np.NDArray[] = [];
  constructor(h: number, w: number) { this.pixels = np.zeros([h, w]); }
  private remember() { this.past.push(this.pixels.copy()); this.future.length = 0; }
  fillRect(y: number, x: number, h: number, w: number, v: number) {
    this.remember();
    this.pixels.slice(`${y}:${y + h}`, `${x}:${x + w}`).fill(v);
  }
  invert() { this.remember(); this.pixels = this.pixels.multiply(-1).add(255); }
  undo() { const p = this.past.pop(); if (p) { this.future.push(this.pixels); this.pixels = p; } }
  redo() { const f = this.future.pop(); if (f) { this.past.push(this.pixels); this.pixels = f; } }
  get depth() { return this.past.length; }
}
const c = new Canvas(400, 300);
c.fillRect(10, 10, 50, 60, 200);
const snap = c.pixels.copy();
c.fillRect(30, 30, 100, 100, 100);
c.invert();
console.log(c.depth, Number(np.sum(c.pixels)), Number(np.sum(snap)));
c.undo(); c.undo();
console.log(c.depth, Number(np.sum(c.pixels)), c.pixels.shape, c.pixels.dtype);
c.redo();
console.log(Number(np.sum(c.pixels)), Number(np.max(c.pixels)));
const thumb = c.pixels.slice('::4', '::4').copy();
console.log(thumb.shape, thumb.dtype, Number(thumb.sum()));
