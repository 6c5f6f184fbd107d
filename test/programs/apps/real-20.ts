// lottery simulation with seeded random draws; A/B test bootstrap
import * as np from 'numpy-ts';

np.random.seed(2024);

const DRAWS = 50_000;
const BALLS = 6;

function drawTickets(): np.NDArray {
  const scores = np.random.rand(DRAWS, 49) as np.NDArray;
  const order = np.argsort(scores, 1) as np.NDArray;
  return order.slice(':', `:${BALLS}`).add(1);
}

function matches(tickets: np.NDArray, winning: number[]): np.NDArray {
  let hits = np.zeros([tickets.shape[0]!]);
  for (const w of winning) {
    const equal = tickets.equal(w);
    hits = hits.add(np.sum(equal, 1) as np.NDArray);
  }
  return hits;
}

const tickets = drawTickets();
const hits = matches(tickets, [3, 11, 19, 27, 35, 42]);
const table = np.bincount(hits.astype('int32'), undefined, 7);
const prizes = np.array([0, 0, 0, 10, 100, 5000, 1e6]);
const winnings = prizes.iindex(hits.astype('int32'));
const cost = np.full([DRAWS], 2);
const balance = winnings.subtract(cost);
const wallet = np.cumsum(balance);

interface Variant {
  name: 'A' | 'B';
  conversions: np.NDArray;
  revenue: np.NDArray;
}

function variant(name: 'A' | 'B', n: number, p: number): Variant {
  const u = np.random.random([n]) as np.NDArray;
  const conversions = u.less(p).astype('int32');
  const revenue = conversions.multiply(np.random.exponential(30, [n]) as np.NDArray);
  return { name, conversions, revenue };
}

function bootstrap(x: np.NDArray, rounds: number): np.NDArray {
  const n = x.size;
  const picks = np.random.randint(0, n, [rounds, n]) as np.NDArray;
  const samples = x.iindex(picks.flatten(), 0).reshape(rounds, n);
  return np.mean(samples, 1) as np.NDArray;
}

const a = variant('A', 4000, 0.1);
const b = variant('B', 4000, 0.12);
const bootA = bootstrap(a.revenue, 200);
const bootB = bootstrap(b.revenue, 200);
const lift = bootB.subtract(bootA);
const ci = [2.5, 97.5].map((q) => Number(np.percentile(lift, q)));
const pooled = np.concatenate([a.conversions, b.conversions]);
const perm = np.random.permutation(pooled.size) as np.NDArray;
const shuffled = pooled.iindex(perm.astype('int32'));
const z = (Number(np.mean(b.conversions)) - Number(np.mean(a.conversions))) / Math.sqrt(Number(np.var(pooled)) * (1 / 4000 + 1 / 4000));
const dice = np.random.randint(1, 7, [100_000, 2]) as np.NDArray;
const totals = dice.sum(1) as np.NDArray;
const doubles = dice.slice(':', '0').equal(dice.slice(':', '1'));
const walk = np.random.choice(2, 100_000) as np.NDArray;
const steps = walk.multiply(2).subtract(1);
const path = np.cumsum(steps);
console.log(tickets.dtype, hits.dtype, dice.dtype, walk.dtype, path.dtype, shuffled.dtype);
console.log('checksum', table.tolist(), Number(wallet.get([DRAWS - 1])), ci.map((c) => c.toFixed(4)), z.toFixed(5), Number(totals.sum()), Number(doubles.sum()), Number(path.max()));
