// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// matrices built from nested lists, block operations, string slices of all sorts
const M = np.array([[1, 2, 3], [4, 5, 6], [7, 8, 10]]), I3 = np.array([[1n, 0n], [0n, 1n]]), B = np.array([[true, false], [false, true]]);
console.log(M.dtype, I3.dtype, B.dtype, np.array([[1, 2], [3, 4]], 'uint8').nbytes, np.array(5).shape, np.array([]).shape, np.array([[]]).shape);
const a = np.arange(1000).reshape(10, 10, 10);
for (const s of [['1'], ['-1'], ['::2'], ['::-1'], ['2:-1'], [':', '3'], ['...', '0'], ['1', '...'], ['1', '2', '3:7:2'], ['-3:', ':', '-1'], ['5:100'], ['20:'], [':-20'], ['3:3'], ['::3', '::-2', '1::4']]) console.log(s, a.slice(...s).shape);
console.log(a.slice('::-1').strides, a.slice('2:-1', '::-3').strides, a.slice('...', '::5').nbytes, a.slice('1', '2').strides, a.slice('5:100').shape, a.slice('20:').shape, a.slice(':-20').size, a.slice('3:3').nbytes);
const [p, q] = [a.slice('0'), a.slice(':', '0')];
console.log(p.add(q.slice('0')).shape, p.base !== null, np.shares_memory(p, a), np.may_share_memory(p, q));
const blk = np.block([[M, np.zeros([3, 1])], [np.ones([1, 3]), np.array([[9]])]] as never);
console.log(blk.shape, blk.dtype);
const det = np.linalg.det(M), inv = np.linalg.inv(M), prod = np.linalg.multi_dot([M, inv, M]) as np.NDArray;
console.log(Number(det).toFixed(6), inv.shape, prod.shape);
const LU = M.copy();
for (let i = 0; i < 3; i++) for (let j = i + 1; j < 3; j++) {
  const f = Number(LU.get([j, i])) / Number(LU.get([i, i]));
  np.copyto(LU.slice(String(j)), LU.slice(String(j)).subtract(LU.slice(String(i)).multiply(f)));
}
console.log(LU.tolist(), np.triu(LU).shape);
const e = np.expand_dims(np.expand_dims(M, 0), -1), sq = np.squeeze(e), at = np.atleast_2d(np.arange(3)) as np.NDArray;
console.log(e.shape, e.strides, sq.shape, at.shape);
const r1 = np.roll(M, 1), r2 = np.roll(M, [1, 1], [0, 1]), fl = np.flip(M, [0, 1]), rt = np.rot90(M, 3);
console.log(r1.tolist(), r2.shape, fl.strides, rt.strides);
const ten = np.linalg.tensorsolve(np.eye(6).reshape(2, 3, 2, 3), np.ones([2, 3])), ti = np.linalg.tensorinv(np.eye(6).reshape(2, 3, 6), 2);
console.log(ten.shape, ti.shape);
const vn = np.linalg.vector_norm(M, 2, 0) as np.NDArray, mn = np.linalg.matrix_norm(M), nm = np.linalg.norm(M, 'fro'), n0 = np.linalg.norm(M, undefined, 0) as np.NDArray;
console.log(vn.shape, Number(mn).toFixed(5), Number(nm).toFixed(5), n0.shape);
const vd = np.vecdot(M, M) as np.NDArray, mv = np.matvec(M, np.ones([3])), vm = np.vecmat(np.ones([3]), M), cr = np.cross(M.slice('0'), M.slice('1')) as np.NDArray;
console.log(vd.shape, mv.shape, vm.shape, cr.shape, cr.dtype);
