import * as np from 'numpy-ts';
// 60 measurements of 64 000 samples: statistics of each
np.random.seed(1);
const N = 64_000;
const results: number[] = [];
for (let run = 0; run < 60; run++) {
  const t = np.linspace(0, 1, N);
  const wave = np.sin(t.multiply(run)).add(np.cos(t.multiply(3))).square().add(0.5);
  const z = wave.subtract(wave.mean() as number).divide(wave.std() as number);
  results.push(Number(z.max()));
}
console.log(results.length, results.map((r) => r.toFixed(12)).join(' '));
