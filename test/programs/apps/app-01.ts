// Photo pipeline: load RGB, greyscale, histogram equalisation, sobel, mask, thumbnails.
import * as np from 'numpy-ts';

interface PipelineOptions {
  width?: number;
  height?: number;
  threshold?: number;
  keepOriginal?: boolean;
}

const DEFAULTS: Required<PipelineOptions> = { width: 640, height: 480, threshold: 60, keepOriginal: true };

function synthetic(width: number, height: number): np.NDArray {
  const px = new Uint8Array(width * height * 3);
  let seed = 12345;
  for (let i = 0; i < px.length; i++) {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    px[i] = ((i / 3) % width) * 0.2 + ((seed >> 16) & 63);
  }
  return np.array(px).reshape(height, width, 3);
}

function toGrey(rgb: np.NDArray): np.NDArray {
  const r = rgb.slice(':', ':', '0').astype('float64');
  const g = rgb.slice(':', ':', '1').astype('float64');
  const b = rgb.slice(':', ':', '2').astype('float64');
  return r.multiply(0.299).add(g.multiply(0.587)).add(b.multiply(0.114));
}

function equalise(grey: np.NDArray): np.NDArray {
  const levels = grey.astype('uint8');
  const hist = np.zeros([256]);
  const flat = levels.flatten();
  for (let i = 0; i < flat.size; i++) {
    const v = Number(flat.iget(i));
    hist.iset(v, Number(hist.iget(v)) + 1);
  }
  const cdf = np.cumsum(hist);
  const lo = Number(np.min(cdf));
  const lut = cdf.subtract(lo).divide(grey.size - lo).multiply(255).astype('uint8');
  return np.take(lut, levels.astype('int32'));
}

function sobel(img: np.NDArray): np.NDArray {
  const f = img.astype('float32');
  const p = np.pad(f, 1);
  const up = p.slice(':-2', '1:-1');
  const down = p.slice('2:', '1:-1');
  const left = p.slice('1:-1', ':-2');
  const right = p.slice('1:-1', '2:');
  const dy = down.subtract(up);
  const dx = right.subtract(left);
  return np.sqrt(dx.multiply(dx).add(dy.multiply(dy)));
}

function edgeMask(mag: np.NDArray, threshold: number): np.NDArray {
  const mask = np.zeros([mag.shape[0]!, mag.shape[1]!]);
  const hits = np.argwhere(np.greater(mag, threshold));
  const n = hits.shape[0]!;
  for (let i = 0; i < n; i++) {
    mask.set([Number(hits.get([i, 0])), Number(hits.get([i, 1]))], 1);
  }
  return mask;
}

export function run(options: PipelineOptions = {}) {
  const { width, height, threshold, keepOriginal } = { ...DEFAULTS, ...options };
  const rgb = synthetic(width, height);
  const original = keepOriginal ? rgb.copy() : null;
  const grey = toGrey(rgb);
  const eq = equalise(grey);
  const mag = sobel(eq);
  const mask = edgeMask(mag, threshold);
  const thumb = eq.slice('::4', '::4').copy();
  if (original === null) return { coverage: 0, thumb };
  const back = original.astype('float32').divide(255);
  return {
    coverage: Number(np.mean(mask)),
    thumb,
    edges: Number(np.sum(mask)),
    bright: Number(np.mean(back)),
    eqSum: Number(np.sum(eq)),
  };
}

const first = run();
console.log(first.coverage.toFixed(6), first.edges, first.bright?.toFixed(6), first.eqSum, first.thumb.shape);
const second = run({ width: 512, height: 512, threshold: 80 });
console.log(second.coverage.toFixed(6), second.edges, second.bright?.toFixed(6), second.eqSum, Number(np.sum(second.thumb)));
