// distance matrices between cities, nearest neighbours, clustering
import { arcsin, argmin, array, clip, cos, deg2rad, fill_diagonal, linspace, meshgrid, type NDArray, sin, sqrt, stack, where, zeros, sum } from 'numpy-ts';

interface City {
  name: string;
  lat: number;
  lon: number;
}

const EARTH_KM = 6371;

function cities(n: number): City[] {
  return Array.from({ length: n }, (_, i) => ({ name: `C${i}`, lat: -60 + ((i * 37) % 120), lon: -180 + ((i * 101) % 360) + (i % 10) / 10 }));
}

function haversine(lat: NDArray, lon: NDArray): NDArray {
  const phi = deg2rad(lat);
  const lambda = deg2rad(lon);
  const dPhi = phi.expand_dims(1).subtract(phi.expand_dims(0));
  const dLambda = lambda.expand_dims(1).subtract(lambda.expand_dims(0));
  const sinPhi = sin(dPhi.divide(2));
  const sinLambda = sin(dLambda.divide(2));
  const cosines = cos(phi).expand_dims(1).multiply(cos(phi).expand_dims(0));
  const a = sinPhi.multiply(sinPhi).add(cosines.multiply(sinLambda).multiply(sinLambda));
  return arcsin(sqrt(clip(a, 0, 1))).multiply(2 * EARTH_KM);
}

function kmeans(points: NDArray, k: number, iterations: number): { labels: NDArray; centers: NDArray } {
  let centers = points.slice(`:${k}`, ':').copy();
  let labels = zeros([points.shape[0]!], 'int32');
  for (let it = 0; it < iterations; it++) {
    const diff = points.expand_dims(1).subtract(centers.expand_dims(0));
    const d2 = sum(diff.multiply(diff), 2) as NDArray;
    labels = argmin(d2, 1) as unknown as typeof labels;
    const next: NDArray[] = [];
    for (let c = 0; c < k; c++) {
      const member = labels.equal(c);
      const weight = member.astype('float64').reshape(points.shape[0]!, 1);
      const count = Math.max(1, Number(weight.sum()));
      next.push((points.multiply(weight).sum(0) as NDArray).divide(count));
    }
    centers = stack(next);
  }
  return { labels, centers };
}

async function main(): Promise<void> {
  const list = cities(700);
  const lat = array(list.map((c) => c.lat));
  const lon = array(list.map((c) => c.lon));
  const distances = haversine(lat, lon);
  const copyForDiagonal = distances.copy();
  fill_diagonal(copyForDiagonal, Infinity);
  const nearest = copyForDiagonal.argmin(1) as NDArray;
  const nearestKm = copyForDiagonal.min(1) as NDArray;
  const within = distances.less(1000);
  const degree = within.sum(1) as NDArray;
  const points = stack([lat, lon], 1);
  const { labels, centers } = kmeans(points, 8, 5);
  const [gx, gy] = meshgrid(linspace(-180, 180, 361), linspace(-90, 90, 181)) as [NDArray, NDArray];
  const heat = gx!.multiply(gx!).add(gy!.multiply(gy!));
  const kilometres = distances.astype('float32');
  const near = where(within, kilometres, 0) as NDArray;
  console.log(distances.nbytes, kilometres.dtype, near.dtype, labels.dtype, centers.shape);
  console.log('checksum', Number(nearestKm.sum()).toFixed(3), Number(nearest.sum()), Number(degree.sum()), Number(labels.sum()), Number(heat.sum()).toFixed(1), Number(sum(near)).toFixed(0));
}

await main();
