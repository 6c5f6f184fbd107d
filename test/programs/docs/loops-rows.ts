import * as np from 'numpy-ts';

const table = np.arange(40).reshape(8, 5);
const totals: number[] = [];
for (const row of table) {
  const doubled = (row as np.NDArray).multiply(2);
  totals.push(Number(np.sum(doubled)));
}
for (let i = 0; i < table.shape[0]!; i++) {
  const row = table.slice(String(i));
  totals[i] = totals[i]! + Number(np.max(row));
}
const result = np.array(totals);
console.log(result.shape, result.tolist());
