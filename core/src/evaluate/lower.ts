/**
 * From calls with dtypes to elementary operations. A call's arguments are brought to the dtype of its result and the
 * operation is done there, as NumPy does; comparisons are done in the dtype that both sides promote to.
 */
import { EvaluateError } from './errors.ts';
import type { FunctionSpec, ScalarValue } from './functions.ts';
import { commonDType } from './infer.ts';
import {
  type COMPARISONS,
  isFloat,
  isSigned,
  isWide,
  type Lane,
  LaneBuilder,
  type LaneGraph,
  type LaneNode,
  type LaneOp,
  laneOf,
  toLane,
} from './lanes.ts';
import type { DType } from './library.ts';
import { postorder } from './order.ts';
import { type ArrayNode, argsOf, isArrayNode, type ScalarNode, type TypedNode } from './typed.ts';

/** The operation of the same meaning for each function that is one. */
const DIRECT: Readonly<Record<string, LaneOp>> = {
  ...{
    add: 'add',
    subtract: 'sub',
    multiply: 'mul',
    divide: 'div',
    floor_divide: 'floordiv',
    mod: 'mod',
    fmod: 'fmod',
  },
  ...{ minimum: 'min', maximum: 'max', arctan2: 'atan2', hypot: 'hypot', copysign: 'copysign' },
  ...{ bitwise_and: 'and', bitwise_or: 'or', bitwise_xor: 'xor', left_shift: 'shl', right_shift: 'shr' },
  ...{ negative: 'neg', sqrt: 'sqrt', cbrt: 'cbrt', exp: 'exp', exp2: 'exp2', expm1: 'expm1' },
  ...{ log: 'log', log2: 'log2', log10: 'log10', log1p: 'log1p', sin: 'sin', cos: 'cos', tan: 'tan' },
  ...{ arcsin: 'asin', arccos: 'acos', arctan: 'atan', sinh: 'sinh', cosh: 'cosh', tanh: 'tanh' },
  ...{ arcsinh: 'asinh', arccosh: 'acosh', arctanh: 'atanh' },
};
type Comparison = (typeof COMPARISONS)[number];
/** What `b op a` is for `a op b`. */
const MIRRORED: Readonly<Record<Comparison, Comparison>> = {
  ...{ eq: 'eq', ne: 'ne', lt: 'gt', le: 'ge', gt: 'lt', ge: 'le' },
} as const;
const COMPARE: Readonly<Record<string, Comparison>> = {
  ...{ equal: 'eq', not_equal: 'ne', less: 'lt', less_equal: 'le', greater: 'gt', greater_equal: 'ge' },
};
/** Whether a function compares its arguments. */
export function isComparison(op: string): boolean {
  return Object.hasOwn(COMPARE, op);
}

const COMMUTES: ReadonlySet<string> = new Set(['add', 'multiply', 'bitwise_and', 'bitwise_or', 'bitwise_xor']);
/** Roundings leave integers alone. */
const ROUND: Readonly<Record<string, LaneOp>> = {
  floor: 'floor',
  ceil: 'ceil',
  trunc: 'trunc',
  rint: 'rint',
  round: 'rint',
};

/** Powers up to this one are products; 8-bit results need no larger, and more would be slower than a call. */
const MOST_SQUARED = 64;

class Lowering {
  readonly builder = new LaneBuilder();
  readonly #done = new Map<string, LaneNode>();

  /** Any node as an operand in a lane. */
  operand(node: TypedNode, lane: Lane): LaneNode {
    if (isArrayNode(node)) return this.builder.cast(this.array(node), lane);
    return node.fixed ? this.builder.constant(node.sample, lane) : this.builder.parameter(node, lane);
  }

  array(node: ArrayNode): LaneNode {
    let done = this.#done.get(node.key);
    if (done === undefined) {
      done = this.#array(node);
      this.#done.set(node.key, done);
    }
    return done;
  }

