import * as np from 'numpy-ts';
import type { NDArray } from 'numpy-ts';

type Filter = (img: Image) => Image;

class Image {
  static created = 0;
  #pixels: NDArray;
  readonly name: string;
  meta: Map<string, number> = new Map();

  constructor(pixels: NDArray, name = 'untitled') {
    this.#pixels = pixels;
    this.name = name;
    Image.created++;
  }

  static blank(h: number, w: number, c = 3): Image {
    return new Image(np.zeros([h, w, c], 'uint8'), 'blank');
  }

  static gradient(h: number, w: number): Image {
    const img = Image.blank(h, w);
    const row = np.linspace(0, 255, w).astype('uint8');
    const px = img.pixels;
    for (let y = 0; y < h; y++) {
      for (let x = 0; x < w; x += 16) {
        px.set([y, x, 0], Number(row.get([x])));
        px.set([y, x, 1], (y * 7) % 256);
        px.set([y, x, 2], (x * y) % 256);
      }
    }
    return img;
  }

  get pixels(): NDArray { return this.#pixels; }
  get height(): number { return this.#pixels.shape[0]!; }
  get width(): number { return this.#pixels.shape[1]!; }
  get channels(): number { return this.#pixels.shape[2] ?? 1; }
  get bytes(): number { return this.#pixels.nbytes; }

  clone(): Image { return new Image(this.#pixels.copy() as NDArray, this.name + '-copy'); }

  crop(y0: number, y1: number, x0: number, x1: number): Image {
    return new Image(this.#pixels.slice(`${y0}:${y1}`, `${x0}:${x1}`) as NDArray, 'crop');
  }

  toFloat(): NDArray { return this.#pixels.astype('float32').divide(255) as NDArray; }

  paint(y: number, x: number, rgb: [number, number, number]): void {
    const [r, g, b] = rgb;
    this.#pixels.set([y, x, 0], r);
    this.#pixels.set([y, x, 1], g);
    this.#pixels.set([y, x, 2], b);
  }
}

const invert: Filter = (img) => new Image(np.subtract(np.full(img.pixels.shape as number[], 255, 'uint8'), img.pixels) as NDArray, 'inv');
const gray: Filter = (img) => {
  const f = img.toFloat();
  const weights = np.array([0.299, 0.587, 0.114], 'float32');
  const g = np.dot(f, weights) as NDArray;
  const three = np.stack([g, g, g], 2);
  return new Image(three.multiply(255).astype('uint8') as NDArray, 'gray');
};
const flip: Filter = (img) => new Image(np.flip(img.pixels, 1) as NDArray, 'flip');
const blur: Filter = (img) => {
  const f = img.toFloat();
  const p = np.pad(f, [[1, 1], [1, 1], [0, 0]], 'constant', 0);
  const { height: h, width: w } = img;
  let acc = np.zeros([h, w, 3], 'float32');
  for (let dy = 0; dy < 3; dy++)
    for (let dx = 0; dx < 3; dx++) acc = acc.add(p.slice(`${dy}:${dy + h}`, `${dx}:${dx + w}`) as NDArray) as NDArray<'float32'>;
  return new Image(acc.divide(9).multiply(255).round().astype('uint8'), 'blur');
};

class Pipeline {
  private steps: { name: string; fn: Filter }[] = [];
  history: Image[] = [];
  add(name: string, fn: Filter): this { this.steps.push({ name, fn }); return this; }
  run(img: Image): Image {
    let cur = img;
    for (const { name, fn } of this.steps) {
      this.history.push(cur);
      cur = fn(cur);
      cur.meta.set(name, Number(cur.pixels.sum()));
    }
    return cur;
  }
}

const src = Image.gradient(200, 320);
const saved = src.clone();
const alias = src;
const pipe = new Pipeline().add('invert', invert).add('gray', gray).add('flip', flip).add('blur', blur);
const out = pipe.run(src);
alias.paint(10, 10, [255, 0, 255]);
const c = src.crop(0, 20, 0, 20);
c.paint(0, 0, [9, 8, 7]);
console.log(out.name, out.pixels.shape, out.pixels.dtype, out.bytes);
console.log('src', Number(src.pixels.sum()), 'saved', Number(saved.pixels.sum()));
console.log('px', [0, 1, 2].map((k) => src.pixels.get([0, 0, k])), [0, 1, 2].map((k) => saved.pixels.get([0, 0, k])));
for (const h of pipe.history) console.log(h.name, h.pixels.dtype, Object.fromEntries(h.meta));
console.log(Image.created);
