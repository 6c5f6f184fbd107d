/**
 * `gridLut`: a function of several numbers as a table of its values at the nodes of a grid, and interpolation between
 * them. The high bits of each number choose the cell of the grid, the low bits the place within it.
 *
 * Along each axis the nodes are at 0, 2^low, 2·2^low, … and at the greatest value, so that both ends are exact.
 */
import type { NDArray, NDArrayCore } from 'numpy-ts';
import { type DType, type DTypeInfo, dtypeTable, type TypedArray } from '../dtypes/table.ts';
import { shapeText, valueText } from '../errors.ts';
import { overlapOf, overlapsItself } from '../layout/overlap.ts';
import { forEachRun } from '../layout/runs.ts';
import { isNDArray, newArray, product, type View, viewOf } from '../layout/view.ts';
import { copyOf } from '../ufunc/operand.ts';
import { LutError } from './errors.ts';
import { type Finish, multilinear, type Nodes, simplex } from './interpolate.ts';
import { converter, type ResultOptions, resultInfo } from './results.ts';

export interface GridLutOptions<D extends DType = DType> extends ResultOptions<D> {
  /** How many numbers `fn` takes, and so the size of the arrays along `axis`. */
  inputs: number;
  /** Of the arrays: uint8 or uint16. */
  dtype: 'uint8' | 'uint16';
  /** High bits that choose the cell: the grid has 2^bits + 1 nodes along each axis. By default 4. */
  bits?: number;
  /**
   * `multilinear` (the default) weighs all 2ⁿ corners of the cell; `tetrahedral` the n + 1 corners of the simplex that the
   * place lies in: fewer of them, the more so the more inputs, and greys stay grey where the function keeps them so.
   */
  interpolation?: 'multilinear' | 'tetrahedral';
}

export interface GridLut<D extends DType = DType> {
  /**
   * The interpolated results for all places of an array: `array` has the numbers along `axis` (by default the last), the
   * result has `outputs` values there. A new C-ordered array, or `out`. Nothing else of the array's size is made.
   *
   * @throws {LutError} another dtype, another size along the axis, or an `out` that does not fit
   */
  <O extends NDArrayCore>(array: NDArrayCore, options: { axis?: number; out: O }): O;
  (array: NDArrayCore, options?: { axis?: number; out?: undefined }): NDArray<D>;
  /** The function's values at the nodes: shape (nodes, …, nodes, outputs) in C order. */
  readonly table: Float32Array | Float64Array;
  /** Where the nodes are along each axis. */
  readonly nodes: readonly number[];
  readonly outputs: number;
  readonly result: D;
  readonly nbytes: number;
}

/** More nodes than this are no small table any more. */
const MOST_NODES = 2 ** 24;

function inputInfo(dtype: unknown): DTypeInfo {
  const info = dtype === 'uint8' || dtype === 'uint16' ? dtypeTable().get(dtype) : undefined;
  if (info === undefined) throw new LutError('gridLut', 'dtype', 'uint8 or uint16', valueText(dtype));
  return info;
}

function integerFrom(argument: string, value: unknown, least: number, most: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
  throw new LutError('gridLut', argument, `an integer from ${least} to ${most}`, valueText(value));
}

function nodesOf(info: DTypeInfo, bits: number): { places: number[]; low: number } {
  const low = 8 * info.itemBytes - bits;
  const greatest = info.max as number;
  const places = Array.from({ length: 2 ** bits + 1 }, (_, node) => Math.min(node * 2 ** low, greatest));
  return { places, low };
}

