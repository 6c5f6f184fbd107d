import * as np from 'numpy-ts';
const a = np.zeros([400000]);
const b = a.copy();
function mark() { a.set([0], 1000.5); }
function run() { { function mark() { return 1; } mark(); } mark(); }
run();
console.log(Number(np.max(a)), Number(np.max(b)));
