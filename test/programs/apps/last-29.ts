import * as np from 'numpy-ts';
// histogram equalisation and a median of frames
class Frame {
  readonly pixels: np.NDArray;
  readonly ts: number;
  static count = 0;
  constructor(pixels: np.NDArray, ts: number) { this.pixels = pixels; this.ts = ts; Frame.count++; }
  clone(): Frame { return new Frame(this.pixels.copy(), this.ts); }
  get size(): number { return this.pixels.size; }
  darken(by: number): this { this.pixels.slice('0:10', ':').fill(by); return this; }
}
class ColorFrame extends Frame {
  gray(): np.NDArray { return this.pixels.astype('float32').mean(2) as np.NDArray; }
}
const rng = np.random.default_rng(11);
const px = (rng.integers(0, 256, [120, 160]) as np.NDArray).astype('uint8');
const f = new Frame(px, 0);
const g = f.clone().darken(3);
const h = f.clone();
console.log(Number(f.pixels.sum()), Number(g.pixels.sum()), Number(h.pixels.sum()), Frame.count, f.size);
const hist = np.bincount(px.ravel(), undefined, 256);
const cdf = np.cumsum(hist);
const lut = cdf.multiply(255).floor_divide(px.size).astype('uint8');
const eq = lut.take(px.ravel().tolist() as number[]).reshape(120, 160);
console.log(hist.dtype, cdf.dtype, lut.dtype, eq.dtype, eq.shape, Number(eq.sum()));
const cf = new ColorFrame((rng.integers(0, 256, [50, 60, 3]) as np.NDArray).astype('uint8'), 1);
const gr = cf.gray();
console.log(gr.dtype, gr.shape, Number(gr.sum()).toFixed(1));
const frames = [0, 1, 2, 3, 4].map((i) => new Frame(np.full([120, 160], i * 10), i));
const med = np.median(np.stack(frames.map((fr) => fr.pixels)), 0) as np.NDArray;
const motion = frames.map((fr) => np.absolute(fr.pixels.subtract(med)).greater(15).astype('float64'));
console.log(med.shape, med.dtype, motion.map((m) => Number(m.sum())).join());
