/** The arguments of ufuncs: arrays, typed arrays, lists and numbers as views; results and masks; axes and broadcasting. */
import { array, type Complex, NDArray, type NDArrayCore } from 'numpy-ts';
import { CASTINGS, type Casting, canCast } from '../dtypes/casting.ts';
import { holds } from '../dtypes/holds.ts';
import { type DType, infoOf, isDType } from '../dtypes/table.ts';
import { shapeText, valueText } from '../errors.ts';
import { overlapOf, overlapsItself } from '../layout/overlap.ts';
import { type AnyTypedArray, newArray, type Storage, type View, viewOf } from '../layout/view.ts';
import { UfuncError } from './errors.ts';

export type Scalar = number | bigint | boolean | { readonly re: number; readonly im: number };
export type NestedList = readonly (Scalar | NestedList)[];

/** What a ufunc takes as an operand. Lists become arrays as `np.array` makes them: float64 for numbers. */
export type Operand = NDArrayCore | AnyTypedArray | Scalar | NestedList;

/** Where a result can be put: a numpy-ts array, or a typed array for a result of one dimension. */
export type Out = NDArrayCore | Exclude<AnyTypedArray, Uint8ClampedArray>;

/** Where to compute: an array of dtype bool that broadcasts, or a list of booleans. */
export type Where = NDArrayCore | boolean | readonly (boolean | NestedList)[];

export function isComplexValue(value: unknown): value is { re: number; im: number } {
  const { re, im } = (value ?? {}) as { re?: unknown; im?: unknown };
  return typeof re === 'number' && typeof im === 'number';
}

export function isScalar(value: unknown): value is Scalar {
  return ['number', 'bigint', 'boolean'].includes(typeof value) || isComplexValue(value);
}

/** numpy-ts takes lists of unequal lengths, and fills what is missing. */
function requireEven(called: string, argument: string, list: unknown): void {
  const lengths: number[] = [];
  for (let first = list; Array.isArray(first); first = first[0]) lengths.push(first.length);
  const check = (item: unknown, depth: number): void => {
    const length = Array.isArray(item) ? item.length : null;
    if (length !== (lengths[depth] ?? null)) {
      throw new UfuncError(
        called,
        argument,
        'lists of equal lengths',
        `one of ${length ?? 0} beside one of ${lengths[depth] ?? 0}`,
      );
    }
    if (!Array.isArray(item)) {
      if (!isScalar(item)) throw new UfuncError(called, argument, 'numbers', valueText(item));
    } else for (const inner of item) check(inner, depth + 1);
  };
  check(list, 0);
}

/** A list as an array of its own; the caller disposes it. */
function fromList(called: string, argument: string, list: unknown, dtype?: DType): NDArray {
  requireEven(called, argument, list);
  try {
    return array(list as number[], dtype) as NDArray;
  } catch (error) {
    throw new UfuncError(called, argument, 'an array, or lists of equal lengths', valueText(list), { cause: error });
  }
}

/** An operand as elements in memory. `owned` is what was made for it, to be disposed after use. */
export interface Input {
  readonly view: View;
  readonly owned: Storage | null;
}

export function inputOf(called: string, argument: string, value: unknown): Input {
  const view = viewOf(value);
  if (view !== null) return { view, owned: null };
  if (!Array.isArray(value) && !isScalar(value)) {
    throw new UfuncError(called, argument, 'an array, a typed array, a list or a number', valueText(value));
  }
  const made = isScalar(value) ? scalarArray(called, argument, value) : fromList(called, argument, value);
  return { view: viewOf(made) as View, owned: made.storage };
}

/** The dtype of a number by itself: float64, int64 (uint64 where it needs that), bool or complex128. */
function naturalDType(value: Scalar): DType {
  switch (typeof value) {
    case 'bigint':
      return value >= 2n ** 63n ? 'uint64' : 'int64';
    case 'boolean':
      return 'bool';
    default:
      return isComplexValue(value) ? 'complex128' : 'float64';
  }
}

/** A number as an array without dimensions, of its own dtype or another. The caller disposes it. */
export function scalarArray(called: string, argument: string, value: Scalar, dtype = naturalDType(value)): NDArray {
  if (typeof value === 'bigint' && infoOf(dtype).bigint && !holds(dtype, value)) {
    throw new UfuncError(called, argument, 'an integer of at most 64 bits', String(value));
  }
  const made = newArray([], dtype);
  made.storage.iset(0, asStored(value, dtype));
  return made;
}

/** A number as arrays of a dtype have it: bigints for 64-bit integers and no others. */
function asStored(value: Scalar, dtype: DType): number | bigint | { readonly re: number; readonly im: number } {
  const { kind, bigint } = infoOf(dtype);
  if (typeof value === 'object') return kind === 'c' ? value : asStored(value.re, dtype);
  return bigint ? BigInt(value) : Number(value);
}

/** A result array given by the caller. */
export function outOf(called: string, out: unknown): View {
  const view = out instanceof Uint8ClampedArray ? null : viewOf(out);
  if (view === null) {
    throw new UfuncError(
      called,
      'out',
      'a numpy-ts array or a typed array other than Uint8ClampedArray',
      valueText(out),
    );
  }
  if (overlapsItself(view)) {
    throw new UfuncError(called, 'out', 'an array whose elements lie apart', `strides ${shapeText(view.strides)}`);
  }
  return view;
}

