// @ts-nocheck -- written by reviewers to find wrong facts
// matrices in Fortran order, strided ops, tensordot
import * as np from 'numpy-ts';
const A = np.arange(6000).reshape(60, 100), AT = A.T, AF = np.asfortranarray(A);
console.log(AT.strides, AF.strides, AF.flags.F_CONTIGUOUS, np.isfortran(AF), AT.copy().strides, AF.copy().strides);
console.log(AT.add(1).strides, AT.add(AT).strides, np.sqrt(AT).strides, AT.astype('float32').strides, np.negative(AT).flags.C_CONTIGUOUS, np.zeros_like(AT).strides, np.where(AT.greater(3), AT, 0) && 1);
console.log(np.concatenate([AT, AT]).strides, np.stack([AT, AT], 1).strides, np.transpose(np.ones([2, 3, 4])).strides, AT.reshape(6000).strides, AT.ravel().flags.OWNDATA, AT.flatten().shape);
console.log((AT.sum(0, true) as np.NDArray).strides, (AT.max(1) as np.NDArray).shape, np.sort(AT, 0).strides, np.cumsum(AT, 1).strides, np.argsort(AT).strides, np.flip(AT, 0).strides, np.roll(AT, 2, 1).strides);
console.log(np.matmul(A, AT).strides, AT.dot(A).valueOf() && 1, np.inner(A, A) && 1, np.tensordot(A, AT, 1) && 1, np.einsum('ij,kj->ik', A, A) && 1, np.outer(A.slice('0'), A.slice('1')).shape);
const S = A.slice('::3', '5:95:10');
console.log(S.shape, S.strides, S.nbytes, S.copy().strides, S.T.strides, S.add(S.T.T).strides, S.slice('-5:', '::-2').strides, S.ravel().shape, S.reshape(-1).flags.OWNDATA);
const cube = np.arange(4 * 5 * 6 * 7).reshape(4, 5, 6, 7);
console.log(cube.slice('1').strides, cube.slice(':', '2').shape, cube.slice('...', '3').strides, cube.slice('1', '...', '2').shape, cube.slice('::2', '...').shape, np.moveaxis(cube, [0, 3], [2, 1]).strides, np.rollaxis(cube, 3).shape, np.swapaxes(cube, -1, 1).strides);
console.log((cube.sum([0, -1]) as np.NDArray).shape, (cube.mean([1, 2], true) as np.NDArray).shape, (np.max(cube, [-2]) as np.NDArray).shape, (cube.prod(-1) as np.NDArray).dtype, (np.median(cube, [0, 1]) as np.NDArray).shape, (np.std(cube, [2, 3], 1) as np.NDArray).shape, (np.argmax(cube, -2) as np.NDArray).shape, (np.all(cube, [0, 1]) as np.NDArray).shape, (np.count_nonzero(cube, -1) as np.NDArray).shape);
console.log(np.expand_dims(cube, 2).strides, np.squeeze(cube.slice('0:1'), 0).strides, np.broadcast_to(cube.slice('0:1'), [4, 5, 6, 7]).strides, cube.reshape(20, 42).T.reshape(42, 4, 5).strides, cube.transpose([3, 1, 0, 2]).strides, np.diagonal(cube, 0, 0, 1).shape, np.trace(cube.slice('0', '0')), np.diagonal(cube, 1, -2, -1).strides);
const g = np.gradient(A) as np.NDArray[], g0 = np.gradient(A, 2 as never, 0 as never) as np.NDArray;
console.log(g.length, g[0]!.strides, g0.shape);
const tz = np.trapezoid(A, undefined, 0.5, 0) as np.NDArray, df = np.diff(A, 2, 0), dp = np.diff(A, 1, 1, A.slice(':', ':1')), ed = np.ediff1d(A);
console.log(tz.shape, df.shape, dp.shape, ed.shape);
const U = np.unwrap(np.arange(20).multiply(2)), un = np.unique(A, false, false, false) as np.NDArray, uax = np.unique(A.slice(':3'), false, false, false, 0) as np.NDArray;
console.log(U.shape, un.shape, uax.shape);
const aao = np.apply_over_axes((m, ax) => np.sum(m, ax, true) as never, cube, [0, 2]);
console.log(aao.shape);
