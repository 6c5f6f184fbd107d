import * as np from 'numpy-ts';
let state: any = np.zeros([3]);
performance.addEventListener('grow', () => { state = np.ones([5]); });
performance.dispatchEvent(new Event('grow'));
console.log(state.copy().shape);
