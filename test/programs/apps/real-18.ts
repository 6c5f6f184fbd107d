// video frame buffers: background subtraction, motion, ring buffer of frames
import * as np from 'numpy-ts';

const HEIGHT = 180;
const WIDTH = 320;

class FrameRing {
  private readonly frames: np.NDArray;
  private head = 0;
  private filled = 0;
  readonly capacity: number;
  constructor(capacity: number, height: number, width: number) {
    this.capacity = capacity;
    this.frames = np.zeros([capacity, height, width, 3], 'uint8');
  }
  push(frame: np.NDArray): void {
    np.copyto(this.frames.slice(`${this.head}:${this.head + 1}`), frame.expand_dims(0));
    this.head = (this.head + 1) % this.capacity;
    this.filled = Math.min(this.filled + 1, this.capacity);
  }
  get all(): np.NDArray {
    return this.frames.slice(`:${this.filled}`);
  }
  mean(): np.NDArray {
    return np.mean(this.all, 0) as np.NDArray;
  }
}

function* camera(count: number): Generator<np.NDArray> {
  for (let t = 0; t < count; t++) {
    const rgb = new Uint8ClampedArray(HEIGHT * WIDTH * 3);
    for (let y = 0; y < HEIGHT; y++) {
      for (let x = 0; x < WIDTH; x++) {
        const i = (y * WIDTH + x) * 3;
        const ball = (x - 20 - t * 10) ** 2 + (y - 90) ** 2 < 400;
        rgb[i] = ball ? 250 : x & 127;
        rgb[i + 1] = ball ? 30 : y & 127;
        rgb[i + 2] = (x + y) & 63;
      }
    }
    yield np.array(new Uint8Array(rgb.buffer)).reshape(HEIGHT, WIDTH, 3);
  }
}

const LUMA = np.array([0.299, 0.587, 0.114]);
const grey = (frame: np.NDArray): np.NDArray => np.dot(frame.astype('float64'), LUMA) as np.NDArray;

function motion(a: np.NDArray, b: np.NDArray, threshold = 25): { mask: np.NDArray; score: number } {
  const difference = np.abs(np.subtract(a, b));
  const mask = difference.greater(threshold);
  return { mask, score: Number(np.mean(mask.astype('float64'))) };
}

const ring = new FrameRing(16, HEIGHT, WIDTH);
const scores: number[] = [];
const masks: np.NDArray[] = [];
let last: np.NDArray | null = null;
for (const frame of camera(20)) {
  ring.push(frame);
  const g = grey(frame);
  if (last !== null) {
    const { mask, score } = motion(g, last);
    scores.push(score);
    masks.push(mask.astype('uint8').multiply(255));
  }
  last = g;
}
const background = ring.mean();
const foreground = np.abs(np.subtract(ring.all, background));
const heat = np.sum(np.stack(masks), 0) as np.NDArray;
const heatNorm = heat.astype('float64').divide(255 * masks.length);
const flippedV = ring.all.slice(':', '::-1').copy();
const bgr = np.flip(ring.all, 3) as np.NDArray;
const yuv = np.matmul(ring.all.astype('float32'), np.array([[0.3, 0.59, 0.11], [-0.15, -0.29, 0.44], [0.61, -0.51, -0.1]], 'float32'));
const thumb = background.slice('::4', '::4').astype('uint8');
console.log(ring.all.nbytes, background.dtype, foreground.dtype, heat.dtype, flippedV.nbytes, yuv.dtype, thumb.shape);
console.log('checksum', scores.reduce((a, b) => a + b, 0).toFixed(6), Number(foreground.sum()).toFixed(2), Number(heatNorm.sum()).toFixed(4), Number(np.sum(bgr)), Number(yuv.sum()).toFixed(0), Number(np.sum(thumb)));
