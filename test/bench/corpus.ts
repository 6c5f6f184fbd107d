/**
 * Files as applications have them: classes, records, parsing, reporting, and among them one tenth of array code. The
 * same length gives the same text on every machine.
 */

/** Code without arrays; each takes a number that makes its names its own. */
const ORDINARY: readonly ((n: number) => string)[] = [
  (n) => `export interface Order${n} {
  readonly id: string;
  readonly customer: string;
  readonly lines: readonly { readonly sku: string; readonly quantity: number; readonly cents: number }[];
  readonly placed: Date;
  readonly status: 'open' | 'paid' | 'shipped';
}

export function totalOf${n}(order: Order${n}, discount = 0): number {
  let cents = 0;
  for (const line of order.lines) {
    if (line.quantity <= 0) continue;
    cents += line.quantity * line.cents;
  }
  return Math.round(cents * (1 - discount));
}
`,
  (n) => `export class Cache${n}<K, V> {
  readonly #entries = new Map<K, { value: V; until: number }>();
  readonly #ttl: number;
  #hits = 0;
  #misses = 0;

  constructor(ttl: number) {
    this.#ttl = ttl;
  }

  get(key: K, now: number, make: (key: K) => V): V {
    const found = this.#entries.get(key);
    if (found && found.until > now) {
      this.#hits++;
      return found.value;
    }
    this.#misses++;
    const value = make(key);
    this.#entries.set(key, { value, until: now + this.#ttl });
    return value;
  }

  get ratio(): number {
    const all = this.#hits + this.#misses;
    return all === 0 ? 0 : this.#hits / all;
  }
}
`,
  (n) => `export function parseLine${n}(line: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const part of line.split(';')) {
    const at = part.indexOf('=');
    if (at < 0) continue;
    const key = part.slice(0, at).trim().toLowerCase();
    const value = part.slice(at + 1).trim();
    if (key === '') throw new SyntaxError(\`empty key in '\${line}'\`);
    fields.set(key, value);
  }
  return fields;
}
`,
  (n) => `const RETRIES${n} = 3;

export async function withRetry${n}<T>(work: () => Promise<T>, log: (message: string) => void): Promise<T> {
  let last: unknown = null;
  for (let attempt = 1; attempt <= RETRIES${n}; attempt++) {
    try {
      return await work();
    } catch (error) {
      last = error;
      log(\`attempt \${attempt} of \${RETRIES${n}} failed\`);
      await new Promise((resolve) => setTimeout(resolve, attempt * 100));
    }
  }
  throw last;
}
`,
  (n) => `type Event${n} =
  | { readonly kind: 'added'; readonly name: string; readonly at: number }
  | { readonly kind: 'removed'; readonly name: string }
  | { readonly kind: 'renamed'; readonly from: string; readonly to: string };

export function applyEvent${n}(names: readonly string[], event: Event${n}): string[] {
  switch (event.kind) {
    case 'added':
      return [...names.slice(0, event.at), event.name, ...names.slice(event.at)];
    case 'removed':
      return names.filter((name) => name !== event.name);
    case 'renamed':
      return names.map((name) => (name === event.from ? event.to : name));
  }
}
`,
  (n) => `export function groupBy${n}<T, K extends string>(items: readonly T[], keyOf: (item: T) => K): Record<K, T[]> {
  const groups = {} as Record<K, T[]>;
  for (const item of items) {
    const key = keyOf(item);
    groups[key] ??= [];
    groups[key].push(item);
  }
  return groups;
}

export function report${n}(rows: readonly { readonly name: string; readonly value: number }[]): string {
  const width = Math.max(...rows.map((row) => row.name.length));
  const lines = rows.map((row) => \`\${row.name.padEnd(width)} \${row.value.toFixed(2)}\`);
  return lines.join('\\n');
}
`,
  (n) => `export abstract class Shape${n} {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  abstract area(): number;

  describe(): string {
    return \`\${this.name} of \${this.area().toFixed(3)}\`;
  }
}

export class Circle${n} extends Shape${n} {
  readonly #radius: number;

  constructor(radius: number) {
    super('circle');
    this.#radius = radius;
  }

  area(): number {
    return Math.PI * this.#radius ** 2;
  }
}
`,
  (n) => `export interface Options${n} {
  readonly verbose?: boolean;
  readonly limit?: number;
  readonly include?: readonly string[];
}

export function normalise${n}(options: Options${n} = {}): Required<Options${n}> {
  const { verbose = false, limit = 100, include = [] } = options;
  if (!Number.isInteger(limit) || limit < 1) throw new RangeError(\`limit must be a positive integer, not \${limit}\`);
  return { verbose, limit, include: [...new Set(include)].sort() };
}
`,
  (
    n,
  ) => `export function* walk${n}(tree: { readonly name: string; readonly children?: readonly unknown[] }): Generator<string> {
  const stack: unknown[] = [tree];
  while (stack.length > 0) {
    const node = stack.pop() as { name: string; children?: unknown[] };
    yield node.name;
    for (const child of node.children ?? []) stack.push(child);
  }
}

export const formatDate${n} = (date: Date): string => {
  const two = (value: number) => String(value).padStart(2, '0');
  return \`\${date.getFullYear()}-\${two(date.getMonth() + 1)}-\${two(date.getDate())}\`;
};
`,
];

