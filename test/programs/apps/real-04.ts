// recommender: implicit ratings, matrix factorisation by gradient descent
import { array, zeros, matmul, random, sqrt, sum, mean, argsort, type NDArray, dot, linalg } from 'numpy-ts';

const USERS = 600;
const ITEMS = 400;
const RANK = 16;

function ratings(): NDArray {
  const rows: number[][] = [];
  for (let u = 0; u < USERS; u++) {
    const row: number[] = [];
    for (let i = 0; i < ITEMS; i++) {
      const h = (u * 2654435761 + i * 40503) >>> 0;
      row.push(h % 7 === 0 ? 1 + (h % 5) : 0);
    }
    rows.push(row);
  }
  return array(rows);
}

function train(R: NDArray, epochs: number, lr = 0.0005, reg = 0.02) {
  const rng = random.default_rng(42);
  let P = (rng.normal(0, 0.1, [USERS, RANK]) as NDArray);
  let Q = (rng.normal(0, 0.1, [ITEMS, RANK]) as NDArray);
  const mask = R.greater(0).astype('float64');
  const losses: number[] = [];
  for (let e = 0; e < epochs; e++) {
    const pred = matmul(P, Q.T);
    const err = R.subtract(pred).multiply(mask);
    const gradP = matmul(err, Q).subtract(P.multiply(reg));
    const gradQ = matmul(err.T, P).subtract(Q.multiply(reg));
    P = P.add(gradP.multiply(lr));
    Q = Q.add(gradQ.multiply(lr));
    const sq = err.multiply(err);
    losses.push(Math.sqrt(Number(sum(sq)) / Number(sum(mask))));
  }
  return { P, Q, losses };
}

function similarity(Q: NDArray): NDArray {
  const norms = sqrt(sum(Q.multiply(Q), 1, true) as NDArray);
  const unit = Q.divide(norms.add(1e-9));
  return matmul(unit, unit.T);
}

function recommend(u: number, P: NDArray, Q: NDArray, R: NDArray, k = 10): number[] {
  const scores = dot(Q, P.row(u)) as NDArray;
  const seen = R.row(u).greater(0);
  const penalised = scores.subtract(seen.astype('float64').multiply(1e6));
  const order = argsort(penalised.negative());
  return (order.slice(`:${k}`).tolist() as number[]).map(Number);
}

const R = ratings();
const popularity = R.greater(0).sum(0) as NDArray;
const itemMeans = mean(R, 0) as NDArray;
const { P, Q, losses } = train(R, 12);
const S = similarity(Q);
const nearest = S.argsort(1).slice(':', '-5:');
const recs = [0, 5, 9].map((u) => recommend(u, P, Q, R));
const gram = matmul(P.T, P);
const reg = linalg.inv(gram.add(zeros([RANK, RANK]))) as NDArray;
console.log(losses.at(-1)?.toFixed(5), recs.map((r) => r.length), nearest.shape);
console.log('checksum', Number(popularity.sum()), Number(itemMeans.sum()).toFixed(6), Number(S.sum()).toFixed(4), Number(reg.size));
