/** `upcasting-call`: a library call whose result is wider than its input, while both are kept. */
import type { DType } from 'bytelens/laws';
import { Sym } from '../domain/sym.ts';
import type { ArrayValue } from '../domain/value.ts';
import { DTYPE_INFO, isIntegerDType, smallestIntDType } from '../domain/values.ts';
import type { CallRecord } from '../interp/records.ts';
import { blockwiseEdits, splitOf } from './blockwise-edit.ts';
import type { RuleContext } from './context.ts';
import { allValues } from './oversized-dtype.ts';
import type { Candidate, Detection, Rule } from './types.ts';
import { bytesText, shortText } from './words.ts';

export const upcastingCall: Rule = {
  meta: {
    id: 'upcasting-call',
    about: 'waste',
    severity: 'warning',
    summary: 'A library call that returns something wider than its input, and both are kept.',
    what: 'Reports a call whose result has more bytes per element than the widest array that it was given, where the result is large. A conversion that says so (`astype`, a dtype argument) is never reported.',
    why: 'Many functions turn whatever they get into float64. A uint8 image beside the float64 that `divide` made of it is 72 bits a pixel: more than keeping float64 from the start, and the savings of the small dtype are gone.',
    example: {
      before: `import * as np from 'numpy-ts';

const image = np.full([1024, 1024], 128, 'uint8');
const unit = image.divide(256);
console.log(Number(np.sum(unit)), Number(np.max(image)));
`,
      after: `import { blockwise } from 'bytelens';
import * as np from 'numpy-ts';

const image = np.full([1024, 1024], 128, 'uint8');
const unit = blockwise(image, (image) => image.divide(256), { dtype: 'float32' });
console.log(Number(np.sum(unit)), Number(np.max(image)));
`,
    },
    right: `import * as np from 'numpy-ts';

// Wider, and said so.
const image = np.full([1024, 1024], 128, 'uint8');
const wide = image.astype('float64');
console.log(Number(np.sum(wide)), Number(np.max(image)));
`,
    advice: 'Libraries may widen your data: a uint16 image plus the float64 that the library makes is 80 bits a pixel.',
  },
  detect: (r) => r.calls.flatMap((c) => detect(r, c)),
};

/** The arrays whose elements the result is made of: a condition only chooses among others. */
function inputs(c: CallRecord): ArrayValue[] {
  const args = c.name === 'where' ? c.args.slice(1) : c.args;
  return args.filter((a): a is ArrayValue => a.k === 'array');
}

/** Whether an argument names the result's dtype: then the width was asked for. */
function asked(r: RuleContext, c: CallRecord, dtype: DType): boolean {
  if (c.name === 'astype' || c.name === 'view') return true;
  if (c.args.some((a) => a.k === 'str' && a.value === dtype)) return true;
  return c.instr.args.some((a) => r.text(a.span).includes(`'${dtype}'`));
}

function detect(r: RuleContext, c: CallRecord): Detection[] {
  const a = r.arrayOf(c);
  if (!a || c.library !== 'numpy-ts' || a.owns !== 'owns') return [];
  const given = inputs(c);
  if (given.length === 0 || given.some((x) => x.dtypes?.length !== 1)) return [];
  const dtype = a.dtypes?.[0] as DType;
  const width = DTYPE_INFO[dtype].bytes;
  // A transform of real numbers is complex: that is what it is for.
  if (DTYPE_INFO[dtype].kind === 'complex' && given.every((x) => DTYPE_INFO[x.dtypes?.[0] as DType].kind !== 'complex'))
    return [];
  const widest = given.reduce((x, y) => (widthOf(y) > widthOf(x) ? y : x));
  if (width <= widthOf(widest) || asked(r, c, dtype)) return [];
  const result = r.bytes(a);
  const source = r.bytes(widest);
  if (r.worth(result) !== 'yes' || !result || !source) return [];
  // A narrow result beside a large input: what widens is small.
  if (result.value !== null && source.value !== null && result.value < source.value) return [];
  const narrow = narrower(r, c, dtype);
  const after = narrow ? result.floordiv(Sym.of(width)).scale(DTYPE_INFO[narrow].bytes) : null;
  const from = widest.dtypes?.[0] as DType;
  const sum = source.add(result);
  const bits = (widthOf(widest) + width) * 8;
  const advice = narrow
    ? `${narrow} would make it ${bytesText(after as Sym)}.`
    : 'Narrow what it gives, or free the input when it is no longer needed.';
  return [
    {
      span: c.instr.span,
      message: `${c.name} turns ${from} (${bytesText(source)}) into ${dtype} (${bytesText(result)}); while both are kept that is ${bits} bits an element, ${bytesText(sum)}. ${advice}`,
      before: sum.value,
      after: after ? source.add(after).value : null,
      formula: null,
      related: [],
      candidates: narrow ? candidates(r, c, a, narrow) : [],
      onlyIfSafe: false,
    },
  ];
}

function widthOf(a: ArrayValue): number {
  return DTYPE_INFO[a.dtypes?.[0] as DType].bytes;
}

/** The dtype that the result could have: the smallest integer that holds it, else float32 for float64. */
function narrower(r: RuleContext, c: CallRecord, dtype: DType): DType | null {
  const values = allValues(r, c);
  const small = values?.integral && values.finite ? smallestIntDType(values) : null;
  if (isIntegerDType(dtype) || small) return small && DTYPE_INFO[small].bytes < DTYPE_INFO[dtype].bytes ? small : null;
  return dtype === 'float64' ? 'float32' : null;
}

function candidates(r: RuleContext, c: CallRecord, a: ArrayValue, narrow: DType): Candidate[] {
  const split = splitOf(c, a);
  if (!split) return [];
  const check =
    narrow === 'float32'
      ? 'that 24 bits of precision are enough, and that nothing needs float64'
      : `that nothing needs ${a.dtypes?.[0]}`;
  return [
    {
      title: `Compute ${shortText(r.text(c.instr.span))} block by block into ${narrow} (uses the bytelens package)`,
      aims: 'suggestion',
      check,
      edits: () => blockwiseEdits(r, c.instr.span, [c], narrow, split.axis),
    },
  ];
}
