import { array, arange, NDArray, ones, zeros, eye, stack } from 'numpy-ts';
// matrix class wrapper with static factories & getters & inheritance
class Tensor {
  readonly data: NDArray;
  constructor(data: NDArray) { this.data = data; }
  static zeros(...shape: number[]) { return new Tensor(zeros(shape)); }
  static from(list: unknown) { return new this(array(list)); }
  get T() { return new Tensor(this.data.T); }
  get shape() { return this.data.shape; }
  add(o: Tensor | number) { return new Tensor(o instanceof Tensor ? this.data.add(o.data) : this.data.add(o)); }
  mm(o: Tensor) { return new Tensor(this.data.matmul(o.data)); }
  map(f: (x: NDArray) => NDArray) { return new Tensor(f(this.data)); }
  slice(...s: string[]) { return new Tensor(this.data.slice(...s)); }
  *rows() { for (let i = 0; i < this.shape[0]; i++) yield this.data.row(i); }
}
class Param extends Tensor {
  grad: NDArray | null = null;
  constructor(data: NDArray, readonlyFlag = false) {
    super(data);
    if (!readonlyFlag) this.grad = data.multiply(0);
  }
  step(lr: number) {
    if (this.grad === null) return;
    this.data.set([0, 0], (this.data.get([0, 0]) as number) - lr);
    this.grad = this.grad.add(lr);
  }
}
const t = Tensor.zeros(2, 3);
const u = t.add(1).T;
const v = t.mm(u);
const w = Tensor.from([[1, 2], [3, 4]]);
const x = w.map((a) => a.astype('float32')).slice(':', '0');
const p = new Param(ones([2, 2], 'float32'));
p.step(0.1);
const g = p.grad!;
const frozen = new Param(eye(3), true);
const fg = frozen.grad;
const rows = [...w.rows()];
const r0 = rows[0];
const st = stack(rows);
const models: Tensor[] = [t, u, v];
const shapes = models.map((m) => m.data.nbytes);
const largest = models.reduce((a, b) => (a.data.size > b.data.size ? a : b)).data;
const ud = u.data;
const vd = v.data;
const xd = x.data;
console.log(ud.shape, vd.shape, xd.shape, g.dtype, fg, r0.shape, st.shape, shapes, largest.shape, arange(3).shape);
