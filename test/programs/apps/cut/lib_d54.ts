import * as np from 'numpy-ts';
let inner: any = np.zeros([3]);
export { inner as view };
export default inner;
export function grow() { inner = np.ones([5]); }
