import * as np from 'numpy-ts';
// config with defaults, pipelines
interface Config { height?: number; width?: number; dtype?: 'float32' | 'uint8'; gain?: number; inPlace?: boolean }
const DEFAULTS = { height: 320, width: 400, dtype: 'float32' as const, gain: 2, inPlace: false };
function make(cfg: Config = {}) {
  const { height, width, dtype, gain, inPlace } = { ...DEFAULTS, ...cfg };
  const base = np.ones([height, width], dtype);
  const img = inPlace ? base : base.copy();
  img.slice(':10').fill(gain);
  return { base, img };
}
const a = make(); const b = make({ dtype: 'uint8', height: 600, width: 700 }); const c = make({ inPlace: true, gain: 4 });
for (const { base, img } of [a, b, c]) console.log(base.dtype, img.shape, Number(base.sum()), Number(img.sum()), img.nbytes);
function normalise(img: np.NDArray, { copy = true, max = 255 }: { copy?: boolean; max?: number } = {}) {
  const out = copy ? img.copy() : img;
  const scaled = out.divide(max);
  return scaled;
}
const n1 = normalise(b.img); const n2 = normalise(a.img, { copy: false, max: 4 });
console.log(n1.dtype, n2.dtype, Number(n1.max()).toFixed(4), Number(n2.min()));
const steps: Array<(x: np.NDArray) => np.NDArray> = [(x) => x.add(1), (x) => np.sqrt(x), (x) => x.astype('float32'), (x) => x.slice('::2')];
const out = steps.reduce((x, f) => f(x), np.arange(40000));
console.log(out.shape, out.dtype, Number(out.sum()).toFixed(2));
const modes = { wide: np.zeros([300, 400]), flat: np.full([120000], 7) };
for (const [name, arr] of Object.entries(modes)) console.log(name, arr.shape, Number(arr.max()));
const pick = modes[process.argv.length > 9 ? 'wide' : 'flat'];
const mine = pick.copy(); mine.fill(1);
console.log(Number(modes.flat.max()), Number(mine.sum()));
