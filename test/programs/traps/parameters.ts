// @ts-nocheck -- variables beside parameters of the same name
import * as np from 'numpy-ts';
function d(f = () => v, v = 3) { return np.zeros([f()]); }
console.log(d().shape);
function e(v = 2, f = () => v) { var v = 5; return np.zeros([f(), v]); }
console.log(e().shape);
