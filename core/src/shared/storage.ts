/** Storages of numpy-ts over blocks of the shared memory. */
import { type Data, type DType, librarysStorage, type Storage, traitsOf } from '../evaluate/library.ts';
import { sharedMemory } from './memory.ts';

/** A C-ordered storage in shared memory, with undefined contents. */
export function sharedStorage(shape: readonly number[], dtype: DType): Storage {
  const { Data, itemBytes } = traitsOf(dtype);
  const size = shape.reduce((total, each) => total * each, 1);
  const { buffer, offset } = sharedMemory().allocate(size * itemBytes);
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
