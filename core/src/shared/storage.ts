/** Storages of numpy-ts over blocks of the shared memory. */
import { shapeText } from '../errors.ts';
import { EvaluateError } from '../evaluate/errors.ts';
import { type Data, type DType, librarysStorage, type Storage, traitsOf } from '../evaluate/library.ts';
import { type Block, sharedMemory } from './memory.ts';

/** A block of the memory; throws an `EvaluateError` where the memory has no room for it. */
function blockOf(shape: readonly number[], bytes: number): Block {
  try {
    return sharedMemory().allocate(bytes);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const room = 'an array that fits into what is left of the 4 GiB of shared memory';
    throw new EvaluateError('shape', room, `${shapeText(shape)}, ${bytes} bytes`, 'shared');
  }
}

/** A C-ordered storage in shared memory, with undefined contents. */
export function sharedStorage(shape: readonly number[], dtype: DType): Storage {
  const { Data, itemBytes } = traitsOf(dtype);
  const size = shape.reduce((total, each) => total * each, 1);
  const { buffer, offset } = blockOf(shape, size * itemBytes);
  const data = new Data(
    buffer,
    offset,
    (size * itemBytes) / (Data as unknown as { BYTES_PER_ELEMENT: number }).BYTES_PER_ELEMENT,
  );
  const strides = new Array<number>(shape.length);
  let stride = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    strides[axis] = stride;
    stride *= shape[axis] as number;
  }
  const Class = librarysStorage();
  return new Class(data as Data, Array.from(shape), strides, 0, dtype, null);
}
