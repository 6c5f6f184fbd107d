// @ts-nocheck -- written by reviewers to find wrong facts
// image morphology and connected components on bool masks
import * as np from 'numpy-ts';
const H = 300, W = 300;
const yy = np.arange(H).reshape(H, 1), xx = np.arange(W).reshape(1, W);
const circle = (cy: number, cx: number, r: number) => yy.subtract(cy).power(2).add(xx.subtract(cx).power(2)).less_equal(r * r);
let mask = np.zeros([H, W], 'bool');
for (const [cy, cx, r] of [[60, 60, 30], [180, 200, 55], [240, 60, 20]] as const) mask = np.logical_or(mask, circle(cy, cx, r));
console.log(mask.dtype, np.count_nonzero(mask), mask.nbytes);
function dilate(m: np.NDArray): np.NDArray {
  const p = np.pad(m, 1);
  let out = np.zeros(m.shape as number[], 'bool');
  for (let dy = 0; dy < 3; dy++) for (let dx = 0; dx < 3; dx++) out = np.logical_or(out, p.slice(`${dy}:${dy + H}`, `${dx}:${dx + W}`));
  return out;
}
const erode = (m: np.NDArray) => np.logical_not(dilate(np.logical_not(m)));
const opened = dilate(erode(mask)), border = np.logical_xor(dilate(mask), mask);
console.log(opened.dtype, np.count_nonzero(border), np.array_equal(opened, mask));
const labels = np.where(mask, np.arange(1, H * W + 1).reshape(H, W), 0) as np.NDArray;
let lab = np.add(labels, 0), prev = -1;
for (let it = 0; it < 8; it++) {
  const up = np.roll(lab, 1, 0), left = np.roll(lab, 1, 1);
  lab = np.multiply(np.maximum(np.maximum(lab, up), left), mask);
  prev = Number(np.sum(lab));
}
console.log(lab.dtype, lab.shape, prev > 0);
const rows = np.any(mask, 1) as np.NDArray, cols = np.any(mask, 0) as np.NDArray;
const ry = np.flatnonzero(rows), cxs = np.flatnonzero(cols);
console.log(ry.item(0), cxs.item(2), rows.dtype, cols.shape);
const bbox = mask.slice(`${ry.item(0)}:${Number(ry.item(ry.size - 1)) + 1}`);
console.log(bbox.shape);
const m8 = mask.astype('uint8').multiply(255);
const rgb = np.stack([m8, np.zeros_like(m8), np.invert(m8)], -1);
console.log(m8.dtype, rgb.shape, rgb.nbytes, Number(rgb.sum()));
const alpha = np.concatenate([rgb, np.full([H, W, 1], 255, 'uint8')], 2);
console.log(alpha.shape, alpha.dtype);
const integral = np.cumsum(np.cumsum(m8, 0), 1);
console.log(integral.dtype, String(integral.item(H - 1, W - 1)));
const cyx = np.argwhere(mask).mean(0) as np.NDArray, area = mask.sum();
console.log(cyx.round(4).tolist(), String(area));
const px = np.nonzero(mask)[1]!, mom = np.dot(px, px);
console.log(px.dtype, String(mom));
