/**
 * The IR as text that a person can read: one step per line, regions indented. Temporaries are `%3`, variables their
 * names (`x.2` for the second variable of that name in the module), the variables that lowering makes up `?1`.
 *
 * `x := %3` is a declaration's own write, `x = %3` any other. For tests and for debugging; nothing reads it back.
 */
import type { Span } from '../api.ts';
import type {
  Argument,
  Block,
  ClassIR,
  Constant,
  Directive,
  ExportIR,
  FunctionIR,
  HintedType,
  Instr,
  ModuleIR,
  PropertyEntry,
  Region,
  Step,
  Temp,
  TypeHint,
  Variable,
} from './types.ts';

export interface PrintOptions {
  /** Each step's range in front of it, as `12-20`. */
  readonly spans?: boolean;
}

export function printModule(module: ModuleIR, options: PrintOptions = {}): string {
  return new Printer(module, options).text();
}

const INDENT = '  ';

class Printer {
  readonly #module: ModuleIR;
  readonly #spans: boolean;
  readonly #names: ReadonlyMap<number, string>;
  readonly #lines: string[] = [];

  constructor(module: ModuleIR, options: PrintOptions) {
    this.#module = module;
    this.#spans = options.spans ?? false;
    this.#names = namesOf(module);
  }

  text(): string {
    const { functions, exports, directives, parseErrors, text } = this.#module;
    // Lowering may leave a hole where it gave up on a function.
    for (const f of functions) if (f) this.#function(f);
    for (const e of exports) this.#lines.push(this.#export(e));
    for (const d of directives) this.#lines.push(directive(d));
    for (const e of parseErrors) this.#lines.push(`error ${quote(text.slice(e.span.start, e.span.end))}: ${e.message}`);
    return `${this.#lines.join('\n')}\n`;
  }

  #function(f: FunctionIR): void {
    const marks = [
      ...(f.isAsync ? ['async'] : []),
      ...(f.isGenerator ? ['generator'] : []),
      ...(f.isArrow ? ['arrow'] : []),
    ];
    const parent = f.parent === null ? '' : ` in #${f.parent}`;
    const params = f.index === 0 ? '' : `(${f.paramCount})`;
    const returns = f.returnType ? `: ${type(f.returnType)}` : '';
    this.#lines.push([`#${f.index} ${f.name}${params}${returns}${parent}`, ...marks].join(' '));
    const captured = f.variables.filter((v) => v.captured).map((v) => this.#name(v));
    if (captured.length > 0) this.#lines.push(`${INDENT}captured ${captured.join(', ')}`);
    this.#block(f.body, 1);
  }

