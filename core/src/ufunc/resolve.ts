/**
 * Which dtype a ufunc computes in. For element-wise calls that is what numpy-ts does, found by asking it with a few
 * elements; for the methods it is the same, but that sums and products of small integers are made in 64 bits.
 */
import * as np from 'numpy-ts';
import { canCast } from '../dtypes/casting.ts';
import { domainOf } from '../dtypes/convert.ts';
import { type DType, infoOf } from '../dtypes/table.ts';
import { UfuncError } from './errors.ts';
import { type BinaryName, KERNELS, type Kernel } from './kernels.ts';
import { BigIntLane, ComplexLane, type Lane, NumberLane } from './lanes.ts';

/** numpy-ts chooses other code from 32 elements on, and in places another dtype with it: so it is asked with more. */
export const PROBE_ELEMENTS = 64;

type Library = Readonly<Record<string, ((...args: unknown[]) => np.NDArrayCore) | undefined>>;

/** numpy-ts's function of a name. */
export function libraryFunction(name: string): (...args: unknown[]) => np.NDArrayCore {
  const found = (np as unknown as Library)[name];
  if (found === undefined) throw new Error(`numpy-ts has no function ${name}`);
  return found;
}

const found = new Map<string, DType | Error>();

/** The dtype of numpy-ts's `name` of arrays of these dtypes, or the error that it throws. */
export function resultDType(name: string, dtypes: readonly DType[]): DType | Error {
  const key = `${name} ${dtypes.join(' ')}`;
  let known = found.get(key);
  if (known === undefined) {
    const operands = dtypes.map((dtype) => np.ones([PROBE_ELEMENTS], dtype));
    try {
      const result = libraryFunction(name)(...operands);
      known = result.dtype as DType;
      result.dispose();
    } catch (error) {
      known = error instanceof Error ? error : new Error(String(error));
    }
    for (const operand of operands) operand.dispose();
    found.set(key, known);
  }
  return known;
}

/** How a method computes. */
export interface Loop {
  readonly name: BinaryName;
  readonly kernel: Kernel;
  /** Operands are converted to this dtype. */
  readonly dtype: DType;
  /** Of the result. */
  readonly result: DType;
}

const WIDENED: ReadonlySet<string> = new Set(['add', 'multiply']);

/** Sums and products of bool and small integers are made in int64 or uint64, as NumPy's and numpy-ts's `sum`. */
function widened(name: BinaryName, dtype: DType): DType {
  const { kind, itemBytes } = infoOf(dtype);
  if (!WIDENED.has(name) || itemBytes === 8) return dtype;
  return kind === 'u' ? 'uint64' : kind === 'i' || kind === 'b' ? 'int64' : dtype;
}

/**
 * The loop of `reduce`, `accumulate` and `reduceat` for an operand of a dtype.
 *
 * @param asked the `dtype` option, or null
 * @param out the dtype of the array for the result, or null; it decides where `asked` does not, as in NumPy
 */
export function methodLoop(
  called: string,
  name: BinaryName,
  input: DType,
  asked: DType | null,
  out: DType | null,
): Loop {
  const kernel: Kernel = KERNELS[name];
  const noLoop = (why: string, got: string, options?: ErrorOptions): UfuncError =>
    new UfuncError(called, asked === null ? 'array' : 'dtype', why, got, options);
  if (kernel.kind !== 'arithmetic') {
    if (asked !== null && asked !== 'bool') throw noLoop('bool, in which this function gives its result', asked);
    if (kernel.kind === 'compare' && asked === null && input !== 'bool') {
      throw noLoop("an array of dtype bool (or `dtype: 'bool'`), since the result is compared again", `dtype ${input}`);
    }
    return { name, kernel, dtype: 'bool', result: 'bool' };
  }
  const byOut = asked === null && out !== null;
  if (byOut && !canCast(input, out, 'same_kind')) {
    throw new UfuncError(called, 'out', `a dtype that ${input} can be cast to by the rule 'same_kind'`, out);
  }
  const wanted = asked ?? (byOut ? out : null);
  if (wanted !== null && infoOf(input).kind === 'c' && infoOf(wanted).kind !== 'c') {
    throw new UfuncError(called, 'dtype', 'a complex dtype for complex numbers', wanted);
  }
  const dtype = wanted ?? widened(name, input);
  const result = resultDType(name, [dtype, dtype]);
  if (result instanceof Error) throw noLoop(`a dtype that ${name} is defined for`, dtype, { cause: result });
  if (wanted !== null && result !== wanted) {
    throw new UfuncError(called, byOut ? 'out' : 'dtype', `a dtype that ${name} can give`, wanted);
  }
  const loop = { name, kernel, dtype: result, result };
  if (!hasKernel(loop)) throw noLoop(`a dtype that ${name} is defined for`, dtype);
  return loop;
}

function hasKernel({ kernel, dtype }: Loop): boolean {
  const info = infoOf(dtype);
  const domain = domainOf(info);
  if (domain !== 'number') return kernel[domain] !== null;
  return (info.kind === 'f' ? kernel.float : kernel.int) !== null;
}

/** The loop of two operands of these dtypes, for `at` and `outer`: of numpy-ts's promotion. */
export function pairLoop(called: string, name: BinaryName, a: DType, b: DType): Loop {
  const kernel: Kernel = KERNELS[name];
  const natural = resultDType(name, [a, b]);
  if (natural instanceof Error) {
    throw new UfuncError(called, 'operands', `dtypes that ${name} is defined for`, `${a} and ${b}`, { cause: natural });
  }
  if (kernel.kind === 'truth') return { name, kernel, dtype: 'bool', result: natural };
  // Comparisons compute in what their operands are promoted to.
  const operands = kernel.kind === 'compare' ? resultDType('add', [a, b]) : natural;
  const loop: Loop = { name, kernel, dtype: operands instanceof Error ? a : operands, result: natural };
  if (hasKernel(loop)) return loop;
  throw new UfuncError(called, 'operands', `dtypes that ${name} is defined for`, `${a} and ${b}`);
}

/**
 * The lane that computes a loop.
 *
 * @param sums whether sums are kept in double precision until they are stored
 * @param exact whether to sum small integers as numbers though the result has 64 bits: exact below 2⁵³
 */
export function laneOf(loop: Loop, sums: boolean, exact = false): Lane {
  const { kernel, dtype, name } = loop;
  const info = infoOf(dtype);
  const sum = sums && name === 'add' && (info.kind === 'f' || info.kind === 'c');
  const truth = kernel.kind !== 'arithmetic' && dtype === 'bool';
  if (exact) {
    return new NumberLane((a, b) => a + b, { dtype, closed: true, truth: false, sum: true }) as unknown as Lane;
  }
  switch (domainOf(info)) {
    case 'bigint':
      return new BigIntLane(kernel.bigint as NonNullable<Kernel['bigint']>, dtype) as unknown as Lane;
    case 'complex':
      return new ComplexLane(kernel.complex as NonNullable<Kernel['complex']>, dtype, sum) as unknown as Lane;
    case 'number': {
      const make = (info.kind === 'f' ? kernel.float : kernel.int) as NonNullable<Kernel['float']>;
      return new NumberLane(make(dtype), { dtype, closed: kernel.closed, truth, sum }) as unknown as Lane;
    }
  }
}
