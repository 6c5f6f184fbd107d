/** Interpolation in a grid of nodes: runs of places, `inputs` numbers each, to runs of `outputs` results each. */

export interface Nodes {
  /** Values at the nodes: shape (nodes, …, nodes, outputs) in C order. */
  readonly table: Float32Array | Float64Array;
  /** Where the nodes are along each axis. */
  readonly places: readonly number[];
  /** How many low bits there are: a number's cell is `number >>> low`. */
  readonly low: number;
  readonly inputs: number;
  readonly outputs: number;
}

/**
 * Interpolates `count` places. The numbers of a place are `step` elements apart, the places `stride`; results likewise
 * `put` and `intoStride`.
 */
export type Run = (
  data: Uint8Array | Uint16Array,
  start: number,
  stride: number,
  step: number,
  count: number,
  into: Float64Array,
  intoStart: number,
  intoStride: number,
  put: number,
  finish: Finish,
) => void;

/** What is done to a result: nothing, rounding to the nearest integer (halves up), or something else. */
export type Finish = null | 'nearest' | ((x: number) => number);

function finished(sum: number, finish: Finish): number {
  return finish === null ? sum : finish === 'nearest' ? Math.floor(sum + 0.5) : finish(sum);
}

/** For each axis: elements of the table from one node to the next. */
function strides({ places, inputs, outputs }: Nodes): number[] {
  return Array.from({ length: inputs }, (_, axis) => outputs * places.length ** (inputs - 1 - axis));
}

/** For each cell: 1 divided by its width. The last one is narrower by one. */
function inverseWidths({ places }: Nodes): Float64Array {
  return Float64Array.from(places.slice(1), (place, cell) => 1 / (place - (places[cell] as number)));
}

/**
 * All 2ⁿ corners of the cell, each weighed by the product of its distances: halved axis by axis, so that n inputs take
 * 2ⁿ - 1 weighings for each output.
 */
export function multilinear(nodes: Nodes): Run {
  if (nodes.inputs === 3) return trilinear(nodes);
  const { table, low, inputs, outputs } = nodes;
  const mask = 2 ** low - 1;
  const steps = strides(nodes);
  const widths = inverseWidths(nodes);
  const corners = 2 ** inputs;
  // For each corner: elements of the table from the cell's first corner. Its bits say where along which axis.
  const offsets = Int32Array.from({ length: corners }, (_, corner) =>
    steps.reduce((sum, step, axis) => sum + (corner & (1 << axis) ? step : 0), 0),
  );
  const weights = new Float64Array(corners);
  return (data, start, stride, step, count, into, intoStart, intoStride, put, finish) => {
    let from = start;
    let to = intoStart;
    for (let index = 0; index < count; index++) {
      let base = 0;
      weights[0] = 1;
      for (let axis = 0, filled = 1, at = from; axis < inputs; axis++, at += step) {
        const value = data[at] as number;
        const cell = value >>> low;
        base += cell * (steps[axis] as number);
        const high = (value & mask) * (widths[cell] as number);
        for (let corner = 0; corner < filled; corner++) {
          const weight = weights[corner] as number;
          weights[corner + filled] = weight * high;
          weights[corner] = weight * (1 - high);
        }
        filled *= 2;
      }
      for (let output = 0, at = to; output < outputs; output++, at += put) {
        let sum = 0;
        for (let corner = 0; corner < corners; corner++) {
          sum += (weights[corner] as number) * (table[base + (offsets[corner] as number) + output] as number);
        }
        into[at] = finished(sum, finish);
      }
      from += stride;
      to += intoStride;
    }
  };
}

/** The same for three inputs, as for colours, with the eight weights in variables of their own. */
function trilinear(nodes: Nodes): Run {
  const { table, low, outputs } = nodes;
  const mask = 2 ** low - 1;
  const [sx, sy, sz] = strides(nodes) as [number, number, number];
  const widths = inverseWidths(nodes);
  return (data, start, stride, step, count, into, intoStart, intoStride, put, finish) => {
    let from = start;
    let to = intoStart;
    for (let index = 0; index < count; index++) {
      const vx = data[from] as number;
      const vy = data[from + step] as number;
      const vz = data[from + 2 * step] as number;
      const cx = vx >>> low;
      const cy = vy >>> low;
      const cz = vz >>> low;
      const x = (vx & mask) * (widths[cx] as number);
      const y = (vy & mask) * (widths[cy] as number);
      const z = (vz & mask) * (widths[cz] as number);
      const x1y1 = x * y;
      const x1y0 = x - x1y1;
      const x0y1 = y - x1y1;
      const x0y0 = 1 - x - x0y1;
      let at = cx * sx + cy * sy + cz * sz;
      for (let output = 0, place = to; output < outputs; output++, place += put, at++) {
        const below =
          x0y0 * (table[at] as number) +
          x0y1 * (table[at + sy] as number) +
          x1y0 * (table[at + sx] as number) +
          x1y1 * (table[at + sx + sy] as number);
        const above =
          x0y0 * (table[at + sz] as number) +
          x0y1 * (table[at + sy + sz] as number) +
          x1y0 * (table[at + sx + sz] as number) +
          x1y1 * (table[at + sx + sy + sz] as number);
        into[place] = finished(below * (1 - z) + above * z, finish);
      }
      from += stride;
      to += intoStride;
    }
  };
}

/**
 * The n + 1 corners of the simplex that the place lies in: from the cell's first corner along one axis after the other,
 * the one with the largest fraction first. For three inputs these are tetrahedra.
 */
export function simplex(nodes: Nodes): Run {
  const { table, low, inputs, outputs } = nodes;
  const mask = 2 ** low - 1;
  const steps = strides(nodes);
  const widths = inverseWidths(nodes);
  const fractions = new Float64Array(inputs + 1);
  const order = new Int32Array(inputs);
  const corner = new Int32Array(inputs + 1);
  const weights = new Float64Array(inputs + 1);
  return (data, start, stride, step, count, into, intoStart, intoStride, put, finish) => {
    let from = start;
    let to = intoStart;
    for (let index = 0; index < count; index++) {
      let base = 0;
      for (let axis = 0, at = from; axis < inputs; axis++, at += step) {
        const value = data[at] as number;
        const cell = value >>> low;
        base += cell * (steps[axis] as number);
        const fraction = (value & mask) * (widths[cell] as number);
        fractions[axis] = fraction;
        // Insertion keeps the axes in order of their fractions, largest first.
        let place = axis;
        while (place > 0 && (fractions[order[place - 1] as number] as number) < fraction) {
          order[place] = order[place - 1] as number;
          place--;
        }
        order[place] = axis;
      }
      corner[0] = base;
      let before = 1;
      for (let rank = 0; rank < inputs; rank++) {
        const axis = order[rank] as number;
        const fraction = fractions[axis] as number;
        weights[rank] = before - fraction;
        corner[rank + 1] = (corner[rank] as number) + (steps[axis] as number);
        before = fraction;
      }
      weights[inputs] = before;
      for (let output = 0, at = to; output < outputs; output++, at += put) {
        let sum = 0;
        for (let rank = 0; rank <= inputs; rank++) {
          sum += (weights[rank] as number) * (table[(corner[rank] as number) + output] as number);
        }
        into[at] = finished(sum, finish);
      }
      from += stride;
      to += intoStride;
    }
  };
}
