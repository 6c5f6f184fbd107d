import * as np from 'numpy-ts';

const video = np.full([4, 360, 480], 64, 'uint8');
// expect: upcasting-call <<np.mean(video, 0)>>
const average = np.mean(video, 0) as np.NDArray;
console.log(Number(np.max(average)), Number(np.min(video)));
