/** An image pipeline driven by a config object: stages by name, contextually typed functions. */
import * as np from 'numpy-ts';
import type { NDArray } from 'numpy-ts';

type Image = NDArray;
type Stage = (image: Image, context: Context) => Image;

interface Context {
  readonly width: number;
  readonly height: number;
  readonly gain: number;
  log: string[];
}

interface StageConfig {
  name: string;
  enabled?: boolean;
  options?: Record<string, number>;
}

const toFloat: Stage = (image) => image.astype('float32').divide(255);

const gamma =
  (g: number): Stage =>
  (image) =>
    np.power(image, g) as Image;

const gain: Stage = (image, { gain }) => image.multiply(gain);

const grey: Stage = (image, ctx) => {
  const weights = np.array([0.299, 0.587, 0.114], 'float32');
  ctx.log.push('grey');
  return image.multiply(weights).sum(2) as Image;
};

const blur: Stage = (image, ctx) => {
  const padded = np.pad(image, 1);
  let sum = np.zeros([ctx.height, ctx.width], 'float32');
  for (let dy = 0; dy < 3; dy++) {
    for (let dx = 0; dx < 3; dx++) {
      sum = sum.add(padded.slice(`${dy}:${dy + ctx.height}`, `${dx}:${dx + ctx.width}`));
    }
  }
  return sum.divide(9);
};

const toBytes: Stage = (image) => np.clip(image.multiply(255), 0, 255).astype('uint8');

class Registry {
  private readonly makers = new Map<string, (options: Record<string, number>) => Stage>();

  register(name: string, make: (options: Record<string, number>) => Stage): this {
    this.makers.set(name, make);
    return this;
  }

  create(config: StageConfig): Stage {
    const make = this.makers.get(config.name);
    if (make === undefined) throw new Error(`unknown stage ${config.name}`);
    return make(config.options ?? {});
  }
}

const registry = new Registry()
  .register('float', () => toFloat)
  .register('gamma', ({ gamma: g = 2.2 }) => gamma(g))
  .register('gain', () => gain)
  .register('grey', () => grey)
  .register('blur', () => blur)
  .register('bytes', () => toBytes);

const config: StageConfig[] = [
  { name: 'float' },
  { name: 'gamma', options: { gamma: 1.8 } },
  { name: 'gain', enabled: false },
  { name: 'grey' },
  { name: 'blur' },
  { name: 'bytes' },
];

function run(image: Image, stages: Stage[], context: Context): Image {
  return stages.reduce((im, stage) => stage(im, context), image);
}

const context: Context = { width: 48, height: 32, gain: 1.1, log: [] };
const raw = np.arange(32 * 48 * 3).reshape(32, 48, 3).astype('uint8');
const stages = config.filter((c) => c.enabled !== false).map((c) => registry.create(c));
const out = run(raw, stages, context);
console.log(out.shape, out.dtype, context.log);

const histogram = new Uint32Array(256);
for (const v of out.ravel().data as Uint8Array) histogram[v]++;
const cumulative = new Float64Array(256);
histogram.reduce((acc, n, i) => (cumulative[i] = acc + n), 0);
const lut = Uint8Array.from(cumulative, (v) => Math.round((255 * v) / cumulative[255]));
const equalised = np.array(Uint8Array.from(out.ravel().data as Uint8Array, (v) => lut[v])).reshape(32, 48);
console.log(equalised.shape, equalised.dtype);
