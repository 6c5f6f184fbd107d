import * as np from 'numpy-ts';
let size = 3;
let state: any = np.zeros([3]);
process.nextTick(() => { state = np.zeros([size]); });
size = 9;
class A { [await new Promise<string>((r) => setTimeout(r, 1, 'k'))]() { return 1; } static async m() { await null; } }
console.log(state.copy().shape);
