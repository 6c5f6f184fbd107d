import * as np from 'numpy-ts';
const tmp = 1; const x = np.ones([400000]); const sum = Number(np.sum(x.add(1).multiply(2).subtract(3)));
function y() { const sum2 = np.zeros([400000]); return Number(np.max(sum2.add(1).multiply(2))); } console.log(sum, tmp); console.log(y());
const step = 5; const x1 = [3].map((v) => v + step); console.log(x1);
const added = 7, sum1 = 8; console.log([added, sum1].map((v) => v)); const multiplied = { a: 1 }; console.log(multiplied);
