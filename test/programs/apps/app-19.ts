// Video frames: background subtraction, motion mask, frame ring, difference, morphological ops, export.
import * as np from 'numpy-ts';

const H = 240;
const W = 320;
const FRAMES = 12;

function frame(t: number): np.NDArray {
  const px = new Uint8ClampedArray(H * W);
  for (let y = 0; y < H; y++) {
    for (let x = 0; x < W; x++) {
      const moving = Math.abs(x - 20 - t * 15) < 10 && Math.abs(y - 100) < 20;
      px[y * W + x] = moving ? 250 : 60 + ((x * 7 + y * 3) % 40);
    }
  }
  return np.array(new Uint8Array(px.buffer)).reshape(H, W);
}

function video(): np.NDArray {
  const all = np.zeros([FRAMES, H, W]);
  for (let t = 0; t < FRAMES; t++) np.copyto(all.slice(String(t)), frame(t));
  return all;
}

function background(v: np.NDArray): np.NDArray {
  return np.median(v, 0) as np.NDArray;
}

function motion(v: np.NDArray, bg: np.NDArray, threshold: number): np.NDArray {
  const d = np.absolute(v.subtract(bg));
  return np.greater(d, threshold).astype('float32');
}

function dilate(mask: np.NDArray): np.NDArray {
  const out = mask.copy();
  const inner = out.slice('1:-1', '1:-1');
  for (const [dy, dx] of [[0, 1], [0, -1], [1, 0], [-1, 0]] as const) {
    const shifted = np.roll(np.roll(mask, dy, 0), dx, 1);
    np.copyto(inner, np.maximum(inner.copy(), shifted.slice('1:-1', '1:-1').copy()));
  }
  return out;
}

function centroid(mask: np.NDArray): [number, number] | null {
  const total = Number(np.sum(mask));
  if (total === 0) return null;
  const ys = np.arange(H).reshape(H, 1);
  const xs = np.arange(W).reshape(1, W);
  return [Number(np.sum(mask.multiply(ys))) / total, Number(np.sum(mask.multiply(xs))) / total];
}

const clip = video();
const bg = background(clip);
console.log('bg', bg.shape, bg.dtype, Number(np.sum(bg)));
const masks = motion(clip, bg, 40);
console.log('masks', masks.dtype, Number(np.sum(masks)));
const path: string[] = [];
for (let t = 0; t < FRAMES; t++) {
  const grown = dilate(masks.slice(String(t)));
  const c = centroid(grown);
  path.push(c === null ? '-' : `${c[0].toFixed(1)},${c[1].toFixed(1)}`);
}
console.log('path', path.join(' '));
const diffs = np.diff(clip, 1, 0);
console.log('diffs', diffs.shape, Number(np.max(diffs)), Number(np.min(diffs)));
const heat = np.sum(masks, 0) as np.NDArray;
const norm = heat.divide(FRAMES).multiply(255).astype('uint8');
console.log('heat', norm.dtype, Number(np.max(norm)));
const rgba = np.zeros([H, W, 4]);
np.copyto(rgba.slice(':', ':', '0'), norm);
rgba.slice(':', ':', '3').fill(255);
const bytes = rgba.astype('uint8').flatten().data as Uint8Array;
let h = 0;
for (const b of bytes) h = (h * 31 + b) | 0;
console.log('rgba', bytes.length, h);
const gamma = np.power(clip.slice('0').divide(255), 2.2).multiply(255).astype('uint8');
console.log('gamma', Number(np.sum(gamma)));
const inverted = np.subtract(np.full([H, W], 255), clip.slice('3'));
console.log('inverted', inverted.dtype, Number(np.min(inverted)));
const darker = clip.slice('1').astype('uint8').subtract(clip.slice('0').astype('uint8'));
console.log('wrap', darker.dtype, Number(np.max(darker)), Number(np.sum(darker)));
const counts = np.zeros([H, W], 'int32');
for (let t = 0; t < FRAMES; t++) np.copyto(counts, counts.add(np.greater(clip.slice(String(t)), 200).astype('int32')));
console.log('counts', counts.dtype, Number(np.sum(counts)), Number(np.max(counts)));
