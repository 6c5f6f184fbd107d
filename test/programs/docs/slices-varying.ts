import * as np from 'numpy-ts';
const x = np.arange(100); const m = np.ones([20, 30], 'float32');
const hop = Number(process.argv[2] ?? 3);
for (let i = 0; i < 5; i++) {
  const s = i * hop;
  const a = x.slice(`${s}:${s + 10}`);
  const b = m.slice(`${i}:${i + hop}`, ':').multiply(2);
  const c = m.slice(':', `${hop}:`);
  const d = m.slice(`${hop}`, ':');
  const e = m.slice(`${i}:${i + 1}`);
  const f = x.slice(`${-hop}:`);
  const g = x.slice(`${s}:${s + 10}:${hop}`);
  const h = x.slice(`::-${hop}`);
  const k = m.slice(`${s + 50}:${s + 60}`);
  console.log(a.size, b.size, c.size, d.size, e.size, f.size, g.size, h.size, k.size);
}
