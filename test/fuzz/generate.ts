/**
 * Makes random programs that use numpy-ts as people do, and that print what tells one array from another. This file is
 * long because it is one grammar: each kind of statement is a short function, and splitting them would hide the whole.
 *
 * Shapes are tracked, so that most programs run; what the library refuses all the same is left to the caller. A program
 * is a list of statements, so that a failing one can be made smaller by leaving some away.
 */
import { NATIVE_DTYPES } from '../support/dtypes.ts';
import { Random } from '../support/random.ts';

export interface Program {
  readonly seed: number;
  readonly statements: readonly string[];
}

type Shape = readonly number[];

interface Expression {
  readonly code: string;
  readonly shape: Shape;
  /** Null where it is not tracked. */
  readonly dtype: string | null;
}

interface Variable extends Expression {
  /** Variables of one group are the same array. */
  readonly group: number;
  /** Whether the numbers are what a run of the program determines: `empty` gives whatever was there. */
  readonly writable: boolean;
}

interface Helper {
  readonly name: string;
  readonly shapeOf: (shape: Shape) => Shape | null;
  /** Further arguments of a call. */
  readonly more: (r: Random) => string;
}

export const HEADER = "import * as np from 'numpy-ts';";

const DTYPE_WEIGHTS = [5, 3, 1, 4, 2, 1, 1, 1, 3, 4, 1];
const LARGE: readonly Shape[] = [[40000], [256, 160], [70000], [200, 300], [64, 700], [16, 40, 64], [100000]];
const SMALL: readonly Shape[] = [[3], [6], [2, 3], [4, 5], [2, 3, 4], [5, 1], [1, 4], [40], [8, 8], [31], [33]];
const MOST_ELEMENTS = 250_000;

const count = (shape: Shape): number => shape.reduce((a, b) => a * b, 1);
const same = (a: Shape, b: Shape): boolean => a.length === b.length && a.every((n, i) => n === b[i]);

/** The shape of two arrays together, or null where they do not go together. */
function broadcast(a: Shape, b: Shape): Shape | null {
  const out: number[] = [];
  for (let i = 1; i <= Math.max(a.length, b.length); i++) {
    const x = a.at(-i) ?? 1;
    const y = b.at(-i) ?? 1;
    if (x !== y && x !== 1 && y !== 1) return null;
    out.unshift(x === 1 ? y : x);
  }
  return out;
}

/** How many elements `start:stop:step` takes of `n`, as Python counts. */
function sliced(n: number, start: number | null, stop: number | null, step: number): number {
  const clamp = (x: number, lo: number, hi: number): number => Math.min(Math.max(x < 0 ? x + n : x, lo), hi);
  if (step > 0) {
    const from = start === null ? 0 : clamp(start, 0, n);
    const to = stop === null ? n : clamp(stop, 0, n);
    return Math.max(0, Math.ceil((to - from) / step));
  }
  const from = start === null ? n - 1 : clamp(start, -1, n - 1);
  const to = stop === null ? -1 : clamp(stop, -1, n - 1);
  return Math.max(0, Math.ceil((from - to) / -step));
}

class Generator {
  readonly #r: Random;
  readonly #statements: string[] = [];
  readonly #variables: Variable[] = [];
  readonly #numbers: string[] = [];
  readonly #helpers: Helper[] = [];
  readonly #palette: Shape[];
  /** The statements of the block that is being written, with their indentation. */
  #indent = '';
  #block: string[] | null = null;
  #names = 0;
  #groups = 0;
  #mayDispose = true;
  /** Values are integers as often as the program likes them to be. */
  readonly #integral: number;

  constructor(seed: number) {
    this.#r = new Random(seed);
    const r = this.#r;
    this.#integral = r.pick([0.5, 0.9, 1]);
    const large = r.pick(LARGE);
    const small = r.pick(SMALL);
    this.#palette = [large, large, small, small];
    for (const shape of [large, small]) {
      if (shape.length > 1) this.#palette.push(shape.slice(1), shape.with(-1, 1));
    }
    if (r.chance(0.3)) this.#palette.push(r.pick(SMALL));
    if (r.chance(0.15)) this.#palette.splice(0, 2);
  }

