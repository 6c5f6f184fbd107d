import * as np from 'numpy-ts';

const logits = np.linspace(-6, 6, 220_000);
// expect: temporary-heavy <<np.reciprocal(np.add(np.exp(np.negative(logits)), 1))>>
const p = np.reciprocal(np.add(np.exp(np.negative(logits)), 1));
console.log(Number(np.sum(p)).toFixed(6), logits.size);