  #array(node: ArrayNode): LaneNode {
    const lane = laneOf(node.dtype) as Lane;
    switch (node.kind) {
      case 'input':
        return this.builder.make('load', lane, [], 0, node.index);
      case 'cast':
        return this.operand(node.arg, lane);
      case 'call':
        return this.#call(node.spec, node.args, lane);
    }
  }

  #call(spec: FunctionSpec, given: readonly TypedNode[], lane: Lane): LaneNode {
    const { builder } = this;
    // `where` picks with loss; what computes with NaN in 64-bit integers has no meaning, and numpy-ts refuses it.
    const args = isWide(lane) && spec.op !== 'where' ? given.map((arg) => finite(arg, lane)) : given;
    const [first, second, third] = args as [TypedNode, TypedNode, TypedNode];
    const comparison = COMPARE[spec.op];
    if (comparison !== undefined) return this.#compare(comparison, first, second);
    const rounding = ROUND[spec.op];
    if (rounding !== undefined) {
      const arg = this.operand(first, lane);
      return isFloat(lane) ? builder.make(rounding, lane, [arg]) : arg;
    }
    switch (spec.op) {
      case 'power':
        return this.#power(first, second, lane);
      case 'where':
        return builder.make('select', lane, [this.truth(first), this.operand(second, lane), this.operand(third, lane)]);
      case 'clip': {
        const low = builder.make('max', lane, [this.operand(first, lane), this.operand(second, lane)]);
        return builder.make('min', lane, [low, this.operand(third, lane)]);
      }
      case 'logical_and':
        return builder.make('and', 'bool', [this.truth(first), this.truth(second)]);
      case 'logical_or':
        return builder.make('or', 'bool', [this.truth(first), this.truth(second)]);
      case 'logical_xor':
        return builder.make('xor', 'bool', [this.truth(first), this.truth(second)]);
      case 'logical_not':
        return builder.make('not', 'bool', [this.truth(first)]);
      case 'isnan':
      case 'isinf':
      case 'isfinite':
      case 'isposinf':
      case 'isneginf':
      case 'signbit':
        return this.#predicate(spec.op, this.array(first as ArrayNode));
      case 'fmin':
      case 'fmax':
        return this.#ignoringNaN(
          spec.op === 'fmin' ? 'min' : 'max',
          this.operand(first, lane),
          this.operand(second, lane),
        );
      default:
        return args.length === 1
          ? this.#unary(spec.op, this.operand(first, lane))
          : this.#binary(spec.op, this.operand(first, lane), this.operand(second, lane));
    }
  }

  #binary(op: string, a: LaneNode, b: LaneNode): LaneNode {
    const { lane } = a;
    // A constant stands second where the order does not matter, so that engines find it there.
    if (a.op === 'const' && b.op !== 'const' && COMMUTES.has(op)) return this.#binary(op, b, a);
    if (lane === 'bool') {
      // Sums and differences of truth values are or, products are and.
      const logic = { add: 'or', subtract: 'xor', multiply: 'and', minimum: 'and', maximum: 'or' } as const;
      const same = logic[op as keyof typeof logic];
      if (same !== undefined) return this.builder.make(same, lane, [a, b]);
    }
    return this.builder.make(DIRECT[op] as LaneOp, lane, [a, b]);
  }

  #unary(op: string, x: LaneNode): LaneNode {
    const { builder } = this;
    const { lane } = x;
    const constant = (value: number) => builder.constant(value, lane);
    switch (op) {
      case 'positive':
      case 'conjugate':
      case 'real':
        return x;
      case 'imag':
        return constant(0);
      case 'absolute':
      case 'fabs':
        return isFloat(lane) || isSigned(lane) ? builder.make('abs', lane, [x]) : x;
      case 'square':
        return this.#binary('multiply', x, x);
      case 'reciprocal':
        return isFloat(lane) ? builder.make('div', lane, [constant(1), x]) : this.#unitsOnly(x);
      case 'degrees':
        return builder.make('mul', lane, [x, constant(180 / Math.PI)]);
      case 'radians':
        return builder.make('mul', lane, [x, constant(Math.PI / 180)]);
      case 'bitwise_not':
        return builder.make('not', lane, [x]);
      case 'sign': {
        // What is neither above nor below zero is itself, but for −0; so is NaN.
        const zero = constant(0);
        const rest = isFloat(lane)
          ? builder.make('select', lane, [builder.make('eq', 'bool', [x, zero]), zero, x])
          : zero;
        const below = isSigned(lane) || isFloat(lane) ? this.#choose('lt', x, zero, constant(-1), rest) : rest;
        return this.#choose('gt', x, zero, constant(1), below);
      }
      default:
        return builder.make(DIRECT[op] as LaneOp, lane, [x]);
    }
  }

  #choose(comparison: LaneOp, a: LaneNode, b: LaneNode, yes: LaneNode, no: LaneNode): LaneNode {
    return this.builder.make('select', yes.lane, [this.builder.make(comparison, 'bool', [a, b]), yes, no]);
  }

  /** 1 divided by an integer is 0, but for 1 and −1. */
  #unitsOnly(x: LaneNode): LaneNode {
    const constant = (value: number) => this.builder.constant(value, x.lane);
    const others = isSigned(x.lane) ? this.#choose('eq', x, constant(-1), constant(-1), constant(0)) : constant(0);
    return this.#choose('eq', x, constant(1), constant(1), others);
  }

  /** Whether an element is not zero. */
  truth(node: TypedNode): LaneNode {
    if (!isArrayNode(node)) return this.operand(node, 'bool');
    const value = this.array(node);
    if (value.lane === 'bool') return value;
    return this.builder.make('ne', 'bool', [value, this.builder.constant(0, value.lane)]);
  }

  #predicate(op: string, x: LaneNode): LaneNode {
    const { builder } = this;
    const { lane } = x;
    if (!isFloat(lane)) {
      if (op === 'signbit' && isSigned(lane)) return builder.make('lt', 'bool', [x, builder.constant(0, lane)]);
      return builder.constant(op === 'isfinite', 'bool');
    }
    const infinity = builder.constant(Number.POSITIVE_INFINITY, lane);
    switch (op) {
      case 'isnan':
        return builder.make('ne', 'bool', [x, x]);
      case 'isinf':
        return builder.make('eq', 'bool', [builder.make('abs', lane, [x]), infinity]);
      case 'isfinite':
        return builder.make('lt', 'bool', [builder.make('abs', lane, [x]), infinity]);
      case 'isposinf':
        return builder.make('eq', 'bool', [x, infinity]);
      case 'isneginf':
        return builder.make('eq', 'bool', [x, builder.constant(Number.NEGATIVE_INFINITY, lane)]);
      default:
        return builder.make('signbit', 'bool', [x]);
    }
  }

  #ignoringNaN(op: 'min' | 'max', a: LaneNode, b: LaneNode): LaneNode {
    if (a.lane === 'bool') return this.#binary(op === 'min' ? 'minimum' : 'maximum', a, b);
    const plain = this.builder.make(op, a.lane, [a, b]);
    if (!isFloat(a.lane)) return plain;
    return this.#choose('ne', a, a, b, this.#choose('ne', b, b, a, plain));
  }

  #compare(op: Comparison, first: TypedNode, second: TypedNode): LaneNode {
    if (isArrayNode(first) && !isArrayNode(second)) return this.#compareWith(op, first, second);
    if (!isArrayNode(first) && isArrayNode(second)) return this.#compareWith(MIRRORED[op], second, first);
    const lane = laneOf(commonDType((first as ArrayNode).dtype, (second as ArrayNode).dtype)) as Lane;
    return this.builder.make(op, 'bool', [this.operand(first, lane), this.operand(second, lane)]);
  }

  /** A number is compared as it is, not as what it would be rounded or wrap to in the array's dtype. */
  #compareWith(op: Comparison, array: ArrayNode, scalar: ScalarNode): LaneNode {
    const { builder } = this;
    const own = laneOf(array.dtype) as Lane;
    const isExact = isFloat(own) || (scalar.fixed && isHeld(scalar.sample, own));
    if (isExact || !isWide(own)) {
      // float64 holds all integers of up to 32 bits.
      const lane = isExact ? own : 'f64';
      return builder.make(op, 'bool', [this.operand(array, lane), this.operand(scalar, lane)]);
    }
    if (op === 'ne') return builder.make('not', 'bool', [this.#compareWith('eq', array, scalar)]);
    const x = this.array(array);
    const bound = (side: 0 | 1) => derived(scalar, `${op} ${own} ${side}`, (value) => interval(op, value, own)[side]);
    return builder.make('and', 'bool', [
      builder.make('ge', 'bool', [x, this.operand(bound(0), own)]),
      builder.make('le', 'bool', [x, this.operand(bound(1), own)]),
    ]);
  }

  #power(base: TypedNode, exponent: TypedNode, lane: Lane): LaneNode {
    const { builder } = this;
    const x = this.operand(base, lane);
    const n = exponent.kind === 'scalar' && exponent.fixed ? Number(exponent.sample) : Number.NaN;
    if (n === 0) return builder.constant(1, lane);
    if (n === 1) return x;
    if (n === 2) return this.#binary('multiply', x, x);
    if (isFloat(lane)) {
      if (n === 0.5) return builder.make('sqrt', lane, [x]);
      if (n === -1) return builder.make('div', lane, [builder.constant(1, lane), x]);
    } else if (Number.isInteger(n) && n > 0 && n <= MOST_SQUARED) {
      return this.#product(x, n);
    }
    return builder.make('pow', lane, [x, this.operand(exponent, lane)]);
  }

  /** `x` to a positive power by squaring; exact in integers that wrap. */
  #product(x: LaneNode, n: number): LaneNode {
    if (n === 1) return x;
    const half = this.#product(x, Math.floor(n / 2));
    const square = this.#binary('multiply', half, half);
    return n % 2 === 0 ? square : this.#binary('multiply', square, x);
  }
}

