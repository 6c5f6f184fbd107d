/** `needless-copy`: a copy that nothing needs, because neither side is written while both live. */
import type { Span } from '../api.ts';
import type { ArrayValue } from '../domain/value.ts';
import type { CallRecord, Event } from '../interp/records.ts';
import { MAIN } from '../interp/tasks.ts';
import { commentsIn, isPostfix } from '../syntax/text.ts';
import type { RuleContext } from './context.ts';
import type { Candidate, Detection, Edit, Rule } from './types.ts';
import { bytesText } from './words.ts';

export const needlessCopy: Rule = {
  meta: {
    id: 'needless-copy',
    about: 'waste',
    severity: 'warning',
    summary: 'A copy that nothing needs: neither side is written while both live.',
    what: 'Reports `copy`, `flatten`, `astype` to the same dtype, `array(x)` of an array, `ascontiguousarray` of a contiguous array, and for typed arrays `slice`, `new T(x)` and `T.from(x)` of the same type, where the copy and its source could share their memory without anything being able to tell.',
    why: 'A copy doubles the bytes for as long as both are kept, and moving them takes time. A view (`ravel`, `slice`, `subarray`) or the array itself costs nothing.',
    example: {
      before: `import * as np from 'numpy-ts';

const image = np.full([512, 512], 0.5);
const work = image.copy();
console.log(Number(np.sum(work)), Number(np.max(image)));
`,
      after: `import * as np from 'numpy-ts';

const image = np.full([512, 512], 0.5);
const work = image;
console.log(Number(np.sum(work)), Number(np.max(image)));
`,
    },
    right: `import * as np from 'numpy-ts';

// The copy is written, and the original is read afterwards.
const image = np.full([512, 512], 0.5);
const work = image.copy();
work.fill(0);
console.log(Number(np.sum(work)), Number(np.max(image)));
`,
    advice: 'Views share memory (`a[1:4]`), copies do not; avoid duplicates.',
  },
  detect: (r) => r.calls.flatMap((c) => detect(r, c)),
};

interface Copy {
  readonly source: ArrayValue;
  /** Whether a view stands in its place, and not the source itself. */
  readonly isView: boolean;
  /** What can stand instead, and how the title says it. */
  readonly edits: readonly Edit[];
  readonly title: string;
}

function detect(r: RuleContext, c: CallRecord): Detection[] {
  const a = r.arrayOf(c);
  if (a?.owns !== 'owns' || c.made.size === 0) return [];
  const nbytes = r.bytes(a);
  const worth = r.worth(nbytes);
  if (worth === 'no' || !nbytes) return [];
  const copy = copyOf(r, c, a);
  if (!copy || !sharable(r, c, copy)) return [];
  // numpy-ts 1.7 has functions that read a view of a part as if it began where its parent begins.
  const partial = c.library === 'numpy-ts' && copy.source.part;
  const candidate: Candidate = {
    title: copy.title,
    aims: partial ? 'suggestion' : 'safe',
    check: partial
      ? 'that what it goes to computes the same of a view: some functions of numpy-ts 1.7 ignore where it begins, add up in another order, or round integers otherwise'
      : 'that neither array is written while the other is still used',
    edits: () => copy.edits,
  };
  return [
    {
      span: c.instr.span,
      message: `This copies ${bytesText(nbytes)} that nothing needs twice: neither the copy nor its source is written while both are used. ${copy.title}.`,
      before: nbytes.value,
      after: 0,
      formula: nbytes.value === null ? { before: nbytes.toString(), after: '0' } : null,
      related: [],
      candidates: [candidate],
      onlyIfSafe: true,
    },
  ];
}

