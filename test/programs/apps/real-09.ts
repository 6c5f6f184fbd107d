// PageRank, BFS, connected components on an adjacency matrix
import * as np from 'numpy-ts';

const N = 600;

function buildGraph(n: number, degree: number): np.NDArray {
  const adj = np.zeros([n, n]);
  let seed = 12345;
  const next = () => (seed = (seed * 48271) % 2147483647);
  for (let i = 0; i < n; i++) {
    for (let d = 0; d < degree; d++) {
      const j = next() % n;
      if (j !== i) adj.set([i, j], 1);
    }
  }
  return adj;
}

function pageRank(adj: np.NDArray, damping = 0.85, tolerance = 1e-9): { ranks: np.NDArray; iterations: number } {
  const n = adj.shape[0]!;
  const outDegree = np.sum(adj, 1, true) as np.NDArray;
  const safe = np.where(outDegree.equal(0), 1, outDegree);
  const transition = np.divide(adj, safe).T.copy();
  let ranks = np.full([n], 1 / n);
  let iterations = 0;
  for (;;) {
    const next = np.matmul(transition, ranks).multiply(damping).add((1 - damping) / n);
    const change = Number(np.sum(np.abs(next.subtract(ranks))));
    ranks = next;
    iterations++;
    if (change < tolerance || iterations > 100) break;
  }
  return { ranks, iterations };
}

function bfs(adj: np.NDArray, start: number): Int32Array {
  const n = adj.shape[0]!;
  const flat = adj.data as Float64Array;
  const dist = new Int32Array(n).fill(-1);
  const queue = [start];
  dist[start] = 0;
  while (queue.length > 0) {
    const u = queue.shift()!;
    for (let v = 0; v < n; v++) {
      if (flat[u * n + v] === 1 && dist[v]! < 0) {
        dist[v] = dist[u]! + 1;
        queue.push(v);
      }
    }
  }
  return dist;
}

function reachability(adj: np.NDArray, hops: number): np.NDArray {
  let reach = np.eye(N).add(adj).greater(0).astype('float64');
  for (let i = 1; i < hops; i++) {
    reach = np.matmul(reach, reach).greater(0).astype('float64');
  }
  return reach;
}

const graph = buildGraph(N, 4);
const { ranks, iterations } = pageRank(graph);
const order = np.argsort(ranks.negative());
const distances = np.array(bfs(graph, 0));
const undirected = np.maximum(graph, graph.T);
const laplacian = np.diag(np.sum(undirected, 1) as np.NDArray).subtract(undirected);
const reach = reachability(graph, 3);
const triangles = Number(np.trace(np.matmul(np.matmul(undirected, undirected), undirected))) / 6;
const levels = np.unique(distances) as np.NDArray;
const edgeList = np.argwhere(graph);
const weights = np.ones([edgeList.shape[0]!]);
console.log(iterations, graph.nbytes, order.dtype, edgeList.dtype, edgeList.shape, weights.nbytes);
console.log('checksum', Number(np.max(ranks)).toFixed(9), triangles, Number(levels.size), Number(reach.sum()), Number(laplacian.sum()), Number(distances.sum()));
