import * as np from 'numpy-ts';

const a = np.zeros([10]);
np.put(a, [1, 3, 5], np.array([7]));
a.put([0, 2], 4);
const b = np.arange(6).reshape(2, 3);
np.putmask(b, np.greater(b, 3), np.array([99]));
np.place(b, np.equal(b, 0), np.array([-1]));
const c = np.zeros([3, 3]);
np.fill_diagonal(c, 5);
np.copyto(c.slice('0'), np.array([1, 2, 3]));
const view = a.slice('::2');

console.log(a.tolist(), b.tolist(), c.tolist(), view.tolist());
