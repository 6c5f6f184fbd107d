import * as np from 'numpy-ts';
let size = 3;
let state: any = np.zeros([3]);
performance.addEventListener('grow', () => { state = np.zeros([size]); });
size = 9;
performance.dispatchEvent(new Event('grow'));
console.log(state.copy().shape);
