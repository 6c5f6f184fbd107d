import { copy, linspace, max, min } from 'numpy-ts';

const signal = linspace(0, 5, 80_000);
// expect: needless-copy <<copy(signal)>>
const snapshot = copy(signal);
console.log(Number(max(snapshot)), Number(min(signal)));
