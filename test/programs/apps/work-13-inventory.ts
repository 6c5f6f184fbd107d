import * as np from 'numpy-ts';
import type { NDArray } from 'numpy-ts';

// warehouse grid: many small integers kept in big default arrays
const DAYS = 365;
const SKUS = 400;

enumless();
function enumless(): void { console.log('inventory'); }

interface Policy { reorder: number; batch: number; name: string }

class Warehouse {
  stock: NDArray;
  demand: NDArray;
  backlog: NDArray;
  readonly flags: NDArray;
  constructor(initial: number) {
    this.stock = np.full([DAYS, SKUS], initial);
    this.demand = np.zeros([DAYS, SKUS]);
    this.backlog = np.zeros([DAYS, SKUS], 'int32');
    this.flags = np.zeros([DAYS, SKUS], 'int32');
    for (let d = 0; d < DAYS; d++)
      for (let s = 0; s < SKUS; s += 3) this.demand.set([d, s], (d * 31 + s * 17) % 9);
  }
  simulate({ reorder, batch }: Policy): number {
    let missed = 0;
    for (let d = 1; d < DAYS; d++) {
      const prev = this.stock.row(d - 1);
      const today = np.subtract(prev, this.demand.row(d)) as NDArray;
      const low = np.less(today, reorder) as NDArray;
      const next = np.add(today, low.astype('float64').multiply(batch)) as NDArray;
      const neg = np.less(next, 0) as NDArray;
      missed += Number(np.count_nonzero(neg));
      np.copyto(this.stock.row(d), next);
      np.copyto(this.flags.row(d) as NDArray, low.astype('int32') as NDArray);
    }
    return missed;
  }
}
const policies: Policy[] = [
  { name: 'lean', reorder: 5, batch: 10 },
  { name: 'fat', reorder: 50, batch: 400 },
  { name: 'odd', reorder: 8, batch: 2.5 },
];
for (const p of policies) {
  const w = new Warehouse(20);
  const missed = w.simulate(p);
  console.log(p.name, missed, Number(w.stock.max()), Number(w.stock.min()), Number(w.flags.sum()), Number(w.demand.sum()));
}

// counters whose values look small, until a later step
const visits = np.zeros([300, 300]);
for (let i = 0; i < 5000; i++) {
  const y = (i * 7) % 300;
  const x = (i * 13) % 300;
  visits.set([y, x], Number(visits.get([y, x])) + 1);
}
console.log(Number(visits.max()), Number(visits.sum()));
const heat = visits.multiply(100);
console.log(Number(heat.max()), heat.dtype);

const labels = np.ones([300, 300]);
labels.set([0, 0], 2);
const shifted = labels.subtract(2) as NDArray;
console.log(Number(shifted.min()), Number(shifted.sum()));

const ids = np.arange(40_000);
const neg = np.negative(ids) as NDArray;
console.log(Number(neg.min()));
const dist = np.abs(np.subtract(ids, 20_000)) as NDArray;
console.log(Number(dist.sum()));

const cls = np.full([400, 400], 7);
const half = cls.divide(2) as NDArray;
const sq = np.square(cls) as NDArray;
const cube = np.power(cls, 3) as NDArray;
console.log(Number(half.sum()), Number(sq.sum()), Number(cube.sum()));

const level = np.full([400, 400], 200);
const twice = level.add(level) as NDArray;
console.log(Number(twice.max()), Number(twice.sum()));

const mask = np.zeros([400, 400]);
mask.slice('0:10').fill(1);
const inv = np.subtract(np.ones([400, 400]), mask);
console.log(Number(np.sum(inv)), Number(mask.mean()), Number(np.std(mask)).toFixed(12));

const codes = np.zeros([400, 400], 'int32');
const view = codes.T;
view.set([399, 0], 70_000);
console.log(Number(codes.max()));
const codes2 = np.zeros([400, 400], 'int32');
const flat = codes2.ravel();
flat.set([5], -3);
console.log(Number(codes2.min()));
const codes3 = np.zeros([400, 400], 'int32');
for (const row of codes3) (row as NDArray).set([1], 300);
console.log(Number(codes3.sum()));
const codes4 = np.zeros([400, 400], 'int32');
np.fill_diagonal(codes4, 1000);
console.log(Number(codes4.trace()));
const codes5 = np.zeros([400, 400], 'int32');
codes5.data[3] = 12345;
console.log(Number(codes5.max()));
const codes6 = np.zeros([400, 400], 'int32');
np.put(codes6, np.array([1, 2, 3], 'int32') as never, 512 as never);
console.log(Number(codes6.sum()));
const codes7 = np.zeros([400, 400], 'int32');
const put = codes7.set.bind(codes7);
put([0, 0], 99999);
console.log(Number(codes7.max()));
const codes8 = np.zeros([400, 400], 'int32');
Reflect.apply(codes8.fill, codes8, [4096]);
console.log(Number(codes8.max()));
const codes9 = np.zeros([400, 400], 'int32');
const { data: raw } = codes9;
raw.fill(1 << 20 as never);
console.log(Number(codes9.max()));
