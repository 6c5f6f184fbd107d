import * as np from 'numpy-ts';

const photo = np.full([300, 400, 2], 96, 'uint16');
// expect: upcasting-call <<np.mean(photo, 2)>>
const grey = np.mean(photo, 2) as np.NDArray;
console.log(Number(np.max(grey)), Number(np.max(photo)));