/** Code with arrays. */
const ARRAYS: readonly ((n: number) => string)[] = [
  (n) => `export function normalised${n}(frame: np.NDArray): np.NDArray {
  const mean = np.mean(frame) as number;
  const centred = np.subtract(frame, mean);
  const scale = np.std(frame) as number;
  return np.divide(centred, scale);
}
const frame${n} = np.zeros([480, 640]);
export const result${n} = normalised${n}(frame${n});
`,
  (n) => `export function blend${n}(height: number, width: number): np.NDArray {
  const a = np.ones([height, width], 'float32');
  const b = np.full([height, width], 0.5, 'float32');
  return a.multiply(a).add(b.multiply(b)).add(a.multiply(b).multiply(2));
}
export const blended${n} = blend${n}(512, 512);
`,
  (n) => `export function windows${n}(samples: Float64Array, size: number): number[] {
  const out: number[] = [];
  for (let i = 0; i + size <= samples.length; i += size) {
    const part = np.array(samples.subarray(i, i + size));
    out.push(np.max(part) as number);
  }
  return out;
}
export const peaks${n} = windows${n}(new Float64Array(4096), 256);
`,
  (n) => `export class Raster${n} {
  readonly pixels: np.NDArray;
  constructor(readonly height: number, readonly width: number) {
    this.pixels = np.zeros([height, width, 3], 'uint8');
  }
  grey(): np.NDArray {
    return np.mean(this.pixels, 2);
  }
}
export const grey${n} = new Raster${n}(600, 800).grey();
`,
];

/** The function of every file that the benchmark types in. */
export const TYPED = { before: 'const factor = 2;', inside: 'tuned' } as const;

const EDITED = `export function tuned(rows: number): np.NDArray {
  const factor = 2;
  const base = np.arange(rows * 128).reshape(rows, 128);
  return base.multiply(factor).add(base.copy());
}
export const tunedResult = tuned(1024);
`;

/** A program of about `lines` lines, a tenth of them array code. `header` comes after the import of the library. */
export function source(lines: number, header = ''): string {
  const parts = ["import * as np from 'numpy-ts';", header, EDITED];
  let arrays = count(EDITED);
  let all = arrays + 2;
  for (let n = 0; all < lines; n++) {
    const kinds = arrays * 10 < all ? ARRAYS : ORDINARY;
    const part = (kinds[n % kinds.length] as (n: number) => string)(n);
    parts.push(part);
    all += count(part);
    if (kinds === ARRAYS) arrays += count(part);
  }
  return parts.join('\n');
}

const count = (text: string): number => text.split('\n').length;