  run(): string[] {
    const r = this.#r;
    const length = r.int(6, 30);
    for (let i = r.int(0, 2); i > 0; i--) this.#helper();
    for (let i = r.int(2, 4); i > 0; i--) this.#define(this.#creation());
    while (this.#statements.length < length) this.#statement();
    for (const v of this.#variables) this.#digest(v);
    for (const n of this.#numbers.slice(0, 4)) this.#emit(`console.log('${n}', ${n});`);
    return this.#statements;
  }

  // Names and statements

  #emit(code: string): void {
    if (this.#block) this.#block.push(this.#indent + code);
    else this.#statements.push(code);
  }

  #name(prefix: string): string {
    return `${prefix}${this.#names++}`;
  }

  #remember(code: string, e: Expression, group = this.#groups++, writable = true): Variable {
    const v = { code, shape: e.shape, dtype: e.dtype, group, writable };
    this.#variables.push(v);
    return v;
  }

  #define(e: Expression, alias?: Variable): void {
    const r = this.#r;
    const name = this.#name('a');
    const keyword = r.chance(0.2) ? 'let' : 'const';
    const type = r.chance(0.15) ? ': np.NDArray' : '';
    this.#emit(`${keyword} ${name}${type} = ${e.code}${type === '' ? '' : ' as np.NDArray'};`);
    this.#remember(name, e, alias?.group, alias?.writable);
  }

