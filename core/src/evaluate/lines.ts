/** Lines: the runs along the last axes of an iteration, numbered over the outer ones. */

/** The first element of each operand on line number `index`. */
export function lineStart(outer: readonly number[], strides: readonly number[], index: number): number {
  let offset = 0;
  let rest = index;
  for (let axis = outer.length - 1; axis >= 0; axis--) {
    const size = outer[axis] as number;
    offset += (rest % size) * (strides[axis] as number);
    rest = Math.floor(rest / size);
  }
  return offset;
}
