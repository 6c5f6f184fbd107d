import { byteCost, canHold, contiguity, isView, memory, minDtype, narrow, sharesMemory, wouldCopy } from 'bytelens';
import * as np from 'numpy-ts';

const levels = np.arange(0, 200).reshape(10, 20);
const small = narrow(levels, 'uint8');
const floats = narrow(levels, 'float32');
const column = levels.slice(':', '3');
const smallColumn = narrow(column, 'int16');
const flags = narrow(new Float64Array(12), 'uint8');

function halved(x: np.NDArray) {
  const kept = narrow(x, 'float32');
  return kept.multiply(0.5);
}

const half = halved(levels);
const dtype = minDtype(levels);
const fits = canHold('uint8', levels);
const cost = byteCost([10, 20], 'uint8');
const shared = sharesMemory(levels, column) && isView(column);
const { order } = contiguity(levels.transpose());
const copies = wouldCopy.reshape(levels.transpose());
const rounded = memory.poolClassBytes(levels.nbytes);
const empty = np.zeros([rounded > 0 ? 4 : 5]);

console.log(small.dtype, floats.dtype, smallColumn.shape, flags.length, half.dtype, dtype, fits, cost, shared, order);
console.log(copies, rounded, empty.shape);