  #variable(ok: (v: Variable) => boolean = () => true): Variable | null {
    const all = this.#variables.filter(ok);
    if (all.length === 0) return null;
    // What was made last is used more often.
    return this.#r.chance(0.4) ? (all.at(-1) as Variable) : this.#r.pick(all);
  }

  // Numbers

  #scalar(): string {
    const r = this.#r;
    if (this.#numbers.length > 0 && r.chance(0.1)) return r.pick(this.#numbers);
    if (r.chance(this.#integral))
      return String(
        r.weighted([
          [6, r.int(1, 5)],
          [2, r.int(-4, 0)],
          [2, r.int(6, 300)],
        ]),
      );
    return r.pick(['0.5', '2.5', '1.25', '-0.75', '0.1', '3.3']);
  }

  #dtype(): string {
    const pairs = NATIVE_DTYPES.map((dtype, i) => [DTYPE_WEIGHTS[i] as number, dtype] as const);
    return this.#r.weighted(pairs);
  }

  #axis(shape: Shape): number {
    return this.#r.int(0, shape.length - 1);
  }

  #axisText(shape: Shape, axis: number): string {
    return String(this.#r.chance(0.25) ? axis - shape.length : axis);
  }

  // Creations

  #creation(shape: Shape = this.#r.pick(this.#palette)): Expression {
    const r = this.#r;
    const n = count(shape);
    const text = `[${shape.join(', ')}]`;
    const given = r.chance(0.5) ? this.#dtype() : null;
    const dtype = given === null ? '' : `, '${given}'`;
    const made = (code: string, of: string | null): Expression => ({ code, shape, dtype: of });
    const wrapped = (code: string, of: string | null): Expression =>
      made(shape.length === 1 ? code : `${code}.reshape(${r.chance(0.3) ? text : shape.join(', ')})`, of);
    return r.weighted<() => Expression>([
      [2, () => made(`np.zeros(${text}${dtype})`, given ?? 'float64')],
      [3, () => made(`np.ones(${text}${dtype})`, given ?? 'float64')],
      [3, () => made(`np.full(${text}, ${this.#scalar()}${dtype})`, given)],
      [5, () => wrapped(this.#arange(n, given), given ?? 'float64')],
      [1, () => wrapped(`np.linspace(0, ${r.pick([1, n - 1, 10])}, ${n})`, 'float64')],
      [2, () => this.#typed(shape)],
      [2, () => this.#listed(shape)],
      [1, () => made(`np.tile(np.arange(${shape.at(-1)}), [${[...shape.slice(0, -1), 1].join(', ')}])`, 'float64')],
      [1, () => this.#like() ?? made(`np.ones(${text})`, 'float64')],
      [1, () => this.#square() ?? made(`np.zeros(${text})`, 'float64')],
    ])();
  }

  #arange(n: number, dtype: string | null): string {
    if (dtype === null) return this.#r.pick([`np.arange(${n})`, `np.arange(0, ${n})`, `np.arange(${n}, 0, -1)`]);
    if (dtype === 'bool' || /8$/.test(dtype)) return `np.arange(${n}).mod(${this.#r.int(2, 90)}).astype('${dtype}')`;
    return `np.arange(0, ${n}, 1, '${dtype}')`;
  }

  #typed(shape: Shape): Expression {
    const r = this.#r;
    const ctor = r.pick(['Uint8Array', 'Float32Array', 'Int16Array', 'Float64Array', 'Int32Array']);
    const dtype = ctor.replace('Array', '').toLowerCase();
    const name = this.#name('t');
    this.#emit(`const ${name} = new ${ctor}(${count(shape)});`);
    this.#emit(`for (let i = 0; i < ${name}.length; i++) ${name}[i] = (i * ${r.int(1, 9)}) % ${r.int(2, 120)};`);
    return { code: `np.array(${name})${shape.length > 1 ? `.reshape(${shape.join(', ')})` : ''}`, shape, dtype };
  }

  #listed(shape: Shape): Expression {
    const r = this.#r;
    const small = count(shape) <= 40 ? shape : r.pick(SMALL.filter((s) => count(s) <= 24));
    const nest = (axes: Shape): string => {
      const [n = 0, ...rest] = axes;
      const item = rest.length === 0 ? () => this.#literal() : () => nest(rest);
      return `[${Array.from({ length: n }, item).join(', ')}]`;
    };
    const dtype = r.chance(0.4) ? this.#dtype() : null;
    const plain = dtype?.endsWith('64') && dtype !== 'float64' ? null : dtype;
    return { code: `np.array(${nest(small)}${plain ? `, '${plain}'` : ''})`, shape: small, dtype: plain ?? 'float64' };
  }

  #literal(): string {
    return this.#r.chance(this.#integral) ? String(this.#r.int(-9, 60)) : `${this.#r.int(0, 9)}.${this.#r.int(1, 9)}`;
  }

  #like(): Expression | null {
    const v = this.#variable();
    if (!v) return null;
    const call = this.#r.pick([
      'np.zeros_like(#)',
      'np.ones_like(#)',
      "np.full_like(#, 3, 'int32')",
      'np.full_like(#, 2)',
    ]);
    return { code: call.replace('#', v.code), shape: v.shape, dtype: call.includes('int32') ? 'int32' : v.dtype };
  }

  #square(): Expression | null {
    const n = this.#r.pick([4, 220]);
    return {
      code: this.#r.pick([`np.eye(${n})`, `np.identity(${n})`, `np.tri(${n})`]),
      shape: [n, n],
      dtype: 'float64',
    };
  }

  // Expressions over variables

  /** An array that shares memory with a variable, or a copy of it. */
  #moved(v: Expression): Expression {
    const r = this.#r;
    const { code: x, shape } = v;
    const keep = (code: string, s: Shape = shape): Expression => ({ code, shape: s, dtype: v.dtype });
    const rank = shape.length;
    const dtype = this.#dtype();
    return r.weighted<() => Expression>([
      [6, () => this.#slice(v)],
      [rank > 1 ? 3 : 0.3, () => keep(`${x}.T`, shape.toReversed())],
      [2, () => this.#reshape(v)],
      [2, () => keep(`${x}.copy()`)],
      [1, () => keep(`np.copy(${x})`)],
      [2, () => keep(`${x}.flatten()`, [count(shape)])],
      [2, () => keep(`${x}.ravel()`, [count(shape)])],
      [1, () => keep(`np.array(${x})`)],
      [2, () => ({ code: `${x}.astype('${dtype}')`, shape, dtype })],
      [v.dtype ? 1 : 0, () => keep(`${x}.astype('${v.dtype}')`)],
      [1, () => keep(`np.flip(${x})`)],
      [1, () => keep(`np.ascontiguousarray(${x})`)],
      [
        0.5,
        () => {
          // It is the very same array: disposing of one would end both.
          this.#mayDispose = false;
          return keep(`np.asarray(${x})`);
        },
      ],
      [rank > 1 ? 1 : 0, () => keep(`np.transpose(${x})`, shape.toReversed())],
      [
        rank > 1 ? 1 : 0,
        () => keep(`np.swapaxes(${x}, 0, 1)`, [shape[1] as number, shape[0] as number, ...shape.slice(2)]),
      ],
      [1, () => keep(`np.expand_dims(${x}, 0)`, [1, ...shape])],
      [
        shape.includes(1) ? 1 : 0,
        () =>
          keep(
            `np.squeeze(${x})`,
            shape.filter((n) => n !== 1),
          ),
      ],
    ])();
  }

  #reshape(v: Expression): Expression {
    const r = this.#r;
    const n = count(v.shape);
    const factor = [2, 3, 4, 5, 8, 10].filter((f) => n % f === 0);
    const shapes: string[] = ['-1', `${n}`];
    const results: Shape[] = [[n], [n]];
    if (factor.length > 0) {
      const f = r.pick(factor);
      shapes.push(`${f}, ${n / f}`, `-1, ${f}`, `[${n / f}, ${f}]`);
      results.push([f, n / f], [n / f, f], [n / f, f]);
    }
    const i = r.int(0, shapes.length - 1);
    const shape = results[i] as Shape;
    const text = shapes[i] as string;
    const code = r.chance(0.7)
      ? `${v.code}.reshape(${text})`
      : `np.reshape(${v.code}, [${text.replace(/[[\]]/g, '')}])`;
    return { code, shape, dtype: v.dtype };
  }

  #slice(v: Expression): Expression {
    const r = this.#r;
    const parts: string[] = [];
    const shape: number[] = [];
    const axes = r.int(1, v.shape.length);
    for (const [axis, n] of v.shape.entries()) {
      if (axis >= axes) shape.push(n);
      else if (r.chance(0.15) && v.shape.length > 1 && n > 0) parts.push(`'${r.chance(0.3) ? -1 : r.int(0, n - 1)}'`);
      else {
        const step = r.weighted([
          [6, 1],
          [2, 2],
          [2, -1],
          [1, 3],
          [1, -2],
        ]);
        const start = r.chance(0.5) ? r.int(0, Math.min(n - 1, 9)) : null;
        const stop = r.chance(0.5) ? r.pick([n, n - 1, -1, Math.ceil(n / 2), Math.min(n, 12)]) : null;
        const forward = step > 0 ? [start, stop] : [stop, start];
        const taken = sliced(n, forward[0] ?? null, forward[1] ?? null, step);
        if (taken === 0) {
          parts.push("':'");
          shape.push(n);
          continue;
        }
        parts.push(`'${forward[0] ?? ''}:${forward[1] ?? ''}${step === 1 ? '' : `:${step}`}'`);
        shape.push(taken);
      }
    }
    if (shape.length === 0) return { code: `${v.code}.slice(':')`, shape: v.shape, dtype: v.dtype };
    return { code: `${v.code}.slice(${parts.join(', ')})`, shape, dtype: v.dtype };
  }

  #elementwise(v: Expression): Expression {
    const r = this.#r;
    const out = (code: string, shape: Shape = v.shape, dtype: string | null = null): Expression => ({
      code,
      shape,
      dtype,
    });
    const binary = r.weighted<string>([
      [5, 'add'],
      [4, 'subtract'],
      [5, 'multiply'],
      [2, 'divide'],
      [1, 'mod'],
      [1, 'power'],
      [1, 'maximum'],
      [1, 'minimum'],
      [1, 'floor_divide'],
    ]);
    const compare = r.pick(['greater', 'less', 'greater_equal', 'less_equal', 'equal', 'not_equal']);
    const unary = r.weighted<string>([
      [2, 'absolute'],
      [2, 'negative'],
      [2, 'square'],
      [1, 'sqrt'],
      [1, 'floor'],
      [1, 'ceil'],
      [0.5, 'exp'],
      [0.5, 'sin'],
      [1, 'sign'],
      [1, 'round'],
      [0.5, 'log1p'],
      [0.5, 'invert'],
      [0.5, 'logical_not'],
    ]);
    const functionOnly = new Set(['maximum', 'minimum', 'log1p', 'invert', 'logical_not', 'floor_divide']);
    return r.weighted<() => Expression>([
      [
        5,
        () => {
          const by = binary === 'power' ? String(r.int(1, 3)) : this.#scalar();
          if (functionOnly.has(binary) || r.chance(0.4)) return out(`np.${binary}(${v.code}, ${by})`);
          return out(`${v.code}.${binary}(${by})`);
        },
      ],
      [
        5,
        () => {
          const other = this.#variable((x) => broadcast(x.shape, v.shape) !== null && count(x.shape) <= MOST_ELEMENTS);
          const op = binary === 'power' ? 'add' : binary;
          const b = other ?? v;
          const shape = broadcast(v.shape, b.shape) as Shape;
          if (count(shape) > MOST_ELEMENTS) return out(`${v.code}.add(1)`);
          if (functionOnly.has(op) || r.chance(0.4)) return out(`np.${op}(${v.code}, ${b.code})`, shape);
          return out(`${v.code}.${op}(${b.code})`, shape);
        },
      ],
      [2, () => out(functionOnly.has(unary) || r.chance(0.5) ? `np.${unary}(${v.code})` : `${v.code}.${unary}()`)],
      [
        1.5,
        () =>
          out(
            r.chance(0.5) ? `np.${compare}(${v.code}, ${this.#scalar()})` : `${v.code}.${compare}(${this.#scalar()})`,
            v.shape,
            'bool',
          ),
      ],
      [1, () => out(`np.clip(${v.code}, ${r.int(-5, 2)}, ${r.int(3, 200)})`)],
      [
        1.5,
        () => {
          const other = this.#variable((x) => same(x.shape, v.shape)) ?? v;
          return out(
            `np.where(${v.code}.${compare}(${this.#scalar()}), ${v.code}, ${r.chance(0.6) ? other.code : this.#scalar()})`,
          );
        },
      ],
    ])();
  }

  #reduction(v: Expression): Expression {
    const r = this.#r;
    const axis = this.#axis(v.shape);
    const keep = r.chance(0.35);
    const name = r.weighted<string>([
      [4, 'sum'],
      [2, 'mean'],
      [2, 'max'],
      [2, 'min'],
      [1, 'std'], // `prod` reads memory that is not its own in numpy-ts 1.7: what it gives is no fixed number.
      [1, 'any'],
      [1, 'all'],
      [1, 'argmax'],
      [1, 'median'],
      [1, 'count_nonzero'],
    ]);
    const plain = name === 'argmax' || name === 'count_nonzero';
    const kept = keep && !plain;
    const shape = kept ? v.shape.with(axis, 1) : v.shape.filter((_, i) => i !== axis);
    const more = kept ? ', true' : '';
    if (v.shape.length === 1 && !kept) return { code: `${v.code}.reshape(1, -1).sum(0)`, shape: v.shape, dtype: null };
    const method = r.chance(0.5) && name !== 'count_nonzero' && name !== 'median';
    const text = this.#axisText(v.shape, axis);
    const call = method ? `${v.code}.${name}(${text}${more})` : `np.${name}(${v.code}, ${text}${more})`;
    return { code: `(${call} as np.NDArray)`, shape, dtype: null };
  }

  #arranged(v: Expression): Expression {
    const r = this.#r;
    const x = v.code;
    const axis = this.#axis(v.shape);
    const out = (code: string, shape: Shape, dtype: string | null = v.dtype): Expression => ({ code, shape, dtype });
    const twin = (this.#variable((y) => same(y.shape, v.shape)) ?? v).code;
    const small = count(v.shape) * 2 <= MOST_ELEMENTS;
    const length = v.shape[axis] as number;
    return r.weighted<() => Expression>([
      [small ? 2 : 0, () => out(`np.concatenate([${x}, ${twin}], ${axis})`, v.shape.with(axis, length * 2), null)],
      [small ? 1 : 0, () => out(`np.stack([${x}, ${twin}])`, [2, ...v.shape], null)],
      [small ? 1 : 0, () => out(`np.repeat(${x}, 2, ${axis})`, v.shape.with(axis, length * 2))],
      [small ? 1 : 0, () => out(`np.tile(${x}, 2)`, v.shape.with(-1, (v.shape.at(-1) as number) * 2))],
      [2, () => out(`np.take(${x}, [0, ${length - 1}, 0], ${axis})`, v.shape.with(axis, 3))],
      [2, () => out(`np.sort(${x}${v.shape.length > 1 ? `, ${axis}` : ''})`, v.shape)],
      [2, () => out(`np.cumsum(${x}, ${axis})`, v.shape, null)],
      [1, () => out(`np.roll(${x}, ${r.int(1, 3)})`, v.shape)],
      [1, () => out(`np.argsort(${x}${v.shape.length > 1 ? `, ${axis}` : ''})`, v.shape, null)],
      [length > 1 ? 1 : 0, () => out(`np.diff(${x}, 1, ${axis})`, v.shape.with(axis, length - 1), null)],
      [
        v.shape.length === 2 && count(v.shape) < 3000 ? 1 : 0,
        () => out(`np.matmul(${x}, ${x}.T)`, [v.shape[0] as number, v.shape[0] as number], null),
      ],
      [1, () => out(`np.broadcast_to(${x}, [2, ${v.shape.join(', ')}])`, small ? [2, ...v.shape] : [2, ...v.shape])],
    ])();
  }

  #expression(
    depth = this.#r.weighted([
      [5, 1],
      [4, 2],
      [2, 3],
    ]),
  ): Expression {
    const r = this.#r;
    const start = this.#variable((v) => v.shape.length > 0 && count(v.shape) > 0 && count(v.shape) <= MOST_ELEMENTS);
    let e: Expression = start ?? this.#creation();
    for (let i = 0; i < depth; i++) {
      if (e.shape.length === 0 || count(e.shape) > MOST_ELEMENTS) break;
      const before = e;
      e = r.weighted<() => Expression>([
        [4, () => this.#moved(before)],
        [6, () => this.#elementwise(before)],
        [2, () => this.#reduction(before)],
        [2, () => this.#arranged(before)],
        [this.#helpers.length > 0 ? 2 : 0, () => this.#helped(before)],
      ])();
    }
    return e;
  }

  // Helper functions

  #helper(): void {
    const r = this.#r;
    const name = this.#name('f');
    const s = this.#scalar();
    const fixed = (text: string) => () => text;
    const none = fixed('');
    const options: readonly { text: string; shapeOf: Helper['shapeOf']; more: (r: Random) => string }[] = [
      {
        text: `function ${name}(x: np.NDArray, k = ${s}) {\n  const t = x.multiply(k);\n  return t.add(x);\n}`,
        shapeOf: (x) => x,
        more: (q) => (q.chance(0.5) ? '' : `, ${q.int(1, 9)}`),
      },
      {
        text: `const ${name} = (x: np.NDArray) => np.sum(x, 0) as np.NDArray;`,
        shapeOf: (x) => (x.length > 1 ? x.slice(1) : null),
        more: none,
      },
      {
        text: `function ${name}(x: np.NDArray): np.NDArray {\n  if (x.shape.length > 1) return x.T;\n  return x.slice('::-1');\n}`,
        shapeOf: (x) => x.toReversed(),
        more: none,
      },
      {
        text: `function ${name}(x: np.NDArray, n: number) {\n  let out = x;\n  for (let i = 0; i < n; i++) out = out.add(${s});\n  return out;\n}`,
        shapeOf: (x) => x,
        more: (q) => `, ${q.int(1, 3)}`,
      },
      {
        text: `function ${name}(x: np.NDArray) {\n  const c = x.copy();\n  c.fill(${s});\n  return c;\n}`,
        shapeOf: (x) => x,
        more: none,
      },
      {
        text: `const ${name} = (x: np.NDArray, flag: boolean) => (flag ? x.astype('float32') : x.copy());`,
        shapeOf: (x) => x,
        more: (q) => `, ${q.chance(0.5)}`,
      },
      {
        text: `function ${name}(x: np.NDArray) {\n  const flat = x.flatten();\n  return flat.slice(':3');\n}`,
        shapeOf: (x) => [Math.min(3, count(x))],
        more: none,
      },
      {
        text: `function ${name}(x: np.NDArray) {\n  return np.zeros(x.shape, x.dtype).add(${s});\n}`,
        shapeOf: (x) => x,
        more: none,
      },
      {
        text: `function ${name}(x: np.NDArray) {\n  const [n = 0] = x.shape;\n  return np.ones([n, 2]);\n}`,
        shapeOf: (x) => [x[0] as number, 2],
        more: none,
      },
      {
        text: `const ${name} = (() => {\n  const kept: np.NDArray[] = [];\n  return (x: np.NDArray) => {\n    kept.push(x);\n    return kept[0] as np.NDArray;\n  };\n})();`,
        shapeOf: () => null,
        more: none,
      },
    ];
    const chosen = r.pick(options);
    this.#emit(chosen.text);
    this.#helpers.push({ name, shapeOf: chosen.shapeOf, more: chosen.more });
  }

  #helped(v: Expression): Expression {
    const helper = this.#r.pick(this.#helpers);
    const shape = helper.shapeOf(v.shape);
    if (!shape) return v;
    return { code: `${helper.name}(${v.code}${helper.more(this.#r)})`, shape, dtype: null };
  }

  // Statements

  #statement(): void {
    const r = this.#r;
    r.weighted<() => void>([
      [3, () => this.#define(this.#creation())],
      [12, () => this.#define(this.#expression())],
      [4, () => this.#write()],
      [2, () => this.#number()],
      [1.5, () => this.#alias()],
      [this.#block ? 0 : 1.5, () => this.#branch()],
      [this.#block ? 0 : 1.5, () => this.#loop()],
      [this.#block ? 0 : 1.5, () => this.#container()],
      [this.#block ? 0 : 0.7, () => this.#class()],
      [this.#block ? 0 : 0.7, () => this.#closure()],
      [this.#block ? 0 : 1, () => this.#dispose()],
      [0.8, () => this.#reassign()],
      [this.#block ? 0 : 1, () => this.#digestOfAny()],
      [this.#block ? 0 : 0.4, () => this.#helper()],
    ])();
  }

  #write(): void {
    const r = this.#r;
    const v = this.#variable((x) => x.shape.length > 0 && count(x.shape) > 0);
    if (!v) return;
    const s = this.#scalar();
    const index = v.shape.map((n) => r.int(0, Math.min(n - 1, 5))).join(', ');
    const view = this.#slice(v);
    const twin = this.#variable((x) => same(x.shape, v.shape));
    r.weighted<() => void>([
      [2, () => this.#emit(`${v.code}.fill(${s});`)],
      [4, () => this.#emit(`${view.code}.fill(${s});`)],
      [3, () => this.#emit(`${v.code}.set([${index}], ${s});`)],
      [2, () => this.#emit(`${v.code}.iset(${r.int(0, count(v.shape) - 1)}, ${s});`)],
      [twin ? 2 : 0, () => this.#emit(`np.copyto(${v.code}, ${(twin as Variable).code});`)],
      [0.7, () => this.#emit(`np.put(${v.code}, [0, ${count(v.shape) - 1}], [${s}, ${this.#scalar()}]);`)],
    ])();
  }

  #number(): void {
    const v = this.#variable((x) => count(x.shape) > 0);
    if (!v) return;
    const name = this.#name('n');
    const call = this.#r.pick([
      'np.sum(#)',
      'np.max(#)',
      'np.min(#)',
      '#.mean()',
      '#.size',
      '#.shape[0]',
      'np.count_nonzero(#)',
      '#.ndim',
      '#.iget(0)',
      '#.nbytes',
    ]);
    const code = call.replace('#', v.code);
    if (call === '#.shape[0]' && v.shape.length === 0) return;
    this.#emit(`const ${name} = ${/size|shape|ndim|nbytes/.test(call) ? code : `Number(${code})`};`);
    if (!this.#block && this.#r.chance(0.6)) this.#numbers.push(name);
    else if (!this.#block) this.#emit(`console.log(${name});`);
  }

  #alias(): void {
    const v = this.#variable();
    if (v) this.#define(v, v);
  }

  #reassign(): void {
    const v = this.#variable((x) => /^a\d+$/.test(x.code) && this.#isLet(x.code) && x.shape.length > 0);
    if (!v) return;
    const at = this.#variables.indexOf(v);
    const e = this.#elementwise(v);
    if (!same(e.shape, v.shape)) return;
    this.#emit(`${v.code} = ${e.code};`);
    this.#variables[at] = { ...v, dtype: null, group: this.#groups++ };
  }

  #isLet(name: string): boolean {
    const declared = [...this.#statements, ...(this.#block ?? [])];
    return declared.some((s) => s.trimStart().startsWith(`let ${name} `) || s.trimStart().startsWith(`let ${name}:`));
  }

  /** Writes statements into a block; what they declare is gone after it. */
  #within(statements: number): string {
    const before = this.#variables.length;
    const outer = this.#indent;
    this.#block = [];
    this.#indent = '  ';
    for (let i = 0; i < statements; i++) this.#statement();
    const text = this.#block.join('\n');
    this.#block = null;
    this.#indent = outer;
    this.#variables.length = Math.min(before, this.#variables.length);
    return text;
  }

  #condition(): string {
    const v = this.#variable((x) => count(x.shape) > 0);
    if (!v) return 'Date.now() > 0';
    const call = this.#r.pick(['np.sum(#)', 'np.max(#)', '#.iget(0)', 'np.count_nonzero(#)']).replace('#', v.code);
    return `Number(${call}) > ${this.#r.int(-2, 40)}`;
  }

  #branch(): void {
    const r = this.#r;
    if (r.chance(0.4)) {
      const v = this.#variable((x) => x.shape.length > 0);
      if (!v) return;
      const name = this.#name('a');
      const [x, y] = [this.#elementwise(v), this.#moved(v)];
      this.#emit(`const ${name} = ${this.#condition()} ? ${x.code} : ${y.code};`);
      // Its shape is that of one of the two: used only where that does not matter.
      if (same(x.shape, y.shape)) this.#remember(name, { ...x, dtype: null });
      else this.#emit(`console.log('${name}', ${name}.shape.join(), Number(np.max(${name})));`);
      return;
    }
    const condition = this.#condition();
    const yes = this.#within(r.int(1, 3));
    const no = r.chance(0.4) ? this.#within(r.int(1, 2)) : null;
    this.#emit(`if (${condition}) {\n${yes}\n}${no === null ? '' : ` else {\n${no}\n}`}`);
  }

  #loop(): void {
    const r = this.#r;
    const times = r.weighted([
      [6, r.int(1, 4)],
      [1, 20],
    ]);
    const i = this.#name('i');
    const v = this.#variable((x) => x.shape.length > 0 && count(x.shape) > 0);
    if (v && r.chance(0.4)) {
      const name = this.#name('a');
      const step = r.pick([
        `${name}.add(${v.code})`,
        `${name}.multiply(2)`,
        `np.maximum(${name}, ${i})`,
        `${name}.add(${i})`,
        `np.add(${name}, ${name})`,
      ]);
      this.#emit(
        `let ${name} = ${r.pick([v.code, `${v.code}.copy()`, `${v.code}.astype('float32')`, `np.zeros([${v.shape.join(', ')}])`])};`,
      );
      this.#emit(`for (let ${i} = 0; ${i} < ${times}; ${i}++) {\n  ${name} = ${step};\n}`);
      this.#remember(name, { code: name, shape: v.shape, dtype: null }, v.group);
      return;
    }
    if (v && r.chance(0.4)) {
      const least = Math.min(times, v.shape[0] as number);
      const write = r.pick([
        `.slice(String(${i})).fill(${i})`,
        `.slice(\`\${${i}}:\${${i} + 1}\`).fill(${this.#scalar()})`,
        `.iset(${i}, ${this.#scalar()})`,
      ]);
      if (v.shape.length === 1 && write.includes('String')) return;
      this.#emit(`for (let ${i} = 0; ${i} < ${least}; ${i}++) {\n  ${v.code}${write};\n}`);
      return;
    }
    const body = this.#within(r.int(1, 3));
    this.#emit(`for (let ${i} = 0; ${i} < ${Math.min(times, 4)}; ${i}++) {\n${body}\n}`);
  }

  #container(): void {
    const r = this.#r;
    const x = this.#expression(1);
    const v = this.#variable() ?? null;
    if (!v) return;
    const name = this.#name('o');
    r.weighted<() => void>([
      [
        2,
        () => {
          this.#emit(`const ${name} = { left: ${x.code}, right: ${v.code} };`);
          this.#remember(`${name}.left`, x, x === v ? v.group : undefined);
          this.#remember(`${name}.right`, v, v.group);
        },
      ],
      [
        2,
        () => {
          this.#emit(`const ${name} = [${x.code}, ${v.code}];`);
          this.#emit(`const [${name}a, ${name}b] = ${name} as [np.NDArray, np.NDArray];`);
          this.#remember(`${name}a`, x);
          this.#remember(`${name}b`, v, v.group);
        },
      ],
      [
        1,
        () => {
          this.#emit(`const ${name} = [${v.code}, ${v.code}].map((x, i) => x.add(i));`);
          this.#remember(`(${name}[1] as np.NDArray)`, { ...v, dtype: null });
        },
      ],
      [
        1,
        () => {
          this.#emit(`const { left: ${name}l, right: ${name}r } = { left: ${v.code}, right: ${x.code} };`);
          this.#remember(`${name}l`, v, v.group);
          this.#remember(`${name}r`, x);
        },
      ],
      [
        1,
        () => {
          this.#emit(`const ${name} = new Map([['k', ${x.code}]]);`);
          this.#remember(`(${name}.get('k') as np.NDArray)`, x);
        },
      ],
    ])();
  }

  #class(): void {
    const v = this.#variable((x) => x.shape.length > 0 && count(x.shape) > 0);
    if (!v) return;
    const name = this.#name('C');
    const r = this.#r;
    const kept = r.pick(['data', 'data.copy()', 'data.multiply(2)', "data.astype('float32')"]);
    const step = r.pick(['this.data.add(k)', 'np.maximum(this.data, k)', 'this.data.multiply(k)']);
    this.#emit(
      `class ${name} {\n  data: np.NDArray;\n  constructor(data: np.NDArray) {\n    this.data = ${kept};\n  }\n  step(k: number): this {\n    this.data = ${step};\n    return this;\n  }\n}`,
    );
    this.#emit(`const ${name}o = new ${name}(${v.code});`);
    for (let i = r.int(0, 2); i > 0; i--) this.#emit(`${name}o.step(${r.int(1, 4)});`);
    this.#remember(`${name}o.data`, { ...v, dtype: null }, v.group);
  }

  #closure(): void {
    const v = this.#variable((x) => x.shape.length > 0 && count(x.shape) > 0);
    if (!v) return;
    const name = this.#name('g');
    const e = this.#elementwise(v);
    this.#emit(`const ${name} = () => ${e.code};`);
    this.#remember(`${name}()`, { ...e, dtype: null });
  }

  #dispose(): void {
    if (!this.#mayDispose) return;
    const v = this.#variable((x) => /^a\d+$/.test(x.code));
    if (!v) return;
    // Closures hold on to what they use: nothing that one of them mentions, by any name, is disposed of.
    const names = this.#variables.filter((x) => x.group === v.group).map((x) => /^\w+/.exec(x.code)?.[0] ?? '');
    const held = new RegExp(`\\b(${names.join('|')})\\b`);
    if (this.#statements.some((s) => s.includes('() =>') && held.test(s))) return;
    this.#emit(`${v.code}.dispose();`);
    const left = this.#variables.filter((x) => x.group !== v.group);
    this.#variables.splice(0, this.#variables.length, ...left);
  }

  #digestOfAny(): void {
    const v = this.#variable();
    if (v) this.#digest(v);
  }

  #digest(v: Variable): void {
    const r = this.#r;
    const x = v.code;
    const label = `'${x.replaceAll("'", '')}'`;
    const small = count(v.shape) <= 24;
    const parts = [
      r.weighted<string>([
        [4, `Number(np.sum(${x}))`],
        [2, `Number(np.max(${x})), Number(np.min(${x}))`],
        [1, `Number(np.mean(${x}))`],
        [1, `String(np.sum(${x}))`],
        [0.3, `np.sum(${x})`],
        [2, `Number(${x}.iget(${r.int(0, Math.max(0, count(v.shape) - 1))}))`],
        [1, `${x}.shape`],
        [1, `Number(np.count_nonzero(${x}))`],
        [small ? 2 : 0, `String(${x}.tolist())`],
        [v.shape.length > 0 && count(v.shape) > 3 ? 2 : 0, `String(${x}.ravel().slice(':4').tolist())`],
        [1, `Number(np.sum(${x}.astype('float64')))`],
        [0.2, `${x}.nbytes`],
        [0.1, `${x}.dtype`],
      ]),
    ];
    this.#emit(`console.log(${label}, ${parts.join(', ')});`);
  }
}

/** The program of a seed. */
export function generate(seed: number): Program {
  return { seed, statements: new Generator(seed).run() };
}

/** The text of a program. */
export function textOf(statements: readonly string[]): string {
  return `${[HEADER, ...statements].join('\n')}\n`;
}
