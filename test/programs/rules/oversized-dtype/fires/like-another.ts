import * as np from 'numpy-ts';

const heights = np.linspace(0, 1, 90_000);
// The visit flags inherit float64 from the heights.
// expect: oversized-dtype <<np.zeros_like(heights)>>
const visited = np.zeros_like(heights);
visited.slice('::3').fill(1);
visited.slice('-5:').fill(2);
console.log(Number(np.sum(visited)), Number(np.sum(heights)).toFixed(3));