/** A plain number that is made of another one each time. */
function derived(node: ScalarNode, how: string, make: (value: ScalarValue) => ScalarValue): ScalarNode {
  return {
    kind: 'scalar',
    key: `${node.key} ${how}`,
    // Of a variable the worth is not known yet.
    sample: node.fixed ? make(node.sample) : node.sample,
    fixed: node.fixed,
    variable: null,
    args: [node],
    compute: ([worth]) => make(worth as ScalarValue),
  };
}

/** A number of which a 64-bit integer can be made; throws an `EvaluateError` when it is evaluated and is none. */
function finite(node: TypedNode, lane: Lane): TypedNode {
  if (isArrayNode(node)) return node;
  const check = (value: ScalarValue): ScalarValue => {
    if (typeof value !== 'number' || Number.isFinite(value)) return value;
    throw new EvaluateError(
      'variables',
      `finite numbers to compute with in ${lane === 'i64' ? 'int64' : 'uint64'}`,
      String(value),
    );
  };
  return derived(node, 'finite', check);
}

/** Whether a lane of integers holds a plain value exactly. */
function isHeld(value: ScalarValue, lane: Lane): boolean {
  if (typeof value === 'number' && !Number.isFinite(value)) return false;
  const converted = toLane(value, lane);
  return Number(value) === Number(converted) && (typeof value !== 'bigint' || BigInt(converted) === value);
}

