// Point cloud: load xyz+intensity from a binary file, voxel filter, normals, bounding boxes, transforms.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as np from 'numpy-ts';

const POINTS = 100_000;
const STRIDE = 4;

function record(path: string): void {
  const f = new Float32Array(POINTS * STRIDE);
  for (let i = 0; i < POINTS; i++) {
    f[i * STRIDE] = Math.cos(i * 0.01) * (10 + (i % 100) * 0.05);
    f[i * STRIDE + 1] = Math.sin(i * 0.01) * (10 + (i % 70) * 0.05);
    f[i * STRIDE + 2] = (i % 1000) * 0.004;
    f[i * STRIDE + 3] = i % 256;
  }
  writeFileSync(path, new Uint8Array(f.buffer));
}

function load(path: string): np.NDArray {
  const bytes = readFileSync(path);
  const copy = new Uint8Array(bytes);
  const floats = new Float32Array(copy.buffer, 0, copy.byteLength / 4);
  return np.array(floats).reshape(-1, STRIDE);
}

class Cloud {
  readonly xyz: np.NDArray;
  readonly intensity: np.NDArray;
  selected: np.NDArray;

  constructor(raw: np.NDArray) {
    this.xyz = raw.slice(':', ':3').copy();
    this.intensity = raw.slice(':', '3').astype('uint8');
    this.selected = np.ones([raw.shape[0]!]);
  }

  get size(): number {
    return this.xyz.shape[0]!;
  }

  bounds(): { min: np.NDArray; max: np.NDArray } {
    return { min: np.min(this.xyz, 0) as np.NDArray, max: np.max(this.xyz, 0) as np.NDArray };
  }

  rotate(angle: number): np.NDArray {
    const c = Math.cos(angle);
    const s = Math.sin(angle);
    const R = np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]]);
    return this.xyz.matmul(R.T);
  }

  voxelIds(size: number): np.NDArray {
    const { min } = this.bounds();
    const idx = np.floor(this.xyz.subtract(min).divide(size)).astype('int32');
    return idx.slice(':', '0').multiply(1_000_000).add(idx.slice(':', '1').multiply(1000)).add(idx.slice(':', '2'));
  }

  deselectBelow(z: number): void {
    const low = np.less(this.xyz.slice(':', '2'), z);
    for (let i = 0; i < this.size; i++) if (low.iget(i)) this.selected.iset(i, 0);
  }
}

const dir = mkdtempSync(join(tmpdir(), 'b14-'));
try {
  const path = join(dir, 'cloud.bin');
  record(path);
  const cloud = new Cloud(load(path));
  const { min, max } = cloud.bounds();
  console.log('bounds', (min.tolist() as number[]).map((v) => v.toFixed(3)), (max.tolist() as number[]).map((v) => v.toFixed(3)));
  const ids = cloud.voxelIds(0.5);
  const unique = np.unique(ids) as np.NDArray;
  console.log('voxels', ids.dtype, unique.size);
  const turned = cloud.rotate(Math.PI / 3);
  console.log('turned', turned.dtype, turned.shape, Number(np.sum(turned)).toFixed(3));
  cloud.deselectBelow(1);
  console.log('selected', Number(np.sum(cloud.selected)));
  const weights = cloud.intensity.astype('float32').divide(255);
  const radius = np.sqrt(np.sum(cloud.xyz.multiply(cloud.xyz), 1) as np.NDArray);
  console.log('radius', radius.dtype, Number(np.mean(radius.multiply(weights))).toFixed(5));
  const homogeneous = np.ones([cloud.size, 4]);
  np.copyto(homogeneous.slice(':', ':3'), cloud.xyz);
  const M = np.eye(4).multiply(2);
  const moved = homogeneous.matmul(M);
  console.log('moved', moved.dtype, Number(np.sum(moved)).toFixed(3));
  const bins = np.digitize(radius, np.linspace(9, 16, 8));
  console.log('bins', Number(np.sum(bins)));
  const labels = np.full([cloud.size], 0);
  labels.slice('::10').fill(7);
  const groups = np.bincount(labels);
  console.log('groups', groups.tolist());
  const view = cloud.xyz.slice('::100');
  const sample = view.copy();
  const scaled = sample.multiply(0.001);
  console.log('sample', sample.shape, Number(np.sum(scaled)).toFixed(6));
} finally {
  rmSync(dir, { recursive: true, force: true });
}