export function dtypeOf(called: string, dtype: unknown): DType | null {
  if (dtype === undefined || dtype === null) return null;
  if (isDType(dtype)) return dtype;
  throw new UfuncError(called, 'dtype', 'a dtype of numpy-ts', valueText(dtype));
}

export function castingOf(called: string, casting: unknown): Casting {
  if (casting === undefined) return 'same_kind';
  const known = CASTINGS.find((rule) => rule === casting);
  if (known !== undefined) return known;
  throw new UfuncError(called, 'casting', `one of ${CASTINGS.join(', ')}`, valueText(casting));
}

export function requireCast(called: string, argument: string, from: DType, to: DType, casting: Casting): void {
  if (canCast(from, to, casting)) return;
  throw new UfuncError(called, argument, `a dtype that ${from} can be cast to by the rule '${casting}'`, to);
}

/** The view with the strides that give it another shape by broadcasting; null where it does not broadcast to it. */
export function broadcastTo(view: View, shape: readonly number[]): View | null {
  const more = shape.length - view.shape.length;
  if (more < 0) return null;
  const strides: number[] = [];
  for (const [axis, size] of shape.entries()) {
    const own = view.shape[axis - more];
    if (own !== undefined && own !== 1 && own !== size) return null;
    strides.push(own === undefined || own === 1 ? 0 : (view.strides[axis - more] ?? 0));
  }
  return { ...view, shape, strides };
}

/** The shape that shapes broadcast to; null where they don't. */
export function broadcastShape(shapes: readonly (readonly number[])[]): number[] | null {
  const ndim = Math.max(0, ...shapes.map((shape) => shape.length));
  const result = new Array<number>(ndim).fill(1);
  for (const shape of shapes) {
    for (const [axis, size] of shape.entries()) {
      const at = ndim - shape.length + axis;
      if (size === 1 || size === result[at]) continue;
      if (result[at] !== 1) return null;
      result[at] = size;
    }
  }
  return result;
}

/** A mask that broadcasts to `shape`; null where all elements are meant. One that `out` would write over is copied. */
export function maskOf(called: string, where: unknown, shape: readonly number[], out: View | null): Input | null {
  if (where === undefined || where === true) return null;
  const input = Array.isArray(where) ? listMask(called, where) : inputOf(called, 'where', where);
  if (input.view.dtype !== 'bool')
    throw new UfuncError(called, 'where', 'an array of dtype bool', `dtype ${input.view.dtype}`);
  const view = broadcastTo(input.view, shape);
  if (view === null) {
    throw new UfuncError(
      called,
      'where',
      `a shape that broadcasts to ${shapeText(shape)}`,
      shapeText(input.view.shape),
    );
  }
  return out !== null && overlapOf(view, out) !== 'none' ? copyOf(view) : { view, owned: input.owned };
}

function listMask(called: string, where: readonly unknown[]): Input {
  const flat: unknown[] = where.flat(Number.POSITIVE_INFINITY);
  const wrong = flat.find((item) => typeof item !== 'boolean');
  if (wrong !== undefined) throw new UfuncError(called, 'where', 'booleans', valueText(wrong));
  const made = fromList(called, 'where', where, 'bool');
  return { view: viewOf(made) as View, owned: made.storage };
}

/** An axis counted from the start. */
export function axisOf(called: string, axis: unknown, ndim: number): number {
  if (typeof axis !== 'number' || !Number.isInteger(axis)) {
    throw new UfuncError(called, 'axis', 'an integer', valueText(axis));
  }
  const place = axis < 0 ? axis + ndim : axis;
  if (place < 0 || place >= ndim) throw new UfuncError(called, 'axis', `an axis of ${ndim} dimensions`, String(axis));
  return place;
}

/** The axes to reduce: one, several, or all where `axis` is null. An array without dimensions has axis 0 and -1. */
export function axesOf(called: string, axis: unknown, ndim: number): number[] {
  if (axis === null) return Array.from({ length: ndim }, (_, place) => place);
  if (ndim === 0 && (axis === 0 || axis === -1)) return [];
  const axes = (Array.isArray(axis) ? axis : [axis]).map((one) => axisOf(called, one, ndim));
  if (new Set(axes).size !== axes.length)
    throw new UfuncError(called, 'axis', 'each axis once', `(${axes.join(', ')})`);
  return axes;
}

/** A copy of the elements in C order, for results that lie over their operand. The caller disposes it. */
export function copyOf(view: View): Input {
  const { constructor: Class } = newArray([0], view.dtype).storage as unknown as {
    constructor: new (...args: readonly unknown[]) => Storage;
  };
  const source = new Class(view.data, view.shape, view.strides, view.offset, view.dtype, null);
  const copy = NDArray.fromStorage(source).copy();
  return { view: viewOf(copy) as View, owned: copy.storage };
}

/** The number in a result without dimensions, which is then given back. */
export function takeScalar(result: NDArray): number | bigint | Complex {
  const value = result.storage.iget(0);
  result.dispose();
  return value;
}