/** Recognises a call that copies one array as it is, and what could stand instead. */
function copyOf(r: RuleContext, c: CallRecord, a: ArrayValue): Copy | null {
  const [source] = c.args;
  if (source?.k !== 'array' || source.library !== a.library) return null;
  if (source.dtypes?.length !== 1 || source.dtypes[0] !== a.dtypes?.[0] || source.ctor !== a.ctor) return null;
  // What numpy-ts hands out as its smaller class has none of the methods that the copy has.
  if (source.cls !== a.cls) return null;
  if (c.library === 'typed-array' && r.wholeText.includes('Array<ArrayBuffer>')) return null;
  const i = c.instr;
  const sourceSpan = i.op === 'invoke' && isMethod(c) ? i.objSpan : i.args[0]?.span;
  if (!sourceSpan || i.args.some((x) => x.spread)) return null;
  const itself = (): Copy => ({
    source,
    isView: false,
    title: 'Use the array itself',
    edits: [{ span: i.span, newText: alone(r, i.span, sourceSpan, '') }],
  });
  if (c.library === 'typed-array') {
    // What lies over the pool of numpy-ts is overwritten once its array is collected: there, a copy is needed.
    if (source.backing !== 'js') return null;
    if (c.name === 'slice' && i.op === 'invoke') {
      return {
        source,
        isView: true,
        title: 'Take a view with subarray',
        edits: [{ span: i.nameSpan, newText: 'subarray' }],
      };
    }
    const whole = c.name === `new ${a.ctor}` || c.name === `${a.ctor}.from`;
    return whole && i.args.length === 1 ? itself() : null;
  }
  const sameShape = a.shape !== null && source.shape?.length === a.shape.length;
  switch (c.name) {
    case 'copy':
    case 'array':
      return sameShape && sameOrder(a, source) ? itself() : null;
    case 'astype':
      // It may be there for the type as well.
      if (r.namesDType(a.dtypes?.[0] ?? '')) return null;
      return sameOrder(a, source) ? itself() : null;
    case 'ascontiguousarray':
      return sameShape && sameOrder(a, source) ? itself() : null;
    case 'flatten':
      if (i.op === 'invoke' && isMethod(c)) {
        return {
          source,
          isView: true,
          title: 'Take a view with ravel',
          edits: [{ span: i.nameSpan, newText: 'ravel' }],
        };
      }
      return {
        source,
        isView: true,
        title: 'Take a view with ravel',
        edits: [{ span: i.span, newText: alone(r, i.span, sourceSpan, '.ravel()') }],
      };
    default:
      return null;
  }
}

/** Whether the first recorded argument is the receiver. */
function isMethod(c: CallRecord): boolean {
  return c.args.length > c.instr.args.length;
}

/** A copy is in C-order; only where the source is so too is it the same to look at. */
function sameOrder(a: ArrayValue, source: ArrayValue): boolean {
  if (!a.strides || !source.strides) return false;
  // A strided source (a slice) reads the same elements; its strides show only in `.strides` and in what reshape may do.
  return a.strides.length === source.strides.length;
}

/** The source with something behind it in place of the whole call, whose comments stay. */
function alone(r: RuleContext, whole: Span, source: Span, after: string): string {
  const text = r.text(source);
  const before = commentsIn(r.text({ start: whole.start, end: source.start })).trimStart();
  const behind = commentsIn(r.text({ start: source.end, end: whole.end }));
  return `${before}${before === '' ? '' : ' '}${isPostfix(text) ? text : `(${text})`}${after}${behind}`;
}

/** Calls that tell whether two arrays share memory. */
const TELLS = new Set([
  'shares_memory',
  'may_share_memory',
  '===',
  '!==',
  '.data',
  '.storage',
  '.buffer',
  '.byteOffset',
  '.strides',
  '.flags',
  '.base',
]);

/** Calls that print an array as an object, with what it is made of. */
const PRINTS = /^(console\.|JSON\.)/;

/** Whether nothing could tell if the copy shared the memory of its source. */
function sharable(r: RuleContext, c: CallRecord, copy: Copy): boolean {
  const { source } = copy;
  if (source.stores.length === 0) return false;
  const copies = r.eventsOf(c.made);
  const sources = r.eventsOf(source.stores);
  const made = c.times.first;
  if (r.leaves(c.made) && !deadSource(r, c, source, sources, made)) return false;
  // A view shows what it is a view of.
  if ((copy.isView || source.owns !== 'owns') && (r.leaves(c.made) || copies.some((e) => PRINTS.test(e.by))))
    return false;
  if (copies.some((e) => TELLS.has(e.by)) || sources.some((e) => e.time > made && TELLS.has(e.by))) return false;
  const later = sources.filter((e) => e.time > made && !isOf(e, c));
  if (later.some((e) => e.by === 'dispose') || copies.some((e) => e.by === 'dispose')) return false;
  const written = copies.some((e) => e.kind === 'write' || e.kind === 'escape');
  const sourceWritten =
    later.some((e) => e.kind === 'write' || e.kind === 'escape') || writtenByOthers(r, c, source, sources);
  // Whoever has got hold of it may write it at any time from then on.
  if (sourceWritten || r.leaves(source.stores)) return false;
  if (written && (later.length > 0 || external(r, source) || !freshSource(r, c, source))) return false;
  if (external(r, source) && r.records.outsideTimes.some((t) => t > made && copies.some((e) => e.time >= t)))
    return false;
  return !pins(r, c, source, copies, later);
}

