/** `oversized-dtype`: an array whose every value fits a smaller dtype, the silent float64 default included. */

import type { DType } from 'bytelens/laws';
import { Sym } from '../domain/sym.ts';
import {
  DTYPE_INFO,
  isIntegerDType,
  joinValues,
  mayBeNegativeZero,
  smallestIntDType,
  type ValueFact,
} from '../domain/values.ts';
import type { CallRecord } from '../interp/records.ts';
import type { RuleContext } from './context.ts';
import { dtypeEdit } from './dtype-argument.ts';
import type { Candidate, Detection, Rule } from './types.ts';
import { bytesText, rangeText, savedText } from './words.ts';

export const oversizedDtype: Rule = {
  meta: {
    id: 'oversized-dtype',
    about: 'waste',
    severity: 'warning',
    summary: 'An array whose every value fits a smaller dtype.',
    what: 'Reports a call that makes an array in a dtype wider than any of its values needs, over everything that is ever written to it. Most often the dtype was never chosen: `zeros`, `ones`, `arange` and `array([...])` make float64 when none is given.',
    why: 'The dtype fixes the bytes of each element. Integers from 0 to 60,000 fit in 16 bits; in float64 they take four times as much, and so does every copy and every pass over memory.',
    example: {
      before: `import * as np from 'numpy-ts';

const ids = np.arange(60000);
console.log(Number(np.max(ids)), ids.size);
`,
      after: `import * as np from 'numpy-ts';

const ids = np.arange(0, 60000, 1, 'uint16');
console.log(Number(np.max(ids)), ids.size);
`,
    },
    right: `import * as np from 'numpy-ts';

// Fractions are written later: no integer dtype holds them.
const levels = np.zeros([512, 512]);
levels.slice('10:20').fill(0.5);
console.log(Number(np.sum(levels)));
`,
    advice: 'Smaller dtypes: `ones((1024, 1024), uint64)` takes 8,388,608 bytes, as uint16 2,097,152.',
  },
  detect: (r) => r.calls.flatMap((c) => detect(r, c)),
};

/** Everything that the array ever holds, or null where that is not known. */
export function allValues(r: RuleContext, c: CallRecord): ValueFact | null {
  let all: ValueFact | null = null;
  for (const id of c.made) {
    const v = r.records.storeValues.get(id);
    if (!v) return null;
    all = all ? joinValues(all, v) : v;
  }
  return all;
}

function detect(r: RuleContext, c: CallRecord): Detection[] {
  const a = r.arrayOf(c);
  if (!a || c.library !== 'numpy-ts' || a.owns !== 'owns' || c.made.size === 0) return [];
  const nbytes = r.bytes(a);
  const worth = r.worth(nbytes);
  if (worth === 'no' || !nbytes) return [];
  const values = allValues(r, c);
  if (!values?.integral || !values.finite) return [];
  const now = a.dtypes?.[0] as DType;
  if (!isIntegerDType(now) && mayBeNegativeZero(values)) return [];
  const target = smallestIntDType(values);
  if (!target || DTYPE_INFO[target].bytes >= DTYPE_INFO[now].bytes || now === 'bool') return [];
  if (r.leaves(c.made) || observed(r, c)) return [];
  const edits = dtypeEdit(r, c, target);
  if (!edits) return [];
  const after = nbytes.scale(DTYPE_INFO[target].bytes).floordiv(nbytesUnit(now));
  const given = isIntegerDType(now)
    ? now
    : `${now}${explicit(c) ? '' : c.name.endsWith('_like') ? ', as the array that it is like' : ', because no dtype was given'}`;
  return [
    {
      span: c.instr.span,
      message: `${given}: ${bytesText(nbytes)}. Every value it ever holds is an integer (${rangeText(values)}), so ${target} holds it exactly in ${bytesText(after)}. Give the dtype '${target}'.`,
      before: nbytes.value,
      after: after.value,
      formula: nbytes.value === null ? { before: nbytes.toString(), after: after.toString() } : null,
      related: [],
      candidates: [
        {
          title: `Make it ${target} (${savedText(nbytes, after)})`,
          ...aimOf(r, c, now),
          edits: () => edits,
        },
      ],
      onlyIfSafe: true,
    },
  ];
}

function aimOf(r: RuleContext, c: CallRecord, now: DType): Pick<Candidate, 'aims' | 'check'> {
  // Each dtype draws a stream of its own from the generator.
  if (c.name.startsWith('random.'))
    return { aims: 'suggestion', check: 'that other random numbers will do: each dtype has a stream of its own' };
  if (r.namesDType(now))
    return { aims: 'suggestion', check: `that no type says that it is ${now}: some type in this file does` };
  return { aims: 'safe', check: 'that nothing needs the wider dtype' };
}

function nbytesUnit(d: DType): Sym {
  return Sym.of(DTYPE_INFO[d].bytes);
}

/** Whether the call says a dtype itself. */
function explicit(c: CallRecord): boolean {
  return c.args.some((a) => a.k === 'str' && a.value !== null && a.value in DTYPE_INFO);
}

/** Whether the dtype itself is looked at: the buffer, the object as a whole, identity. */
function observed(r: RuleContext, c: CallRecord): boolean {
  return r.eventsOf(c.made).some((e) => e.kind === 'observe');
}
