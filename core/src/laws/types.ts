/**
 * The language in which a library call is described to the law engine, and in which the engine answers.
 *
 * A *call spec* is one call with everything that its result can depend on: the function, each argument's kind, dtype,
 * shape and strides, and constants by value. Sizes are expressions over symbols, so that one spec stands for all
 * sizes. A *law answer* says what the call returns and costs, with sizes as expressions over the same symbols. It is
 * found by executing the library, never written by hand.
 *
 * Plain data only: specs and answers cross a worker boundary and are stored as JSON.
 */

export const DTYPES = [
  'float64',
  'float32',
  'float16',
  'int64',
  'int32',
  'int16',
  'int8',
  'uint64',
  'uint32',
  'uint16',
  'uint8',
  'bool',
  'complex128',
  'complex64',
] as const;
export type DType = (typeof DTYPES)[number];

/** Bytes of one element. */
export const ITEM_BYTES: Readonly<Record<DType, number>> = {
  float64: 8,
  float32: 4,
  float16: 2,
  int64: 8,
  int32: 4,
  int16: 2,
  int8: 1,
  uint64: 8,
  uint32: 4,
  uint16: 2,
  uint8: 1,
  bool: 1,
  complex128: 16,
  complex64: 8,
};

/** A size: an integer, a symbol, or an expression over them. Integer arithmetic throughout. */
export type DimExpr =
  | number
  | { readonly sym: string }
  | { readonly op: 'add' | 'mul' | 'min' | 'max'; readonly args: readonly DimExpr[] }
  | { readonly op: 'floordiv' | 'ceildiv'; readonly args: readonly [DimExpr, DimExpr] };

/** The constructors of typed arrays. */
export const TYPED_ARRAYS = [
  'Float64Array',
  'Float32Array',
  'Float16Array',
  'BigInt64Array',
  'BigUint64Array',
  'Int32Array',
  'Uint32Array',
  'Int16Array',
  'Uint16Array',
  'Int8Array',
  'Uint8Array',
  'Uint8ClampedArray',
] as const;
export type TypedArrayName = (typeof TYPED_ARRAYS)[number];

/** One argument (or the receiver) of a call. */
export type ArgSpec =
  | {
      readonly kind: 'array';
      /** `NDArray` has all methods, `NDArrayCore` (what some functions return) only the basic ones. */
      readonly cls: 'NDArray' | 'NDArrayCore';
      readonly dtype: DType;
      readonly shape: readonly DimExpr[];
      /** Element strides, one per axis; null where the layout is not known (then several layouts are tried). */
      readonly strides: readonly DimExpr[] | null;
    }
  | { readonly kind: 'typed'; readonly ctor: TypedArrayName; readonly length: DimExpr }
  /** An integer whose value matters by its relation to sizes (a length, an index, a count). */
  | { readonly kind: 'int'; readonly value: DimExpr }
  /** A number that is not an integer (or is not finite): by value. NaN and infinities as strings in JSON. */
  | { readonly kind: 'float'; readonly value: number | 'NaN' | 'Infinity' | '-Infinity' | '-0' }
  /** A number whose value is not known. The law must hold whatever it is. */
  | { readonly kind: 'anyNumber'; readonly integer: boolean }
  | { readonly kind: 'bigint'; readonly value: string }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
  | { readonly kind: 'undefined' }
  /** `Complex(re, im)`. */
  | { readonly kind: 'complex'; readonly re: number; readonly im: number }
  /** A JavaScript array whose elements are known: a shape, a tuple of axes, a sequence of arrays, a small literal. */
  | { readonly kind: 'list'; readonly items: readonly ArgSpec[] }
  /** A JavaScript array of `length` elements that are all described by `item` (nested for nested literals). */
  | { readonly kind: 'listOf'; readonly length: DimExpr; readonly item: ArgSpec }
  | { readonly kind: 'object'; readonly fields: Readonly<Record<string, ArgSpec>> };

export type Target =
  /** `np.add` is `add`, `np.linalg.inv` is `linalg.inv`. */
  | { readonly kind: 'function'; readonly path: string }
  /** A method of the receiver, which is `args[0]`. */
  | { readonly kind: 'method'; readonly name: string }
  /** A property read (`x.T`, `x.data`); the receiver is `args[0]`. */
  | { readonly kind: 'property'; readonly name: string }
  /** An element access `x[i]`; the receiver is `args[0]`, the index `args[1]`. */
  | { readonly kind: 'index' };

/** The entry points of numpy-ts. */
export type ArrayModule = 'numpy-ts' | 'numpy-ts/core' | 'numpy-ts/node';

/** `bytelens` is the runtime core: functions only, by their path (`ufunc.add.reduce`). */
export type LibraryModule = ArrayModule | 'bytelens';

export interface CallSpec {
  readonly module: LibraryModule;
  readonly target: Target;
  readonly args: readonly ArgSpec[];
}

/** Where in the arguments: `[0]` the first (the receiver of a method), `[0, 1]` the second item of a list there. */
export type ArgPath = readonly (number | string)[];

