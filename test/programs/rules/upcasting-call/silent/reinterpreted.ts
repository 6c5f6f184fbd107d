import * as np from 'numpy-ts';

// The same bytes under another name: a view, not a wider array.
const words = np.zeros([131_072], 'uint16');
const signed = words.view('int16');
const rows = words.reshape(256, 512).T;
console.log(signed.size, rows.shape);