/** Calls `fn` at every node. Integers are kept unrounded: interpolation rounds once. */
function tableOf(
  fn: (...values: number[]) => unknown,
  places: readonly number[],
  inputs: number,
  to: DTypeInfo,
  options: ResultOptions,
): { table: Float32Array | Float64Array; outputs: number } {
  const count = places.length ** inputs;
  const check = converter(
    'gridLut',
    to,
    to.kind === 'f' ? {} : { round: 'nearest', ...(options.clip === true ? { clip: true } : {}) },
  );
  const values = new Array<number>(inputs);
  let table: Float32Array | Float64Array = new Float32Array(0);
  let outputs = 0;
  for (let node = 0; node < count; node++) {
    for (let axis = inputs - 1, rest = node; axis >= 0; axis--) {
      values[axis] = places[rest % places.length] as number;
      rest = Math.floor(rest / places.length);
    }
    const given = fn(...values);
    const results: readonly unknown[] = Array.isArray(given) ? given : [given];
    if (node === 0) {
      outputs = results.length;
      const Table = to.itemBytes <= 2 ? Float32Array : Float64Array;
      table = new Table(count * outputs);
    }
    if (results.length !== outputs || outputs === 0) {
      throw new LutError(
        'gridLut',
        'fn',
        `${outputs || 'some'} results each time`,
        `${results.length} for (${values.join(', ')})`,
      );
    }
    for (const [output, result] of results.entries()) {
      const checked = Number(check(result, () => `(${values.join(', ')})`));
      // Clipped values stay as they were clipped, others keep their fractions.
      const inside = typeof result === 'number' && result >= (to.min as number) && result <= (to.max as number);
      table[node * outputs + output] = inside ? result : checked;
    }
  }
  return { table, outputs };
}

/**
 * Makes a table of a function of several numbers, called once for each node of the grid (4,913 times for three inputs
 * and 4 bits), and interpolates between the nodes.
 *
 * ```ts
 * const toCmyk = gridLut(cmyk, { inputs: 3, dtype: 'uint8', bits: 4, result: 'uint8', round: 'nearest' });
 * const separated = toCmyk(image); // (height, width, 3) → (height, width, 4)
 * ```
 *
 * Functions that are linear within each cell are reproduced but for rounding; how near others come depends on how much
 * they bend within a cell.
 *
 * @param fn a function of `inputs` numbers that returns a list of numbers, always of one length, or a number
 * @throws {LutError} values at nodes that the dtype of the results does not hold, options that don't fit
 */
export function gridLut<D extends DType = 'float64'>(
  fn: (...values: number[]) => readonly number[] | number,
  options: GridLutOptions<D>,
): GridLut<D> {
  if (typeof fn !== 'function') throw new LutError('gridLut', 'fn', 'a function of numbers', valueText(fn));
  const info = inputInfo(options.dtype);
  const inputs = integerFrom('inputs', options.inputs, 1, 8);
  const bits = integerFrom('bits', options.bits ?? 4, 1, 8 * info.itemBytes - 1);
  const to = resultInfo('gridLut', options.result ?? 'float64');
  if (to.bigint) throw new LutError('gridLut', 'result', 'a dtype of at most 32 bits, or floating point', to.name);
  const { interpolation = 'multilinear' } = options;
  if (interpolation !== 'multilinear' && interpolation !== 'tetrahedral') {
    throw new LutError('gridLut', 'interpolation', 'multilinear or tetrahedral', valueText(interpolation));
  }
  const { places, low } = nodesOf(info, bits);
  if (places.length ** inputs > MOST_NODES) {
    throw new LutError('gridLut', 'bits', `at most ${MOST_NODES} nodes`, `${places.length}^${inputs}`);
  }
  const { table, outputs } = tableOf(fn, places, inputs, to, options);
  const nodes: Nodes = { table, places, low, inputs, outputs };
  const finish = to.kind === 'f' ? null : rounding(options.round ?? 'nearest', to);
  const run = interpolation === 'multilinear' ? multilinear(nodes) : simplex(nodes);
  const apply = (array: unknown, how: { axis?: unknown; out?: unknown } = {}): unknown =>
    applyGrid({ nodes, info, to, finish, run }, array, how);
  const described = { table, nodes: Object.freeze(places), outputs, result: to.name, nbytes: table.byteLength };
  return Object.freeze(Object.assign(apply, described)) as unknown as GridLut<D>;
}