  #block(block: Block, depth: number): void {
    for (const s of block) this.#step(s, depth);
  }

  #line(depth: number, text: string, span?: Span): void {
    const where = this.#spans && span ? `${span.start}-${span.end} ` : '';
    this.#lines.push(INDENT.repeat(depth) + where + text);
  }

  #step(s: Step, depth: number): void {
    switch (s.op) {
      case 'if':
      case 'loop':
      case 'forOf':
      case 'block':
      case 'try':
      case 'return':
      case 'throw':
      case 'break':
      case 'continue':
        this.#region(s, depth);
        return;
      default: {
        const body = this.#instruction(s);
        this.#line(depth, 'dst' in s ? `${temp(s.dst)} = ${body}` : body, s.span);
      }
    }
  }

  #region(s: Region, depth: number): void {
    const inside = (head: string, block: Block | null): void => {
      if (!block) return;
      this.#line(depth, head);
      this.#block(block, depth + 1);
    };
    switch (s.op) {
      case 'if':
        this.#line(depth, `if ${temp(s.cond)}`, s.span);
        this.#block(s.then, depth + 1);
        if (s.else.length > 0) inside('else', s.else);
        return;
      case 'loop': {
        const fresh = s.perRound.length > 0 ? ` fresh ${s.perRound.map((v) => this.#name(v)).join(', ')}` : '';
        this.#line(depth, `loop ${s.label}${s.bodyFirst ? ' body first' : ''}${fresh}`, s.span);
        inside(s.cond === null ? 'test' : `test ${temp(s.cond)}`, s.test);
        inside('body', s.body);
        if (s.update.length > 0) inside('update', s.update);
        return;
      }
      case 'forOf':
        this.#line(depth, `for ${s.label} ${temp(s.item)} ${s.keys ? 'key in' : 'of'} ${temp(s.iterable)}`, s.span);
        this.#block(s.body, depth + 1);
        return;
      case 'block':
        this.#line(depth, `block ${s.label}`, s.span);
        this.#block(s.body, depth + 1);
        return;
      case 'try':
        this.#line(depth, 'try', s.span);
        this.#block(s.body, depth + 1);
        inside(s.error === null ? 'catch' : `catch ${temp(s.error)}`, s.handler);
        inside('finally', s.final);
        return;
      case 'return':
        this.#line(depth, s.src === null ? 'return' : `return ${temp(s.src)}`, s.span);
        return;
      case 'throw':
        this.#line(depth, `throw ${temp(s.src)}`, s.span);
        return;
      case 'break':
      case 'continue':
        this.#line(depth, `${s.op} ${s.label}`, s.span);
        return;
    }
  }

  /** What the instruction does, without its destination. */
  #instruction(i: Instr): string {
    switch (i.op) {
      case 'const':
        return constant(i.value);
      case 'load':
        return `load ${this.#name(i.variable)}`;
      case 'store':
        return `${this.#name(i.variable)} ${i.init ? ':=' : '='} ${temp(i.src)}`;
      case 'elsewhere':
        return 'elsewhere';
      case 'global':
        return `global ${i.name}`;
      case 'this':
        return 'this';
      case 'param':
        return `param ${i.index}${i.rest ? ' rest' : ''} ${i.name}`;
      case 'binary':
        return `${temp(i.a)} ${i.operator} ${temp(i.b)}`;
      case 'unary':
        return `${i.operator} ${temp(i.a)}`;
      case 'member':
        return `${temp(i.obj)}.${i.name}`;
      case 'element':
        return `${temp(i.obj)}[${temp(i.index)}]`;
      case 'setMember':
        return `${temp(i.obj)}.${i.name} = ${temp(i.src)}`;
      case 'setElement':
        return `${temp(i.obj)}[${temp(i.index)}] = ${temp(i.src)}`;
      case 'call':
        return `call ${temp(i.callee)}(${args(i.args)})`;
      case 'invoke':
        return `call ${temp(i.obj)}.${i.name}(${args(i.args)})`;
      case 'new':
        return `new ${temp(i.callee)}(${args(i.args)})`;
      case 'list':
        return `[${args(i.items)}]`;
      case 'object':
        return `{${i.entries.map(entry).join(', ')}}`;
      case 'template':
        return `\`${i.strings.reduce((out, s, n) => out + s + (n < i.parts.length ? `\${${temp(i.parts[n] as Temp)}}` : ''), '')}\``;
      case 'closure':
        return `closure #${i.fn}`;
      case 'class':
        return `${classOf(i.cls)}${i.base === null ? '' : ` extends ${temp(i.base)}`}`;
      case 'await':
        return `await ${temp(i.src)}`;
      case 'yield':
        return i.src === null ? 'yield' : `yield ${temp(i.src)}`;
      case 'annotate':
        return `${temp(i.src)} : ${type(i.type)}`;
      case 'hint':
        return `${temp(i.src)} told ${i.hint.variable} is ${hinted(i.hint.said)}`;
      case 'rest':
        return `rest of ${temp(i.src)} ${i.omit.length > 0 ? `without ${i.omit.join(', ')}` : `from ${i.from}`}`;
      case 'isNullish':
        return `${temp(i.src)} is nullish`;
      case 'dispose':
        return `dispose ${temp(i.src)}`;
      case 'import':
        return `${i.dynamic ? 'dynamic ' : ''}import ${i.name} from '${i.module}'`;
      case 'superCall':
        return `super(${args(i.args)})`;
      case 'superMember':
        return `super.${i.name}`;
      case 'opaque':
        return `opaque (${i.inputs.map(temp).join(', ')}): ${i.reason}`;
    }
  }

  #export(e: ExportIR): string {
    switch (e.kind) {
      case 'local': {
        const name = this.#name(e.variable);
        return name === e.name ? `export ${name}` : `export ${name} as ${e.name}`;
      }
      case 'from':
        return `export ${e.imported === e.name ? e.name : `${e.imported} as ${e.name}`} from '${e.module}'`;
      case 'all':
        return `export * from '${e.module}'`;
    }
  }

  #name(v: Variable): string {
    return this.#names.get(v.id) ?? v.name;
  }
}

