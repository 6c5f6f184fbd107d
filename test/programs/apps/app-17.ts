// Mesh processing: grid mesh, faces, normals, laplacian smoothing, areas, index buffers for a GPU.
import * as np from 'numpy-ts';

interface Mesh {
  vertices: np.NDArray;
  faces: np.NDArray;
}

const SIZE = 180;

function gridMesh(n: number): Mesh {
  const vertices = np.zeros([n * n, 3]);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      vertices.set([i * n + j, 0], i);
      vertices.set([i * n + j, 1], j);
      vertices.set([i * n + j, 2], Math.sin(i / 9) * Math.cos(j / 7));
    }
  }
  const faces = np.zeros([(n - 1) * (n - 1) * 2, 3]);
  let f = 0;
  for (let i = 0; i < n - 1; i++) {
    for (let j = 0; j < n - 1; j++) {
      const a = i * n + j;
      faces.set([f, 0], a);
      faces.set([f, 1], a + 1);
      faces.set([f, 2], a + n);
      f++;
      faces.set([f, 0], a + 1);
      faces.set([f, 1], a + n + 1);
      faces.set([f, 2], a + n);
      f++;
    }
  }
  return { vertices, faces };
}

function corners({ vertices, faces }: Mesh): [np.NDArray, np.NDArray, np.NDArray] {
  const idx = faces.astype('int32');
  const corner = (k: number): np.NDArray => np.take(vertices, idx.slice(':', String(k)).copy(), 0);
  return [corner(0), corner(1), corner(2)];
}

function normals(mesh: Mesh): np.NDArray {
  const [a, b, c] = corners(mesh);
  const n = np.cross(b.subtract(a), c.subtract(a));
  const len = np.sqrt(np.sum(n.multiply(n), 1, true) as np.NDArray);
  return n.divide(len);
}

function area(mesh: Mesh): number {
  const [a, b, c] = corners(mesh);
  const n = np.cross(b.subtract(a), c.subtract(a));
  return 0.5 * Number(np.sum(np.sqrt(np.sum(n.multiply(n), 1) as np.NDArray)));
}

function smooth(mesh: Mesh, lambda: number, rounds: number): Mesh {
  const n = SIZE;
  let grid = mesh.vertices.copy().reshape(n, n, 3);
  for (let r = 0; r < rounds; r++) {
    const inner = grid.slice('1:-1', '1:-1');
    const avg = grid
      .slice(':-2', '1:-1')
      .add(grid.slice('2:', '1:-1'))
      .add(grid.slice('1:-1', ':-2'))
      .add(grid.slice('1:-1', '2:'))
      .divide(4);
    const moved = inner.add(avg.subtract(inner).multiply(lambda));
    const next = grid.copy();
    np.copyto(next.slice('1:-1', '1:-1'), moved);
    grid = next;
  }
  return { vertices: grid.reshape(n * n, 3), faces: mesh.faces };
}

function upload(mesh: Mesh): { positions: Float32Array; indices: Uint32Array } {
  const positions = new Float32Array(mesh.vertices.astype('float32').data as Float32Array);
  const indices = new Uint32Array(mesh.faces.flatten().astype('uint32').data as Uint32Array);
  return { positions, indices };
}

const mesh = gridMesh(SIZE);
console.log('mesh', mesh.vertices.shape, mesh.faces.shape, Number(np.max(mesh.faces)));
const nrm = normals(mesh);
console.log('normals', nrm.shape, Number(np.mean(nrm.slice(':', '2').copy())).toFixed(6));
console.log('area', area(mesh).toFixed(4));
const soft = smooth(mesh, 0.5, 3);
console.log('soft', area(soft).toFixed(4), soft.vertices.dtype);
const { positions, indices } = upload(soft);
let h = 0;
for (const i of indices) h = (h * 31 + i) | 0;
let p = 0;
for (const v of positions) p += v;
console.log('gpu', positions.length, indices.length, h, p.toFixed(3));
const colors = np.ones([SIZE * SIZE, 4]);
colors.slice(':', '3').fill(0);
const tint = colors.multiply(0.5).multiply(255).astype('uint8');
console.log('tint', Number(np.sum(tint)), tint.shape);
const boundary = np.zeros([SIZE, SIZE], 'bool');
boundary.slice('0').fill(1);
boundary.slice('-1').fill(1);
console.log('boundary', Number(np.count_nonzero(boundary)));