/** The 64-bit integers `x` for which `x op value` holds, from the first to the last; none if the last is before the first. */
function interval(op: Comparison, value: ScalarValue, lane: Lane): readonly [first: bigint, last: bigint] {
  const [least, greatest] = lane === 'i64' ? [-(2n ** 63n), 2n ** 63n - 1n] : [0n, 2n ** 64n - 1n];
  const none = [greatest, least] as const;
  const [down, up] = wholes(value, greatest);
  if (down === null || up === null) return none;
  let [first, last] = [least, greatest];
  if (op === 'eq') [first, last] = [up, down];
  else if (op === 'lt') last = up - 1n;
  else if (op === 'le') last = down;
  else if (op === 'gt') first = down + 1n;
  else first = up;
  if (first > greatest || last < least || first > last) return none;
  return [first < least ? least : first, last > greatest ? greatest : last];
}

/** The integers next below and next above a number, or itself twice; null for NaN. Infinities are beyond `greatest`. */
function wholes(value: ScalarValue, greatest: bigint): readonly [bigint | null, bigint | null] {
  if (typeof value !== 'number') return [BigInt(value), BigInt(value)];
  if (Number.isNaN(value)) return [null, null];
  if (!Number.isFinite(value)) {
    const beyond = value > 0 ? 2n * greatest + 2n : -2n * greatest - 2n;
    return [beyond, beyond];
  }
  return [BigInt(Math.floor(value)), BigInt(Math.ceil(value))];
}

/** Whether an expression can be lowered: no part of it is complex. */
export function hasLanes(root: TypedNode): boolean {
  return postorder(root, argsOf).every((node) => !isArrayNode(node) || laneOf(node.dtype) !== undefined);
}

/** What surrounds an expression: see `LaneTarget`. */
export interface LaneTarget {
  /** The dtype in which the result is stored. */
  readonly dtype: DType;
  /** Lanes of inputs beyond the expression's own: the mask of `where=`, then what is there already. */
  readonly masked: boolean;
  /** Adds what is accumulated along an axis: the last input, combined by this operation. */
  readonly accumulate: 'add' | 'mul' | 'min' | 'max' | null;
}

/**
 * The elementary operations of an expression. `inputs` are the dtypes of its arrays. With `masked`, two more inputs
 * follow: a mask, and what is stored already; with `accumulate`, one more: what is accumulated so far.
 */
export function lower(root: TypedNode, inputs: readonly DType[], target: LaneTarget): LaneGraph {
  const lowering = new Lowering();
  const { builder } = lowering;
  const lanes = inputs.map((dtype) => laneOf(dtype) as Lane);
  const lane = laneOf(target.dtype) as Lane;
  // What a node is made of is lowered before it, so that lowering never goes deep.
  for (const node of postorder(root, argsOf)) if (isArrayNode(node)) lowering.array(node);
  let result = lowering.operand(root, lane);
  const load = (of: Lane) => builder.make('load', of, [], 0, lanes.push(of) - 1);
  if (target.masked) result = builder.make('select', lane, [load('bool'), result, load(lane)]);
  if (target.accumulate !== null) {
    const op =
      lane === 'bool' ? (target.accumulate === 'min' || target.accumulate === 'mul' ? 'and' : 'or') : target.accumulate;
    result = builder.make(op, lane, [load(lane), result]);
  }
  return builder.graph(result, lanes);
}
