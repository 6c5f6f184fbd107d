import * as np from 'numpy-ts';
import type { NDArray } from 'numpy-ts';

// An undo history of a painting canvas: snapshots must not share with the live canvas.
interface Command { label: string; do(c: Canvas): void; undo?(c: Canvas): void }

class Canvas {
  pixels: NDArray;
  dirty = false;
  constructor(h: number, w: number) { this.pixels = np.zeros([h, w], 'float64'); }
  get view(): NDArray { return this.pixels; }
  rect(y0: number, x0: number, y1: number, x1: number, v: number): void {
    const region = this.pixels.slice(`${y0}:${y1}`, `${x0}:${x1}`);
    region.fill(v);
    this.dirty = true;
  }
}

class History {
  #undo: { label: string; before: NDArray }[] = [];
  #redo: { label: string; before: NDArray }[] = [];
  readonly canvas: Canvas;
  constructor(canvas: Canvas) { this.canvas = canvas; }
  exec(cmd: Command): void {
    const before = this.canvas.pixels.copy() as NDArray;
    this.#undo.push({ label: cmd.label, before });
    this.#redo.length = 0;
    cmd.do(this.canvas);
  }
  undo(): string | undefined {
    const e = this.#undo.pop();
    if (!e) return undefined;
    const now = np.copy(this.canvas.pixels) as NDArray;
    this.#redo.push({ label: e.label, before: now });
    np.copyto(this.canvas.pixels, e.before);
    return e.label;
  }
  redo(): string | undefined {
    const e = this.#redo.pop();
    if (!e) return;
    this.#undo.push({ label: e.label, before: this.canvas.pixels.copy() as NDArray });
    np.copyto(this.canvas.pixels, e.before);
    return e.label;
  }
  get depth(): number { return this.#undo.length; }
}

const rect = (label: string, y: number, x: number, v: number): Command => ({
  label,
  do(c) { c.rect(y, x, y + 50, x + 50, v); },
});

const H = 256;
const W = 256;
const canvas = new Canvas(H, W);
const history = new History(canvas);
const original = canvas.pixels.copy() as NDArray;
const live = canvas.view;
history.exec(rect('a', 0, 0, 10));
const afterA = np.array(canvas.view) as NDArray;
history.exec(rect('b', 30, 30, 250));
const afterB = canvas.view.astype('float64') as NDArray;
history.exec(rect('c', 100, 100, 1000));
const sum = (a: NDArray): number => Number(np.sum(a));
console.log(sum(original), sum(afterA), sum(afterB), sum(live), history.depth);
console.log(history.undo(), sum(canvas.pixels), sum(live));
console.log(history.undo(), sum(canvas.pixels), sum(live));
console.log(history.redo(), sum(canvas.pixels), sum(live));

// a selection that is edited later through a closure
function select(src: NDArray, y: number, h: number): { data: NDArray; apply: (f: (v: number) => number) => void } {
  const data = src.slice(`${y}:${y + h}`).copy() as NDArray;
  return {
    data,
    apply(f) {
      const flat = data.ravel();
      for (let i = 0; i < flat.size; i += 97) flat.set([i], f(Number(flat.get([i]))));
    },
  };
}
const sel = select(canvas.pixels, 0, 200);
const base = sum(canvas.pixels);
sel.apply((v) => v + 1);
console.log(base === sum(canvas.pixels), sum(sel.data) - base);

// a copy whose source is written only in a finally
function safely(c: Canvas, f: (p: NDArray) => void): NDArray {
  const backup = c.pixels.copy() as NDArray;
  try {
    f(c.pixels);
    throw new Error('later');
  } catch (e) {
    if ((e as Error).message !== 'later') np.copyto(c.pixels, backup);
  } finally {
    c.pixels.fill(0);
  }
  return backup;
}
const b = safely(canvas, (p) => { p.set([0, 0], 777); });
console.log(sum(b), sum(canvas.pixels));

// two holders of the same buffer
const layers = new Map<string, NDArray>([['bg', canvas.pixels], ['fg', np.ones([H, W])]]);
const merged = [...layers.values()].reduce((acc, l) => acc.add(l) as NDArray, np.zeros([H, W]) as NDArray);
const bgCopy = layers.get('bg')!.copy() as NDArray;
layers.get('bg')?.set([1, 1], 5);
console.log(sum(merged), sum(bgCopy), sum(canvas.pixels));
const frozen = { ...canvas };
const frozenCopy = { ...canvas, pixels: canvas.pixels.copy() as NDArray };
canvas.rect(0, 0, 10, 10, 2);
console.log(sum(frozen.pixels), sum(frozenCopy.pixels), frozen.dirty);
