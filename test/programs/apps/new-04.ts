// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// image filters with registry of plugins
type Filter = (im: np.NDArray, opts?: { strength?: number; keep?: boolean }) => np.NDArray;
const registry = new Map<string, Filter>();
function register(name: string) { return (f: Filter) => { registry.set(name, f); return f; }; }
register('invert')((im) => np.negative(im.astype('int16')).add(255));
register('box')((im, { strength = 1 } = {}) => {
  let acc = np.zeros_like(im).astype('float32');
  for (let dy = -strength; dy <= strength; dy++) for (let dx = -strength; dx <= strength; dx++) acc = acc.add(np.roll(im, [dy, dx], [0, 1]));
  return acc.divide((2 * strength + 1) ** 2);
});
register('edge')((im, opts) => {
  const gx = np.diff(im, 1, 1);
  const gy = np.diff(im, 1, 0);
  const m = np.hypot(gx.slice('1:'), gy.slice(':', '1:'));
  return opts?.keep ? np.pad(m, 1) : m;
});
register('gray')((im) => (im.ndim === 3 ? np.mean(im, -1) as np.NDArray : im));
register('flip')((im) => np.flip(im, 1));
const W = 640, H = 400;
const data = Uint8Array.from({ length: W * H }, (_, i) => (i * 7) % 251);
let img = np.array(data).reshape(H, W);
const pipeline: [string, object?][] = [['invert'], ['box', { strength: 1 }], ['edge', { keep: true }], ['gray'], ['flip']];
for (const [name, o] of pipeline) {
  const f = registry.get(name);
  if (!f) throw new Error(`no ${name}`);
  img = f(img, o);
  console.log(name, img.dtype, img.shape.join('x'), img.nbytes);
}
const rgb = np.stack([img, img.multiply(0.5), np.zeros_like(img)], -1);
const u8 = np.clip(rgb, 0, 255).astype('uint8');
const inv = registry.get('invert')!(u8);
console.log(rgb.shape, u8.dtype, inv.dtype, Number(np.sum(inv)));
const chan = u8.slice(':', ':', 0);
const cc = np.ascontiguousarray(chan);
console.log(chan.shape, cc.nbytes, chan.nbytes);
