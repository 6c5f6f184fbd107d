import * as np from 'numpy-ts';

function countCovered(size: number, boxes: readonly (readonly [number, number])[]): number {
  // expect: oversized-dtype <<np.zeros([size, size])>>
  const covered = np.zeros([size, size]);
  for (const [from, to] of boxes) {
    covered.slice(`${from}:${to}`, `${from}:${to}`).fill(1);
  }
  return Number(np.sum(covered));
}

console.log(countCovered(500, [[0, 100], [50, 200], [300, 301]]));
