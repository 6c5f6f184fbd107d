import * as np from 'numpy-ts';

const depth = np.full([512, 512], 900, 'int32');
const near = depth.less(1000);
const known = np.not_equal(depth, 0);
console.log(Number(np.count_nonzero(near)), Number(np.count_nonzero(known)));
