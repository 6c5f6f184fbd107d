// tile cache with shared buffers, lazily computed layers and an undo stack: a small image editor core
import * as np from 'numpy-ts';

type Layer = { name: string; pixels: np.NDArray; opacity: number; mask?: np.NDArray };
type Listener = (layer: Layer) => void;

const H = 300;
const W = 400;

class Document {
  readonly layers: Layer[] = [];
  private readonly undo: np.NDArray[] = [];
  private readonly listeners = new Set<Listener>();
  private cache: Map<string, np.NDArray> = new Map();

  add(name: string, pixels: np.NDArray, opacity = 1): Layer {
    const layer: Layer = { name, pixels, opacity };
    this.layers.push(layer);
    return layer;
  }

  on(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  paint(layer: Layer, y: number, x: number, size: number, value: number): void {
    this.undo.push(layer.pixels.copy());
    layer.pixels.slice(`${y}:${y + size}`, `${x}:${x + size}`).fill(value);
    this.cache.delete(layer.name);
    for (const l of this.listeners) l(layer);
  }

  revert(layer: Layer): boolean {
    const previous = this.undo.pop();
    if (!previous) return false;
    layer.pixels = previous;
    this.cache.delete(layer.name);
    return true;
  }

  normalised(layer: Layer): np.NDArray {
    let hit = this.cache.get(layer.name);
    if (hit === undefined) {
      const shifted = layer.pixels.astype('float64');
      hit = shifted.divide(255).multiply(layer.opacity);
      this.cache.set(layer.name, hit);
    }
    return hit;
  }

  flatten(): np.NDArray {
    return this.layers.map((l) => this.normalised(l)).reduce((below, above) => np.maximum(below, above));
  }
}

const doc = new Document();
const base = np.zeros([H, W], 'uint8');
const background = doc.add('background', base.copy());
const ink = doc.add('ink', np.zeros([H, W], 'uint8'), 0.5);
const log: string[] = [];
const off = doc.on((l) => log.push(l.name));

doc.paint(background, 10, 10, 100, 200);
const first = doc.flatten();
const firstSum = Number(first.sum());
doc.paint(ink, 50, 50, 120, 255);
doc.paint(ink, 0, 0, 20, 128);
const second = doc.flatten();
doc.revert(ink);
off();
doc.paint(background, 200, 300, 50, 77);
const third = doc.flatten();

const selection = np.zeros([H, W]);
for (let y = 40; y < 90; y++) for (let x = 60; x < 200; x++) selection.set([y, x], selection.get([y, x]) === 0 ? 1 : 2);
const feather = selection.multiply(0.5);
const alpha = np.ones([H, W]);
alpha.slice('100:', ':').fill(0.25);
const premultiplied = third.multiply(alpha);
const preview = premultiplied.slice('::2', '::2').copy();
const undoBytes = preview.nbytes;
preview.slice(':10', ':10').fill(0);
console.log(log.join(','), first.dtype, second.shape, undoBytes);
console.log('checksum', firstSum.toFixed(4), Number(second.sum()).toFixed(4), Number(third.sum()).toFixed(4), Number(feather.sum()), Number(preview.sum()).toFixed(5), Number(base.sum()), Number(premultiplied.sum()).toFixed(5));
