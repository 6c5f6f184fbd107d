import * as np from 'numpy-ts';
import type { NDArray } from 'numpy-ts';

// FFT by hand with recursion, quad tree over an image, and memo
type Cx = { re: NDArray; im: NDArray };
function fft(re: NDArray, im: NDArray): Cx {
  const n = re.size;
  if (n === 1) return { re: re.copy() as NDArray, im: im.copy() as NDArray };
  const even = fft(re.slice('::2') as NDArray, im.slice('::2') as NDArray);
  const odd = fft(re.slice('1::2') as NDArray, im.slice('1::2') as NDArray);
  const k = np.arange(n / 2).multiply((-2 * Math.PI) / n);
  const c = np.cos(k);
  const s = np.sin(k);
  const tr = np.subtract(odd.re.multiply(c), odd.im.multiply(s));
  const ti = np.add(odd.re.multiply(s), odd.im.multiply(c));
  return {
    re: np.concatenate([even.re.add(tr), even.im.size ? even.re.subtract(tr) : even.re]) as NDArray,
    im: np.concatenate([even.im.add(ti), even.im.subtract(ti)]) as NDArray,
  };
}
const sig = np.sin(np.arange(256).multiply(0.3)) as NDArray;
const own = fft(sig, np.zeros([256]));
const lib = np.fft.fft(sig);
console.log(Number(np.abs(np.subtract(own.re, np.real(lib))).max()) < 1e-9, lib.dtype, lib.shape, own.re.shape);

class Node {
  children: Node[] = [];
  readonly area: NDArray;
  readonly depth: number;
  constructor(area: NDArray, depth = 0) { this.area = area; this.depth = depth; }
  get value(): number { return Number(this.area.mean()); }
  split(threshold: number): this {
    const [h, w] = this.area.shape as [number, number];
    if (h <= 4 || Number(this.area.std()) < threshold) return this;
    const quads: [string, string][] = [[`:${h / 2}`, `:${w / 2}`], [`:${h / 2}`, `${w / 2}:`], [`${h / 2}:`, `:${w / 2}`], [`${h / 2}:`, `${w / 2}:`]];
    this.children = quads.map(([a, b]) => new Node(this.area.slice(a, b) as NDArray, this.depth + 1).split(threshold));
    return this;
  }
  *leaves(): Generator<Node> {
    if (this.children.length === 0) yield this;
    for (const c of this.children) yield* c.leaves();
  }
  flatten(): void {
    for (const l of this.leaves()) l.area.fill(Math.round(l.value));
  }
}
const img = np.fromfunction((y, x) => ((x! * y!) >> 5) % 256, [256, 256]) as NDArray;
const src = img.copy() as NDArray;
const tree = new Node(img).split(20);
const leaves = [...tree.leaves()];
tree.flatten();
console.log(leaves.length, Math.max(...leaves.map((l) => l.depth)), Number(src.sum()), Number(img.sum()), img.dtype);
const err = Math.sqrt(Number(np.mean(np.square(np.subtract(src, img)))));
console.log(Number(err).toFixed(4));

const memo = new Map<number, NDArray>();
function power(m: NDArray, n: number): NDArray {
  const hit = memo.get(n);
  if (hit) return hit;
  const r = n === 0 ? np.eye(m.shape[0]!) : n % 2 ? np.matmul(m, power(m, n - 1)) : power(np.matmul(m, m) as NDArray, n / 2);
  memo.set(n, r as NDArray);
  return r as NDArray;
}
const fib = power(np.array([[1, 1], [1, 0]]), 10);
console.log(fib.tolist(), fib.dtype, memo.size);
function pyramid(a: NDArray, out: NDArray[] = []): NDArray[] {
  out.push(a);
  const [h = 1, w = 1] = a.shape;
  if (h < 16) return out;
  return pyramid(a.reshape(h / 2, 2, w / 2, 2).mean([1, 3]) as NDArray, out);
}
const pyr = pyramid(src);
console.log(pyr.map((p) => p.shape.join('x')), pyr.map((p) => p.dtype));
function median3(a: NDArray): NDArray {
  const shifts = [-1, 0, 1].flatMap((dy) => [-1, 0, 1].map((dx) => np.roll(a, [dy, dx], [0, 1]) as NDArray));
  return np.median(np.stack(shifts), 0) as NDArray;
}
const med = median3(src);
console.log(med.dtype, med.shape, Number(med.sum()));
const integral = np.cumsum(np.cumsum(src, 0), 1) as NDArray;
const box = (y0: number, x0: number, y1: number, x1: number): number =>
  Number(integral.get([y1, x1])) - Number(integral.get([y0, x1])) - Number(integral.get([y1, x0])) + Number(integral.get([y0, x0]));
console.log(integral.dtype, box(0, 0, 100, 100), Number(src.slice('1:101', '1:101').sum()));
