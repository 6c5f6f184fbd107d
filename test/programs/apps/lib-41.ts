// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// minibatch loader with shuffled indices sliced (views as indices), and .data of views
np.random.seed(3);
const X = (np.random.random([900, 20]) as np.NDArray).astype('float32');
const order = np.random.permutation(900) as np.NDArray;
const b0 = X.iindex(order.slice('0:100').copy());
const first = X.slice('0:10');
const arr = first.data;
console.log(b0.shape, arr.length, first.size);
const sums = new Float32Array(first.size);
for (let i = 0; i < first.size; i++) sums[i] = arr[i] as number;
console.log(sums.length, sums.byteLength);
const col = X.slice(':', '3');
const asTyped = Float32Array.from(col.tolist() as number[]);
console.log(asTyped.length, col.data.length);
const row = X.slice('5'), rowData = row.data;
console.log(rowData.byteLength, row.tobytes().byteLength, row.nbytes);
