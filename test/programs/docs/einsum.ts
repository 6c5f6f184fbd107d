import * as np from 'numpy-ts';

const a = np.arange(6).reshape(2, 3);
const b = np.arange(12).reshape(3, 4);
const product = np.einsum('ij,jk->ik', a, b) as np.NDArray;
const transposed = np.einsum('ij->ji', a) as np.NDArray;
const rows = np.einsum('ij->i', a) as np.NDArray;
const outer = np.einsum('i,j->ij', np.arange(3), np.arange(4)) as np.NDArray;
const batch = np.einsum('bij,bjk->bik', np.ones([5, 2, 3]), np.ones([5, 3, 4])) as np.NDArray;
const dot = np.tensordot(a, b, 1) as np.NDArray;
const full = np.tensordot(np.ones([2, 3, 4]), np.ones([3, 4, 5]), 2) as np.NDArray;
const axes = np.tensordot(np.ones([2, 3, 4]), np.ones([4, 3, 5]), [[1, 2], [1, 0]]) as np.NDArray;

for (const x of [product, transposed, rows, outer, batch, dot, full, axes]) console.log(x.shape.join('x'), x.dtype);
