// Image tiles over HTTP-like cache: options with defaults, resize, crop, mosaic, alpha blend, watermark, thumbnails.
import * as np from 'numpy-ts';

interface ResizeOptions {
  factor?: 2 | 4;
  mode?: 'nearest' | 'average';
}

interface BlendOptions {
  alpha?: number;
  mask?: np.NDArray | null;
}

const SIDE = 512;

function checker(side: number, cell: number): np.NDArray {
  const a = np.floor_divide(np.arange(side), cell);
  const rows = a.reshape(side, 1);
  const cols = a.reshape(1, side);
  return np.mod(rows.add(cols), 2).multiply(255);
}

function gradientImage(side: number): np.NDArray {
  const ramp = np.linspace(0, 255, side);
  return np.tile(ramp, [side, 1]);
}

function resize(img: np.NDArray, { factor = 2, mode = 'average' }: ResizeOptions = {}): np.NDArray {
  if (mode === 'nearest') return img.slice(`::${factor}`, `::${factor}`);
  const [h, w] = img.shape as [number, number];
  const blocks = img.reshape(h / factor, factor, w / factor, factor);
  const rows = np.mean(blocks, 3) as np.NDArray;
  return np.mean(rows, 1) as np.NDArray;
}

function blend(a: np.NDArray, b: np.NDArray, { alpha = 0.5, mask = null }: BlendOptions = {}): np.NDArray {
  if (mask) {
    const m = mask.multiply(alpha);
    return a.multiply(np.subtract(np.ones(a.shape as number[]), m)).add(b.multiply(m));
  }
  return a.multiply(1 - alpha).add(b.multiply(alpha));
}

function circle(side: number, r: number): np.NDArray {
  const c = np.arange(side).subtract(side / 2);
  const d2 = np.square(c.reshape(side, 1)).add(np.square(c.reshape(1, side)));
  return np.less(d2, r * r).astype('float64');
}

function mosaic(tiles: np.NDArray[], columns: number): np.NDArray {
  const rows: np.NDArray[] = [];
  for (let i = 0; i < tiles.length; i += columns) rows.push(np.hstack(tiles.slice(i, i + columns)));
  return np.vstack(rows);
}

function crop(img: np.NDArray, y: number, x: number, size: number): np.NDArray {
  return img.slice(`${y}:${y + size}`, `${x}:${x + size}`).copy();
}

const board = checker(SIDE, 32);
const ramp = gradientImage(SIDE);
console.log('board', Number(np.sum(board)), Number(np.max(board)), Number(np.sum(ramp)).toFixed(2));
const mixed = blend(board, ramp);
const masked = blend(board, ramp, { mask: circle(SIDE, 200), alpha: 0.8 });
console.log('blend', Number(np.sum(mixed)).toFixed(3), Number(np.sum(masked)).toFixed(3));
const small = resize(mixed);
const nearest = resize(mixed, { factor: 4, mode: 'nearest' });
console.log('resize', small.shape, nearest.shape, Number(np.sum(small)).toFixed(3), Number(np.sum(nearest)).toFixed(3));
const wall = mosaic([mixed, masked, board, ramp], 2);
console.log('wall', wall.shape, Number(np.sum(wall)).toFixed(3));
const detail = crop(wall, 100, 100, 400);
console.log('detail', detail.shape, Number(np.mean(detail)).toFixed(4));
const stamped = wall.copy();
stamped.slice('-64:', '-64:').fill(255);
console.log('stamped', Number(np.sum(stamped)).toFixed(3), Number(np.sum(wall)).toFixed(3));
const q = np.round(wall.divide(16)).multiply(16).clip(0, 255).astype('uint8');
const pairs = np.zeros([16, 16]);
for (let y = 0; y < 256; y++) {
  for (let x = 0; x < 255; x++) {
    const at = [Number(q.get([y, x])) >> 4, Number(q.get([y, x + 1])) >> 4];
    pairs.set(at, Number(pairs.get(at)) + 1);
  }
}
console.log('glcm', Number(np.sum(pairs)), Number(np.trace(pairs)));
const luma = np.zeros([SIDE, SIDE, 3]);
for (let c = 0; c < 3; c++) np.copyto(luma.slice(':', ':', String(c)), board);
console.log('luma', luma.shape, Number(np.sum(luma)));
const ids = np.arange(SIDE * SIDE).reshape(SIDE, SIDE);
const odd = np.mod(ids, 2).astype('bool');
const picked = ids.bindex(odd);
console.log('picked', picked.size, Number(np.sum(picked)));
const flipped = np.flipud(ids).copy();
console.log('flipped', Number(flipped.get([0, 0])), Number(flipped.get([511, 511])));
const corner = ids.slice(':256', ':256');
console.log('corner', JSON.stringify(corner.row(0).slice(':4').tolist()));
