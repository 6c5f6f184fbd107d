import * as np from 'numpy-ts';

const a = np.arange(20);
const head = a.slice(':5');
const tail = a.slice('-5:');
const middle = a.slice('5:15');
const even = a.slice('::2');
const reversed = a.slice('::-1');
const backwards = a.slice('15:5:-2');
const one = a.slice('3');
const none = a.slice('7:7');

console.log(head.tolist(), tail.tolist(), middle.size, even.size);
console.log(reversed.strides, backwards.tolist(), one.shape, none.shape);