/** A size of a result: an expression, or not known (data-dependent, say), with an upper bound where one holds. */
export type ResultDim = DimExpr | { readonly unknown: string; readonly atMost?: DimExpr };

export type Storage =
  /** Memory of its own, taken by this call. */
  | { readonly kind: 'owns' }
  /** Shares the memory of the argument at `of` (another object over the same memory). */
  | { readonly kind: 'view'; readonly of: ArgPath }
  /** Is the argument at `of`: the same object. */
  | { readonly kind: 'same'; readonly of: ArgPath }
  /** Sometimes a view, sometimes not; `why` says on what it depends. */
  | { readonly kind: 'either'; readonly why: string };

export type Outcome =
  | {
      readonly kind: 'array';
      readonly cls: 'NDArray' | 'NDArrayCore';
      readonly dtype: DType;
      readonly shape: readonly ResultDim[];
      /** Element strides, or null where they are not known. */
      readonly strides: readonly DimExpr[] | null;
      readonly storage: Storage;
      /** Where a result that owns its memory keeps it: the WebAssembly pool, a JavaScript buffer, or shared memory. */
      readonly backing: 'pool' | 'js' | 'shared';
      /** Bytes that the library really keeps per element (float16 without native support keeps 4). */
      readonly storedItemBytes: number;
      /**
       * The bytes of the whole block behind a result that owns its memory, where they are not a multiple of its
       * elements (`unique` keeps the block that it made for all elements). Before rounding to a pool class.
       */
      readonly heldBytes?: ResultDim;
    }
  | { readonly kind: 'typed'; readonly ctor: TypedArrayName; readonly length: ResultDim; readonly storage: Storage }
  | { readonly kind: 'scalar'; readonly type: 'number' | 'bigint' | 'boolean' | 'string' | 'complex' }
  /** A JavaScript array of results with a fixed count (`split(a, 3)`, `nonzero` of a 2-d array). */
  | { readonly kind: 'list'; readonly items: readonly Outcome[] }
  /** A JavaScript array whose length varies with the data or sizes (`tolist`). */
  | { readonly kind: 'listOf'; readonly length: ResultDim; readonly item: Outcome }
  /** A plain object with results in its fields (`{ q, r }`). */
  | { readonly kind: 'object'; readonly fields: Readonly<Record<string, Outcome>> }
  | { readonly kind: 'undefined' }
  | { readonly kind: 'null' }
  /** Something that is no array and holds none (a string builder, a generator); `description` names it. */
  | { readonly kind: 'other'; readonly description: string };

/** Bytes that a call takes inside itself beyond its result, at the moment when all together are the most. */
export interface Transient {
  /** Pool bytes, in size classes, as a sum over buffers: each is `items × itemBytes`, rounded by the pool. */
  readonly pool: readonly { readonly items: DimExpr; readonly itemBytes: number }[];
  /** Those pool buffers that the call leaves behind for the garbage collector; absent where there are none. */
  readonly dropped?: readonly { readonly items: DimExpr; readonly itemBytes: number }[];
  /** At that moment the result is not made yet: it does not count then. */
  readonly early?: true;
  /** Bytes of JavaScript typed arrays. */
  readonly js: readonly { readonly items: DimExpr; readonly itemBytes: number }[];
}

export interface Law {
  readonly outcome: Outcome;
  /** Arguments whose memory the call writes. */
  readonly writes: readonly ArgPath[];
  /** Null where it could not be confirmed. */
  readonly transient: Transient | null;
  /** `exact`: executed at the very sizes of the spec. `fitted`: learned on small sizes and confirmed on others. */
  readonly how: 'exact' | 'fitted';
}

export type LawAnswer =
  | { readonly ok: true; readonly law: Law }
  /** `reason` is a sentence for a person; `throws` is the library's own error where every execution threw. */
  /** `throwsAt`: where it threw at some sizes. */
  | { readonly ok: false; readonly reason: string; readonly throws?: string; readonly throwsAt?: string };

/** What the analysis asks. Synchronous: answers come from the table, the cache, or a live probe in a worker. */
export interface Laws {
  /** The law of one call. Never throws; never blocks for longer than the probe's time limit. */
  answer(call: CallSpec): LawAnswer;
  /** Whether numpy-ts exports something at this path (`add`, `linalg`, `linalg.inv`) and what it is. */
  exportKind(module: ArrayModule, path: string): 'function' | 'namespace' | 'class' | 'constant' | null;
  /** Whether an array of this class has a method or property of this name. */
  memberKind(cls: 'NDArray' | 'NDArrayCore', name: string): 'method' | 'property' | null;
  /** The bundled library's version, `1.7.0`. */
  readonly version: string;
  /** How long, from now on, calls may be executed for answers that are not at hand. What takes longer is owed. */
  spend(ms: number): void;
  /** How many answers were refused because the time was spent: asked again with more time, they are found. */
  readonly owed: number;
  /** Gets ready in the background what executes the library, so that the first answer comes sooner. */
  warm(): void;
  close(): void;
}
