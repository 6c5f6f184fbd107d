import * as np from 'numpy-ts';
function stub(target: any, name: string, f: any) { target[name] = f; }
stub(JSON, 'parse', () => [7]);
console.log(np.zeros(JSON.parse('[3]')).shape);
