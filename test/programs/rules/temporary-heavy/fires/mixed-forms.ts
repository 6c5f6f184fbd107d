import * as np from 'numpy-ts';

const phase = np.linspace(0, 20, 140_000);
const envelope = np.linspace(1, 0, 140_000);
// expect: temporary-heavy <<np.multiply(np.sin(phase.multiply(2)).add(np.cos(phase)), envelope).add(1)>>
const wave = np.multiply(np.sin(phase.multiply(2)).add(np.cos(phase)), envelope).add(1);
console.log(Number(np.sum(wave)).toFixed(6));