/** Rounds, and keeps in range what interpolation's own rounding moved out of it. */
function rounding(round: unknown, { min, max }: DTypeInfo): Finish {
  // What rounding errors move by less than a half comes back into range by itself.
  if (round === 'nearest') return round;
  const known: Readonly<Record<string, (x: number) => number>> = {
    trunc: Math.trunc,
    floor: Math.floor,
    ceil: Math.ceil,
  };
  const found = known[String(round)];
  if (found === undefined)
    throw new LutError('gridLut', 'round', `nearest, ${Object.keys(known).join(', ')}`, valueText(round));
  const [least, greatest] = [Number(min), Number(max)];
  return (x) => Math.min(greatest, Math.max(least, found(x)));
}

interface Grid {
  readonly nodes: Nodes;
  readonly info: DTypeInfo;
  readonly to: DTypeInfo;
  readonly finish: Finish;
  readonly run: ReturnType<typeof multilinear>;
}

function applyGrid(grid: Grid, array: unknown, how: { axis?: unknown; out?: unknown }): unknown {
  const { nodes, info, to } = grid;
  const found = viewOf(array);
  if (found === null || !isNDArray(array)) throw new LutError('gridLut', 'array', 'a numpy-ts array', valueText(array));
  if (found.dtype !== info.name) throw new LutError('gridLut', 'array', `dtype ${info.name}`, `dtype ${found.dtype}`);
  const ndim = found.shape.length;
  const given = how.axis ?? -1;
  const axis = typeof given === 'number' && given < 0 ? given + ndim : given;
  if (typeof axis !== 'number' || !Number.isInteger(axis) || axis < 0 || axis >= ndim) {
    throw new LutError('gridLut', 'axis', `an axis of ${ndim} dimensions`, valueText(given));
  }
  if (found.shape[axis] !== nodes.inputs) {
    throw new LutError(
      'gridLut',
      'array',
      `size ${nodes.inputs} along axis ${given}`,
      `shape ${shapeText(found.shape)}`,
    );
  }
  const shape = found.shape.map((size, at) => (at === axis ? nodes.outputs : size));
  const result = how.out ?? newArray(shape, to.name);
  const target = gridTarget(result, shape, to);
  const source = overlapOf(found, target) === 'none' ? { view: found, owned: null } : copyOf(found);
  interpolateAll(grid, source.view, target, axis);
  source.owned?.dispose();
  return result;
}

function gridTarget(out: unknown, shape: readonly number[], to: DTypeInfo): View {
  const view = isNDArray(out) ? viewOf(out) : null;
  if (view === null) throw new LutError('gridLut', 'out', 'a numpy-ts array', valueText(out));
  if (shapeText(view.shape) !== shapeText(shape)) {
    throw new LutError('gridLut', 'out', `shape ${shapeText(shape)}`, `shape ${shapeText(view.shape)}`);
  }
  if (view.dtype !== to.name) throw new LutError('gridLut', 'out', `dtype ${to.name}`, `dtype ${view.dtype}`);
  if (overlapsItself(view)) {
    throw new LutError('gridLut', 'out', 'an array whose elements lie apart', `strides ${shapeText(view.strides)}`);
  }
  return view;
}

/** The view without an axis: one element for each place. */
function withoutAxis(view: View, axis: number): View {
  const rest = (_: number, at: number): boolean => at !== axis;
  return { ...view, shape: view.shape.filter(rest), strides: view.strides.filter(rest) };
}

function interpolateAll({ finish, run }: Grid, from: View, into: View, axis: number): void {
  const [sources, targets] = [withoutAxis(from, axis), withoutAxis(into, axis)];
  const step = from.strides[axis] ?? 0;
  const put = into.strides[axis] ?? 0;
  const data = from.data as Uint8Array;
  const result = into.data as TypedArray as Float64Array;
  forEachRun(targets, 0, product(targets.shape), (at, stride, length, before) => {
    forEachRun(sources, before, length, (source, sourceStride, count, done) => {
      run(data, source, sourceStride, step, count, result, at + done * stride, stride, put, finish);
    });
  });
}