/** Whether code that runs at another time than the copy writes the source: it may have been started and not be done. */
function writtenByOthers(r: RuleContext, c: CallRecord, source: ArrayValue, sources: readonly Event[]): boolean {
  const own = new Set(sources.filter((e) => isOf(e, c)).map((e) => e.task));
  const local = source.stores.every((s) => r.records.calls.get(r.records.makers.get(s) ?? '')?.fn === c.fn);
  return sources.some((e) => {
    if (isOf(e, c) || (e.kind !== 'write' && e.kind !== 'escape')) return false;
    // Of one task several may run at once, and share what is not their own.
    return own.has(e.task) ? e.task !== MAIN && !local : e.task !== MAIN;
  });
}

/** Whether each copy has a source of its own: else what is written into one copy would be in the next. */
function freshSource(r: RuleContext, c: CallRecord, source: ArrayValue): boolean {
  const block = r.uses.place(c.instr)?.block;
  return source.stores.every((s) => {
    const maker = r.records.calls.get(r.records.makers.get(s) ?? '');
    if (!maker || maker.module !== c.module || maker.fn !== c.fn) return false;
    const inStep = block !== undefined && r.uses.place(maker.instr)?.block === block;
    return inStep || (c.count === 1 && !c.repeated);
  });
}

/** The events of the copying call itself. */
function isOf(e: Event, c: CallRecord): boolean {
  return e.path === c.module && e.span.start === c.instr.span.start && e.span.end === c.instr.span.end;
}

/** Whether nothing uses the source any more: made in this very run of the function, and not read again. */
function deadSource(
  r: RuleContext,
  c: CallRecord,
  source: ArrayValue,
  sources: readonly Event[],
  made: number,
): boolean {
  const local = source.stores.every((s) => r.records.calls.get(r.records.makers.get(s) ?? '')?.fn === c.fn);
  return local && !external(r, source) && !r.leaves(source.stores) && !sources.some((e) => e.time > made);
}

/** Whether the storage came from outside what is analysed. */
function external(r: RuleContext, source: ArrayValue): boolean {
  return source.stores.some((s) => {
    const maker = r.records.makers.get(s);
    return maker === undefined || !r.records.calls.has(maker);
  });
}

/** A view of a part keeps the whole alive: only right where the whole is used until then anyway. */
function pins(
  r: RuleContext,
  c: CallRecord,
  source: ArrayValue,
  copies: readonly Event[],
  later: readonly Event[],
): boolean {
  const part = source.owns !== 'owns' || c.name === 'slice';
  if (!part) return false;
  const lastOfCopy = copies.reduce((t, e) => Math.max(t, e.time), 0);
  const lastOfSource = later.reduce((t, e) => Math.max(t, e.time), 0);
  if (c.repeated || c.count > 1) return true;
  const view = c.name === 'slice' && c.result.k === 'array' ? c.result : source;
  return lastOfSource < lastOfCopy && !wholeStore(r, source, view) && !staysAnyway(r, c);
}

/** Whether a constant of the module holds the source: then it lives as long as the module. */
function staysAnyway(r: RuleContext, c: CallRecord): boolean {
  const { instr } = c;
  const taken = instr.op === 'invoke' ? instr.obj : instr.args[0]?.temp;
  const from = taken === undefined ? undefined : r.uses.definition(c.fn, taken);
  return from?.op === 'load' && from.variable.kind === 'const' && from.variable.fn === 0;
}

/** A view that covers all of the storage of its source pins nothing more than itself. */
function wholeStore(r: RuleContext, source: ArrayValue, view: ArrayValue): boolean {
  const [store] = source.stores;
  const maker = store === undefined ? undefined : r.records.calls.get(r.records.makers.get(store) ?? '');
  const whole = maker?.result.k === 'array' ? r.bytes(maker.result) : null;
  const mine = r.bytes(view);
  return whole !== null && mine !== null && whole.equals(mine);
}
