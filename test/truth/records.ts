/** What a run of an instrumented program reports: plain data, written by the child and read by the harness. */

/** One kind of array that an expression really was. */
export interface ArrayRecord {
  readonly library: 'numpy-ts' | 'typed-array';
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly nbytes: number;
  /** Null where a run cannot tell (a disposed array, a buffer shared with a runtime's own pool). */
  readonly storage: 'owns' | 'view' | null;
  /** Every order that is a true description: a contiguous vector is both C and F. */
  readonly orders: readonly ('C' | 'F' | 'none')[];
  /** What the owner's allocation takes: the pool's size class and header, or the JavaScript buffer. */
  readonly resident: number | null;
}

export interface SiteRecord {
  readonly site: number;
  readonly arrays: readonly (ArrayRecord & { readonly times: number })[];
  /** How often the value was something else: a number, a list, undefined. */
  readonly others: number;
}

export interface PeakRecord {
  readonly function: number;
  readonly calls: number;
  /** The most pool bytes that any call held at once beyond what was held at its entry. */
  readonly poolBytes: number;
  /** Bytes of typed arrays created during that call: an upper bound of what it held of them. */
  readonly jsBytes: number;
}

export interface RunReport {
  readonly sites: readonly SiteRecord[];
  readonly peaks: readonly PeakRecord[];
}

/** What a child is told. Keys are URLs of files, values the texts that take the place of theirs. */
export interface RunPlan {
  readonly sources: Readonly<Record<string, string>>;
}
