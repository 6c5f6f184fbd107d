import * as np from 'numpy-ts';
import type { NDArray } from 'numpy-ts';

// Configuration of a model server: each tenant's weights must be isolated from the template.
type Weights = { w: NDArray; bias?: NDArray; tags: string[] };
const N = 256;
const total = (a: NDArray): number => Number(np.sum(a));

const template: Weights = { w: np.ones([N, N]), tags: ['base'] };

class Tenant {
  static registry = new Map<string, Tenant>();
  readonly id: string;
  #weights: Weights;
  constructor(id: string, weights: Weights) {
    this.id = id;
    this.#weights = weights;
    Tenant.registry.set(id, this);
  }
  get weights(): Weights { return this.#weights; }
  set weights(w: Weights) { this.#weights = { ...w, tags: [...w.tags, this.id] }; }
  scale(k: number): this {
    np.copyto(this.#weights.w, this.#weights.w.multiply(k) as NDArray);
    return this;
  }
}

const isolate = (w: Weights): Weights => ({ ...w, w: w.w.copy() as NDArray });
const t1 = new Tenant('t1', isolate(template));
const t2 = new Tenant('t2', template);
const t3 = new Tenant('t3', { ...template, w: np.array(template.w) as NDArray });
t1.scale(2);
console.log(total(template.w), total(t1.weights.w), total(t2.weights.w), total(t3.weights.w));
t2.scale(3);
console.log(total(template.w), total(t1.weights.w), total(t2.weights.w), total(t3.weights.w));
t3.weights = isolate(t2.weights);
t2.scale(0.5);
console.log([...Tenant.registry.values()].map((t) => [t.id, total(t.weights.w), t.weights.tags.join()]));

// 1. the write is in a callback registered before the copy
const handlers: (() => void)[] = [];
const a = np.ones([N, N]);
handlers.push(() => a.fill(5));
const aCopy = a.copy() as NDArray;
handlers.forEach((h) => h());
console.log('1', total(a), total(aCopy));

// 2. the write goes through an object method stored in an array of holders
const b = np.ones([N, N]);
const holders = [{ arr: b }, { arr: np.zeros([N, N]) as NDArray }];
const bCopy = np.copy(b) as NDArray;
for (const { arr } of holders) arr.set([0, 0], 42);
console.log('2', total(b), total(bCopy));

// 3. the write goes through the raw typed array
const c = np.ones([N, N]);
const cData = c.data;
const cCopy = c.copy() as NDArray;
cData[0] = 100;
console.log('3', total(c), total(cCopy));

// 4. the write goes through a view made before
const d = np.ones([N, N]);
const dT = d.T;
const dCopy = d.copy() as NDArray;
dT.set([0, 1], 9);
console.log('4', total(d), total(dCopy));

// 5. default parameter and closure
let cached: NDArray | undefined;
function stash(x: NDArray, keep: NDArray = x.copy() as NDArray): NDArray {
  cached ??= x;
  return keep;
}
const e = np.ones([N, N]);
const eCopy = stash(e);
cached!.fill(0);
console.log('5', total(e), total(eCopy));

// 6. returned tuple, destructured under another name
function both(): [NDArray, NDArray] {
  const x = np.ones([N, N]);
  return [x, x.copy() as NDArray];
}
const [f1, f2] = both();
f2.fill(7);
console.log('6', total(f1), total(f2));

// 7. written in a later loop round
let g = np.ones([N, N]) as NDArray;
const olds: NDArray[] = [];
for (let i = 0; i < 3; i++) {
  olds.push(g.copy() as NDArray);
  g.set([0, 0], i * 10);
}
console.log('7', olds.map(total), total(g));

// 8. swap buffers
let front = np.ones([N, N]) as NDArray;
let back = front.copy() as NDArray;
for (let i = 0; i < 3; i++) {
  np.copyto(back, front.add(1) as NDArray);
  [front, back] = [back, front];
}
console.log('8', total(front), total(back));

// 9. reshape of a copy
const h = np.arange(N * N);
const hGrid = h.copy().reshape(N, N) as NDArray;
hGrid.row(0).fill(-1);
console.log('9', total(h), total(hGrid));

// 10. slice of a copy returned by a getter
class Lazy {
  #v?: NDArray;
  get v(): NDArray { return (this.#v ??= np.ones([N, N]) as NDArray); }
  get safe(): NDArray { return this.v.copy() as NDArray; }
}
const lazy = new Lazy();
const s1 = lazy.safe.slice('0:10') as NDArray;
lazy.v.fill(3);
console.log('10', total(s1), total(lazy.v));

// 15. needless
const s = np.ones([N, N]);
const sCopy = s.copy() as NDArray;
console.log('15', total(s), total(sCopy));
// 16. needless, but identity is used
const u = np.ones([N, N]);
const uCopy = u.copy() as NDArray;
const set = new Set([u, uCopy]);
console.log('16', set.size, total(uCopy), np.shares_memory(u, uCopy));
