import * as np from 'numpy-ts';

const image = np.full([512, 512], 100, 'uint8');
const brighter = image.add(20);
const halved = np.floor_divide(image, 2);
const rolled = np.roll(image, 3);
const clipped = image.clip(0, 50);
console.log([brighter, halved, rolled, clipped].map((each) => Number(np.sum(each))));
