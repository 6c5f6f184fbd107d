// What a caller writes while an async function waits, the function finds.
import * as np from 'numpy-ts';

const tick = () => new Promise<void>((resolve) => setTimeout(resolve, 1));

{
  const o = { n: 1 };
  async function f() {
    await tick();
    const x = np.zeros([o.n]);
    console.log(x.size);
  }
  const p = f();
  o.n = 5;
  await p;
}

{
  const sizes: number[] = [2];
  async function f() {
    await tick();
    console.log(np.zeros(sizes).ndim);
    console.log(np.zeros([sizes[0]!]).size);
  }
  const p = f();
  sizes[0] = 3;
  sizes.push(4);
  await p;
}

{
  const m = new Map<string, number>([['n', 2]]);
  class Job {
    size = 2;
    async run() {
      await tick();
      const k = m.get('n')!;
      return [np.zeros([this.size]), np.ones([k])];
    }
    grow() { this.size *= 3; }
  }
  const j = new Job();
  const p = j.run();
  j.grow();
  m.set('n', 9);
  const [a, b] = await p;
  console.log(a!.size, b!.size);
}

{
  const t = np.array([2, 3], 'int32');
  async function f() {
    await tick();
    const k = t.get([0]) as number;
    console.log(np.zeros([k]).size);
  }
  const p = f();
  t.set([0], 8);
  await p;
}

{
  let n = 1;
  const p = Promise.resolve(1).then(() => { console.log(np.zeros([n]).size); });
  n = 5;
  await p;
}

{
  let n = 1;
  setTimeout(() => { console.log(np.zeros([n]).size); }, 1);
  n = 5;
}
