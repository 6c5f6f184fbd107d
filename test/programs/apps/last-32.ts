import * as np from 'numpy-ts';
// cellular automata, percolation and ising
function rule(n: number, width: number, steps: number): np.NDArray {
  const out = np.zeros([steps, width]);
  out.set([0, width >> 1], 1);
  for (let t = 1; t < steps; t++) {
    const p = out.row(t - 1);
    const code = np.roll(p, 1).multiply(4).add(p.multiply(2)).add(np.roll(p, -1));
    for (let i = 0; i < width; i++) {
      const bit = (n >> Number(code.get([i]))) & 1;
      if (bit) out.set([t, i], 1);
    }
  }
  return out;
}
const r30 = rule(30, 201, 100);
const r110 = rule(110, 101, 50);
console.log(Number(r30.sum()), Number(r110.sum()));
const spins = np.ones([64, 64]);
const rng = np.random.default_rng(5);
let energy = 0;
for (let s = 0; s < 3000; s++) {
  const i = Number(rng.integers(0, 64)), j = Number(rng.integers(0, 64));
  const at = (a: number, b: number) => Number(spins.get([(a + 64) % 64, (b + 64) % 64]));
  const dE = 2 * at(i, j) * (at(i + 1, j) + at(i - 1, j) + at(i, j + 1) + at(i, j - 1));
  if (dE <= 0 || Number(rng.random()) < Math.exp(-dE / 3)) {
    spins.set([i, j], -at(i, j));
    energy += dE;
  }
}
console.log(energy, Number(spins.sum()), Number(spins.min()));
const counts = np.zeros([100, 100]);
for (let s = 0; s < 2000; s++) {
  const i = (s * 17) % 100, j = (s * s) % 100;
  counts.set([i, j], Number(counts.get([i, j])) + 1);
}
console.log(Number(counts.max()), Number(counts.sum()));
const heat = counts.divide(Number(counts.max()));
console.log(heat.dtype, Number(heat.mean()).toFixed(6));
const age = np.zeros([150, 150]);
const occupied = np.zeros([150, 150]);
occupied.slice('20:40', '20:40').fill(1);
for (let t = 0; t < 5; t++) {
  np.copyto(age, age.add(1).multiply(occupied));
}
console.log(Number(age.sum()), Number(occupied.sum()));
