// CT volume: windowing, lung mask, projections
import * as np from 'numpy-ts';

interface Volume {
  voxels: np.NDArray;
  spacing: [number, number, number];
}

const SLICES = 24;
const SIZE = 256;

function phantom(): Volume {
  const hu = new Int16Array(SLICES * SIZE * SIZE);
  let i = 0;
  for (let z = 0; z < SLICES; z++) {
    for (let y = 0; y < SIZE; y++) {
      for (let x = 0; x < SIZE; x++) {
        const r = Math.hypot(x - 128, y - 128);
        if (r > 110) hu[i] = -1000;
        else if (Math.hypot(x - 80, y - 128) < 40 || Math.hypot(x - 176, y - 128) < 40) hu[i] = -800 + ((x * 7 + y * 3 + z) % 40);
        else hu[i] = 40 + ((x + y + z) % 30);
        i++;
      }
    }
  }
  return { voxels: np.array(hu).reshape(SLICES, SIZE, SIZE), spacing: [2.5, 0.7, 0.7] };
}

function windowLevel(v: np.NDArray, center: number, width: number): np.NDArray {
  const lo = center - width / 2;
  const clipped = np.clip(v, lo, lo + width);
  const scaled = clipped.subtract(lo).divide(width).multiply(255);
  return scaled.astype('uint8');
}

function lungMask(v: np.NDArray): np.NDArray {
  const air = v.less(-400);
  const notOutside = v.greater(-950);
  return np.logical_and(air, notOutside);
}

function mip(v: np.NDArray, axis: number): np.NDArray {
  return v.max(axis) as np.NDArray;
}

function histogramOf(v: np.NDArray, bins = 64): number[] {
  const [counts] = np.histogram(v.flatten(), bins);
  return counts.tolist() as number[];
}

function main(): void {
  const { voxels, spacing } = phantom();
  const soft = windowLevel(voxels, 40, 400);
  const lung = windowLevel(voxels, -600, 1500);
  const mask = lungMask(voxels);
  const maskInts = mask.astype('int32');
  const perSlice = np.sum(maskInts, 1) as np.NDArray;
  const perSliceTotal = perSlice.sum(1) as np.NDArray;
  const voxelVolume = spacing[0] * spacing[1] * spacing[2];
  const litres = (Number(perSliceTotal.sum()) * voxelVolume) / 1e6;

  const axial = mip(voxels, 0);
  const coronal = mip(voxels, 1);
  const sagittal = mip(voxels, 2);

  const masked = np.where(mask, voxels, -1024);
  const inside = voxels.bindex(mask);
  const mean = Number(np.mean(inside));
  const std = Number(np.std(inside));

  const padded = np.pad(axial, 8);
  const hist = histogramOf(voxels);
  const checksum =
    Number(soft.sum()) + Number(lung.sum()) + litres + Number(coronal.sum()) + Number(sagittal.sum()) + Number(np.sum(masked)) + Number(padded.sum()) + hist.reduce((a, b) => a + b, 0);
  console.log('lung volume l', litres.toFixed(3), 'mean', mean.toFixed(2), 'std', std.toFixed(2));
  console.log('checksum', checksum.toFixed(2));
}

main();
