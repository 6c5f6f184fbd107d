import * as np from 'numpy-ts';
export const s: any = { state: np.zeros([3]) };
Promise.resolve().then(() => { s.state = np.ones([5]); });
