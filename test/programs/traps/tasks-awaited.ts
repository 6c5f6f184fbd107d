// A task that is awaited at once is done: what it has written is known.
import * as np from 'numpy-ts';

const tick = () => new Promise<void>((resolve) => setTimeout(resolve, 1));

{
  async function load(o: { n: number }) { await tick(); o.n = 6; return np.zeros([o.n]); }
  async function main() {
    const o = { n: 2 };
    const x = np.ones([o.n]);
    const y = await load(o);
    const z = np.zeros([o.n, 2]);
    console.log(x.size, y.size, z.size);
    const cfg = { w: 4 };
    await tick();
    console.log(np.zeros([cfg.w]).size);
  }
  await main();
}

{
  let model: { w: np.NDArray; n: number } | null = null;
  async function load() { await tick(); model = { w: np.zeros([3, 4]), n: 3 }; }
  await load();
  const y = model!.w.multiply(2);
  console.log(y.shape, np.zeros([model!.n]).shape);
  async function main() {
    await load();
    const z = np.add(model!.w, 1);
    const xs: np.NDArray[] = [];
    for (let i = 0; i < 3; i++) { await tick(); xs.push(np.ones([4])); }
    console.log(np.stack(xs).shape, z.shape);
    class T { step = 0; w = np.zeros([5]); async fit() { for (let e = 0; e < 3; e++) { this.w = np.add(this.w, 1); this.step++; await tick(); } return this; } }
    const t = new T();
    await t.fit();
    console.log(t.w.multiply(2).shape, np.zeros([t.step]).shape);
  }
  main().catch(console.error);
}