/** A name for each variable that no other variable of the module has. */
function namesOf(module: ModuleIR): Map<number, string> {
  const variables = module.functions.flatMap((f) => f?.variables ?? []).sort((a, b) => a.id - b.id);
  const seen = new Map<string, number>();
  const names = new Map<number, string>();
  for (const v of variables) {
    const n = (seen.get(v.name) ?? 0) + 1;
    seen.set(v.name, n);
    names.set(v.id, v.kind === 'hidden' ? `?${n}` : n === 1 ? v.name : `${v.name}.${n}`);
  }
  return names;
}

function temp(t: Temp): string {
  return `%${t}`;
}

function args(all: readonly Argument[]): string {
  return all.map((a) => (a.spread ? '...' : '') + temp(a.temp)).join(', ');
}

function entry(e: PropertyEntry): string {
  if (e.kind === 'spread') return `...${temp(e.temp)}`;
  return `${e.kind === 'field' ? e.name : `[${temp(e.key)}]`}: ${temp(e.temp)}`;
}

function classOf(c: ClassIR): string {
  const parts = [
    ...(c.ctor === null ? [] : [`constructor #${c.ctor}`]),
    ...(c.fields === null ? [] : [`fields #${c.fields}`]),
    ...(c.statics === null ? [] : [`statics #${c.statics}`]),
    ...c.methods.map(
      (m) => `${m.isStatic ? 'static ' : ''}${m.kind === 'method' ? '' : `${m.kind} `}${m.name} #${m.fn}`,
    ),
  ];
  return `class ${c.name} {${parts.join(', ')}}`;
}

function constant(c: Constant): string {
  switch (c.kind) {
    case 'number':
      return Object.is(c.value, -0) ? '-0' : String(c.value);
    case 'bigint':
      return `${c.value}n`;
    case 'string':
      return quote(c.value);
    case 'boolean':
      return String(c.value);
    case 'regexp':
      return c.value;
    default:
      return c.kind;
  }
}

function quote(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll("'", "\\'").replaceAll('\\"', '"')}'`;
}

function type(t: TypeHint): string {
  switch (t.kind) {
    case 'ndarray':
      return t.dtypes === null ? 'ndarray' : `ndarray<${t.dtypes.join(' | ')}>`;
    case 'typed':
      return t.ctor;
    case 'list':
      return `${type(t.item)}[]`;
    case 'tuple':
      return `[${t.items.map(type).join(', ')}]`;
    case 'record':
      return `{${Object.entries(t.fields)
        .map(([n, x]) => `${n}: ${type(x)}`)
        .join(', ')}}`;
    case 'union':
      return `(${t.members.map(type).join(' | ')})`;
    case 'promise':
      return `promise<${type(t.value)}>`;
    case 'class':
      return `class ${t.name}`;
    case 'other':
      return `other ${t.text}`;
    default:
      return t.kind;
  }
}

function directive(d: Directive): string {
  const rules = d.rules.length === 0 ? 'every rule' : d.rules.join(', ');
  return d.kind === 'ignore-file' ? `ignore ${rules} in the file` : `ignore ${rules} in line ${d.line}`;
}

function hinted(said: HintedType): string {
  if (said.kind === 'number') return String(said.value);
  const axes = said.axes === null ? '' : `[${said.axes.map((x) => x ?? '?').join(', ')}]`;
  return `${said.ctor ?? said.dtype ?? 'array'}${axes}`;
}
