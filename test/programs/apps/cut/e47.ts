import * as np from 'numpy-ts';
let list: any;
list = Array;
list.from = () => [4, 4];
console.log(np.zeros(Array.from({ length: 2 }, () => 3)).shape);
