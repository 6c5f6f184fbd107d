// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// a tiny autograd tape
type Arr = ReturnType<typeof np.zeros>;
class Tensor {
  static #next = 0; static tape: (() => void)[] = [];
  readonly id = Tensor.#next++; grad: Arr | null = null; value: Arr;
  constructor(value: Arr, readonly_ = false) { this.value = value; this.frozen = readonly_; }
  frozen = false;
  get shape() { return this.value.shape; }
  #acc(g: Arr) { if (this.frozen) return; this.grad = this.grad ? this.grad.add(g) as Arr : g; }
  add(o: Tensor) { const out = new Tensor(this.value.add(o.value) as Arr); Tensor.tape.push(() => { this.#acc(out.grad!); o.#acc(out.grad!); }); return out; }
  scale(k: number) { const out = new Tensor(this.value.multiply(k) as Arr); Tensor.tape.push(() => this.#acc(out.grad!.multiply(k) as Arr)); return out; }
  backward() { this.grad = np.ones([...this.shape]); while (Tensor.tape.length) Tensor.tape.pop()!(); }
}
const w = new Tensor(np.ones([3, 2])); const b = new Tensor(np.ones([3, 2], 'float32'), true);
const y = w.add(b).scale(2).add(w);
console.log(y.value.dtype, y.value.shape, y.id, np.zeros([Tensor.tape.length]).shape);
y.backward();
console.log(w.grad?.shape, w.grad?.dtype, b.grad, np.zeros([y.id + 1]).shape, np.zeros([Tensor.tape.length + 1]).shape);
const params = { w, b }; const opt = { lr: 0.5, step() { for (const p of Object.values(params)) if (p.grad) { p.value = p.value.subtract(p.grad.multiply(this.lr)) as Arr; p.grad = null; } } };
opt.step(); opt.step();
console.log(params.w.value.shape, w.value.dtype, b.value.dtype, w.grad === null);
const history: Arr[] = [];
for (let e = 0; e < 3; e++) { const l = w.scale(e).value; history.unshift(l.sum(0) as Arr); if (history.length > 2) history.length = 2; }
console.log(history.map((h) => h.shape), np.zeros([history.length]).shape, history[0].shape);
const layers = [[3, 4], [4, 5], [5, 1]].map(([i, o], k, all) => ({ w: np.zeros([i, o], k === all.length - 1 ? 'float64' : 'float32'), act: k < all.length - 1 }));
let x = np.ones([2, 3], 'float32');
for (const { w: lw, act } of layers) { x = np.matmul(x, lw) as Arr; if (act) x = np.maximum(x, 0) as Arr; }
console.log(x.shape, x.dtype);
const states = new Map<Tensor, { m: Arr; t: number }>();
const upd = (t: Tensor) => { let s = states.get(t); if (!s) states.set(t, (s = { m: np.zeros([...t.shape]), t: 0 })); s.t++; s.m = s.m.add(1) as Arr; return s; };
upd(w); upd(w); const us = upd(b);
console.log(us.m.shape, np.zeros([us.t]).shape, np.zeros([states.get(w)!.t]).shape);
