// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// real-life: a small tensor registry with undo
type Entry = { name: string; dims: number[]; value: ReturnType<typeof np.zeros> | null };
class Registry {
  #items: Entry[] = [];
  #undo: (() => void)[] = [];
  get size() { return this.#items.length; }
  add(name: string, ...dims: number[]) {
    const e: Entry = { name, dims, value: null };
    this.#items.push(e);
    this.#undo.push(() => { this.#items = this.#items.filter((x) => x !== e); });
    return this;
  }
  resize(name: string, axis: number, by: number) {
    const e = this.#items.find((x) => x.name === name);
    if (!e) return this;
    const old = e.dims[axis];
    e.dims[axis] = old + by;
    this.#undo.push(() => { e.dims[axis] = old; });
    return this;
  }
  undo() { this.#undo.pop()?.(); return this; }
  build() { for (const e of this.#items) e.value = np.zeros(e.dims); return this.#items.map((e) => e.value!); }
  get first() { return this.#items[0]; }
}
const reg = new Registry().add('w', 4, 3).add('b', 3);
reg.resize('w', 0, 2).resize('b', 0, 5).undo();
const [w, b] = reg.build();
console.log(w.shape, b.shape, np.ones([reg.size]).shape);
reg.undo().undo();
console.log(np.ones([reg.size]).shape, reg.build().map((x) => x.shape));
const f = reg.first;
f.dims.unshift(2);
console.log(reg.build()[0].shape);
const dims = f.dims;
dims.splice(0, 1, 5, 6);
console.log(np.zeros(reg.first.dims).shape);
dims.reverse();
console.log(np.zeros(f.dims).shape);
dims.sort((x, y) => x - y);
console.log(np.zeros(f.dims).shape);
dims.fill(2, 1);
console.log(np.zeros(f.dims).shape);
