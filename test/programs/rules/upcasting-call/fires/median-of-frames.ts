import * as np from 'numpy-ts';

const stack = np.full([5, 250, 250], 17, 'uint8');
// expect: upcasting-call <<np.median(stack, 0)>>
const background = np.median(stack, 0) as np.NDArray;
console.log(Number(np.max(background)), Number(np.sum(stack)));
